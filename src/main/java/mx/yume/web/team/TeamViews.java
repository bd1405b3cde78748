package mx.yume.web.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Capability;
import mx.yume.business.Inventory;
import mx.yume.business.Listed;
import mx.yume.business.Permission;
import mx.yume.business.Service;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.SpanishDates;
import mx.yume.web.calendar.HoursView;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Phones;

/** What the pages of the team show, in words. */
final class TeamViews {

    private TeamViews() {}

    /** @param awaited whether they have not joined yet */
    @TemplateData
    public record Row(String id, String name, String about, int version, boolean awaited, boolean first, boolean last,
            boolean returns) {}

    /** @param orders whether who looks may change the order */
    @TemplateData
    public record Listing(List<Row> inUse, List<Row> outOfUse, boolean orders, String problem) {

        public Listing {
            inUse = List.copyOf(inUse);
            outOfUse = List.copyOf(outOfUse);
        }
    }

    @TemplateData
    public record Choice(String value, String label, boolean chosen) {}

    /** Somebody new. */
    @TemplateData
    public record Newcomer(Filled form, List<Choice> permissions, List<Choice> services) {

        public Newcomer {
            permissions = List.copyOf(permissions);
            services = List.copyOf(services);
        }
    }

    /** @param about how theirs differs, or that they do not give it */
    @TemplateData
    public record SkillRow(String id, String name, String about, boolean gives) {}

    @TemplateData
    public record Schedule(String location, String name, List<HoursView.Line> week) {}

    @TemplateData
    public record BreakRow(String id, String said, String about) {}

    /**
     * @param edits whether who looks may change their name and phone
     * @param setup whether who looks may change all the rest
     * @param permission in words, for who may not change it
     * @param stays whether nobody can take them off the team
     */
    @TemplateData
    public record Person(String id, String name, int version, Filled form, boolean edits, boolean setup, boolean stays,
            boolean awaited, String permission, List<Choice> permissions, List<Choice> spots, List<SkillRow> skills,
            List<Schedule> schedules, List<BreakRow> breaks) {

        public Person {
            permissions = List.copyOf(permissions);
            spots = List.copyOf(spots);
            skills = List.copyOf(skills);
            schedules = List.copyOf(schedules);
            breaks = List.copyOf(breaks);
        }

        Person filled(Filled with, int seen) {
            return new Person(id, name, seen, with, edits, setup, stays, awaited, permission, permissions, spots, skills,
                    schedules, breaks);
        }
    }

    static Listing listing(Here here, Inventory inventory, Set<StaffId> awaited, String problem) {
        var used = inventory.staff().stream().filter(Listed::active).toList();
        var rows = new ArrayList<Row>();
        for (var one : used) {
            rows.add(row(here, one, awaited, rows.isEmpty(), rows.size() == used.size() - 1));
        }
        return new Listing(rows, inventory.staff().stream().filter(one -> !one.active())
                .map(one -> row(here, one, Set.of(), true, true)).toList(), orders(here), problem);
    }

    static boolean orders(Here here) {
        return here.may(Capability.CHANGE_SETUP);
    }

    private static Row row(Here here, Listed<StaffMember> listed, Set<StaffId> awaited, boolean first, boolean last) {
        var member = listed.what();
        return new Row(member.id().value().toString(), member.name(),
                said(member.permission()) + member.phone().map(phone -> " · " + Phones.shown(phone)).orElse(" · Sin teléfono"),
                listed.version(), awaited.contains(member.id()), first, last,
                here.member().permission().mayBringIn(member.permission()));
    }

    static String said(Permission permission) {
        return switch (permission) {
            case OWNER -> "Es dueña o dueño";
            case ADMIN -> "Administra";
            case STAFF -> "Atiende";
            case VIEWER -> "Solo ve la agenda";
        };
    }

