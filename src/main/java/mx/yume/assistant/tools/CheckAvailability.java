package mx.yume.assistant.tools;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.FreeTimes.BeyondHorizon;
import mx.yume.assistant.tools.FreeTimes.CannotServe;
import mx.yume.assistant.tools.FreeTimes.Free;
import mx.yume.assistant.tools.FreeTimes.Full;
import mx.yume.assistant.tools.FreeTimes.NotOnline;
import mx.yume.assistant.tools.FreeTimes.UnknownService;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;

/** check_availability: starts that could be booked now, or the nearest to a day that has none. */
@ApplicationScoped
class CheckAvailability {

    private static final int LONGEST_DAYS = 31;
    private static final int DAYS_AROUND = 14;
    private static final int ALTERNATIVES = 3;

    private final Agenda agenda;

    CheckAvailability(Agenda agenda) {
        this.agenda = agenda;
    }

    /** @param instead the appointment that would take one of them: its own time is free for that */
    private record Search(Wish wish, Optional<Appointment> instead) {}

    /**
     * @param days both included; what is past of them is left out, and what is over a month long
     * @param instead the appointment to be changed, if one is
     */
    Uni<FreeTimes> call(ToolContext context, Wish wish, DayReading days, Optional<Appointment> instead) {
        var business = context.business();
        var services = wish.services().stream().flatMap(id -> business.service(id).stream()).toList();
        if (services.isEmpty() || services.size() < wish.services().size()) {
            return Uni.createFrom().item(new UnknownService());
        }
        var wanted = wanted(context, wish, instead);
        if (wanted.stream()
                .anyMatch(one -> one.staff().isPresent() && among(business.skilledIn(one.service()), one).isEmpty())) {
            return Uni.createFrom().item(new CannotServe(services));
        }
        if (wanted.stream().anyMatch(one -> !among(business.skilledIn(one.service()), one).isEmpty()
                && among(business.bookableOnline(one.service()), one).isEmpty())) {
            return Uni.createFrom().item(new NotOnline(services));
        }
        var last = lastDay(context);
        return days.from().isAfter(last) ? Uni.createFrom().item(new BeyondHorizon(last))
                : free(context, services, new Search(wish, instead),
                        within(days, context.turn().localNow().toLocalDate(), last));
    }

    private static List<Wanted> wanted(ToolContext context, Wish wish, Optional<Appointment> instead) {
        return instead.flatMap(now -> Difference.of(context.business(), wish, now).services())
                .orElseGet(() -> wish.wanted(context.business()));
    }

    private static List<StaffMember> among(List<StaffMember> members, Wanted wanted) {
        return members.stream().filter(member -> wanted.staff().filter(id -> !id.equals(member.id())).isEmpty()).toList();
    }

    /** Who it would be for makes no difference yet. */
    Uni<Optional<Refusal>> whyNot(ToolContext context, Wish wish, ZonedDateTime start, Optional<Appointment> instead) {
        if (instead.isPresent()) {
            return agenda.checkChange(context.business(), instead.get(),
                    Difference.of(context.business(), wish, instead.get()).start(start));
        }
        var person = context.turn().person();
        return agenda.check(context.business(), new BookingRequest(Optional.of(person.id()), person.name().orElse("-"),
                context.business().location().id(), wish.wanted(context.business()), false,
                start.withZoneSameInstant(context.zone()), Terms.ONLINE));
    }

    private Uni<FreeTimes> free(ToolContext context, List<Service> services, Search search, DayReading days) {
        return slots(context, search, days).flatMap(slots -> slots.isEmpty() ? nearest(context, services, search, days)
                : Uni.createFrom().item(new Free(services, slots)));
    }

    private Uni<List<Slot>> slots(ToolContext context, Search search, DayReading days) {
        var business = context.business();
        var found = search.instead()
                .map(now -> agenda.slots(business, now, Difference.of(business, search.wish(), now), days.from(), days.to()))
                .orElseGet(() -> agenda.slots(business, new SlotQuery(business.location().id(), search.wish().wanted(business),
                        false, days.from(), days.to(), Terms.ONLINE), context.turn().person().id()));
        return found.map(slots -> slots.stream().filter(slot -> !search.wish().excludes(slot.start().toLocalDate())).toList());
    }

    private Uni<FreeTimes> nearest(ToolContext context, List<Service> services, Search search, DayReading days) {
        var around = within(new DayReading(days.from().minusDays(DAYS_AROUND), days.to().plusDays(DAYS_AROUND), false),
                context.turn().localNow().toLocalDate(), lastDay(context));
        var noon = days.from().atTime(12, 0).atZone(context.zone());
        return slots(context, search, around).map(slots -> new Full(services, nearest(slots, noon)));
    }

    static List<Slot> nearest(List<Slot> slots, ZonedDateTime wanted) {
        return slots.stream().sorted(Comparator.comparing((Slot slot) -> Duration.between(slot.start(), wanted).abs()))
                .limit(ALTERNATIVES).sorted(Comparator.comparing(Slot::start)).toList();
    }

    private static LocalDate lastDay(ToolContext context) {
        return context.turn().localNow().toLocalDate().plusDays(context.business().location().horizonDays());
    }

    private static DayReading within(DayReading days, LocalDate today, LocalDate last) {
        var from = days.from().isBefore(today) ? today : days.from();
        var longest = from.plusDays(LONGEST_DAYS - 1L);
        var to = days.to().isBefore(from) ? from : days.to();
        to = to.isAfter(longest) ? longest : to;
        return new DayReading(from, to.isAfter(last) ? last : to, days.confirm());
    }
}