    static Newcomer newcomer(Here here, Inventory inventory, Filled form, Set<String> given) {
        var chosen = form.value("permiso").isEmpty() ? MemberFields.written(Permission.STAFF) : form.value("permiso");
        return new Newcomer(form, permissions(here, chosen), inventory.services().stream().filter(Listed::active)
                .map(Listed::what).map(one -> new Choice(one.id().value().toString(), one.name(),
                        given.contains(one.id().value().toString())))
                .toList());
    }

    /** Those that who looks may give. */
    private static List<Choice> permissions(Here here, String chosen) {
        return Stream.of(Permission.STAFF, Permission.ADMIN, Permission.VIEWER)
                .filter(here.member().permission()::mayBringIn)
                .map(one -> new Choice(MemberFields.written(one), said(one), chosen.equals(MemberFields.written(one))))
                .toList();
    }

    static Person person(Here here, Inventory inventory, Listed<StaffMember> found, Set<StaffId> awaited, Filled form) {
        var member = found.what();
        return new Person(member.id().value().toString(), member.name(), found.version(), form, edits(here, member),
                orders(here), member.permission() == Permission.OWNER, awaited.contains(member.id()),
                said(member.permission()),
                member.permission() == Permission.OWNER ? List.of() : permissions(here, form.value("permiso")),
                spots(inventory, form.value("lugar")), skills(inventory, member), schedules(inventory, member),
                member.breaks().stream().sorted(Comparator.comparing(WeeklyBreak::weekday)
                        .thenComparing(one -> one.hours().opens())).map(TeamViews::row).toList());
    }

    /** Their own name and phone, and of those whom they may bring in. */
    static boolean edits(Here here, StaffMember member) {
        return member.id().equals(here.memberId()) || here.member().permission().mayBringIn(member.permission());
    }

    private static List<Choice> spots(Inventory inventory, String chosen) {
        return inventory.spots().stream().filter(Listed::active).map(Listed::what)
                .map(spot -> new Choice(spot.id().value().toString(), spot.name(), chosen.equals(spot.id().value().toString())))
                .toList();
    }

    private static List<SkillRow> skills(Inventory inventory, StaffMember member) {
        return inventory.services().stream().filter(Listed::active).map(Listed::what)
                .map(service -> new SkillRow(service.id().value().toString(), service.name(), about(member, service),
                        member.gives(service.id())))
                .toList();
    }

    private static String about(StaffMember member, Service service) {
        if (!member.gives(service.id())) {
            return "No lo da";
        }
        var skill = member.skills().get(service.id());
        return SpanishDates.duration(member.durationOf(service)) + " · " + member.priceOf(service)
                + (skill == null || skill.online() ? "" : " · No se agenda por chat");
    }

    private static List<Schedule> schedules(Inventory inventory, StaffMember member) {
        return inventory.locations().stream().filter(Listed::active).map(Listed::what)
                .map(location -> new Schedule(location.id().value().toString(), location.name(),
                        member.hoursAt(location.id()).equals(WeeklyHours.NONE) ? List.of()
                                : HoursView.said(member.hoursAt(location.id()), "No trabaja")))
                .toList();
    }

    private static BreakRow row(WeeklyBreak weekly) {
        var until = weekly.last().map(last -> "Hasta el " + dated(last));
        return new BreakRow(weekly.id().value().toString(),
                HoursView.name(weekly.weekday()) + ", " + HoursView.said(List.of(weekly.hours()), ""),
                Stream.concat(Optional.of(weekly.reason()).filter(reason -> !reason.isEmpty()).stream(), until.stream())
                        .reduce((one, other) -> one + " · " + other).orElse("Cada semana"));
    }

    private static String dated(LocalDate day) {
        return SpanishDates.date(day) + " de " + day.getYear();
    }

    /** One who is on the team. */
    static Optional<Listed<StaffMember>> find(Inventory inventory, String id) {
        return any(inventory, id).filter(Listed::active);
    }

    static Optional<Listed<StaffMember>> any(Inventory inventory, String id) {
        return Ids.parse(id).map(StaffId::new).flatMap(staff -> inventory.staff().stream()
                .filter(one -> one.what().id().equals(staff)).findFirst());
    }
}
