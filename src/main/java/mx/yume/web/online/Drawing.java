package mx.yume.web.online;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Preview;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.web.online.OnlineViews.Day;
import mx.yume.web.online.OnlineViews.Details;
import mx.yume.web.online.OnlineViews.Link;
import mx.yume.web.online.OnlineViews.Menu;
import mx.yume.web.online.OnlineViews.Option;
import mx.yume.web.online.OnlineViews.Others;
import mx.yume.web.online.OnlineViews.Part;
import mx.yume.web.online.OnlineViews.Time;
import mx.yume.web.online.OnlineViews.Top;
import mx.yume.web.online.OnlineViews.Visit;
import mx.yume.web.page.Filled;
import mx.yume.web.publicsite.Shops.Shop;

/** What was chosen, found and booked, as pages show it. */
final class Drawing {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private Drawing() {}

    static Top top(Shop shop, String back) {
        var home = "/s/" + shop.business().slug();
        return new Top(shop.business().publicName(), home, back, shop.chat().orElse(""));
    }

    static Menu menu(Chosen chosen) {
        var shop = chosen.shop();
        var services = shop.services().stream().map(one -> new Option(one.id().value().toString(), one.name(),
                SpanishDates.duration(one.duration()) + " · " + one.price(), chosen.services().contains(one.id()))).toList();
        var people = shop.business().staff().stream().filter(member -> serves(shop, member))
                .map(one -> new Option(one.id().value().toString(), one.name(), "",
                        chosen.filled().is(Chosen.STAFF, one.id().value().toString())))
                .toList();
        var places = shop.places().size() < 2 ? List.<Option>of()
                : shop.places().stream().map(one -> new Option(one.id().value().toString(), one.name(), one.address(),
                        one.id().equals(chosen.place().id()))).toList();
        return new Menu(chosen.filled(), services, people, places);
    }

    private static boolean serves(Shop shop, StaffMember member) {
        return shop.services().stream().map(Service::id).anyMatch(service -> shop.business().bookableOnline(service).stream()
                .anyMatch(one -> one.id().equals(member.id())));
    }

    /**
     * @param free sorted: of that day and all after it
     * @param last day that can be booked
     */
    static Day day(Chosen chosen, Filled form, LocalDate day, LocalDate today, LocalDate last, List<Slot> free) {
        var path = chosen.home() + "/cita/horas?" + chosen.query() + "&fecha=";
        var parts = parts(chosen, day, free);
        var next = free.stream().map(slot -> slot.start().toLocalDate()).filter(day::isBefore).findFirst();
        return new Day(chosen.what(), chosen.who(), place(chosen), form, kept(chosen), today.toString(), last.toString(),
                SpanishDates.date(day), parts, beside(path, day.minusDays(1), !day.minusDays(1).isBefore(today)),
                beside(path, day.plusDays(1), !day.plusDays(1).isAfter(last)),
                next.map(found -> beside(path, found, true)).orElseGet(() -> new Link(SpanishDates.date(last), "")));
    }

    private static Link beside(String path, LocalDate day, boolean there) {
        return new Link(SpanishDates.date(day), there ? path + day : "");
    }

    private static List<Part> parts(Chosen chosen, LocalDate day, List<Slot> free) {
        var path = chosen.home() + "/cita/datos?" + chosen.query() + "&hora=";
        var byPart = new LinkedHashMap<String, List<Link>>();
        free.stream().filter(slot -> slot.start().toLocalDate().equals(day)).forEach(slot -> byPart
                .computeIfAbsent(part(slot.start().toLocalTime()), _ -> new ArrayList<>())
                .add(new Link(SpanishDates.time(slot.start().toLocalTime()), path + slot.start().toEpochSecond())));
        return byPart.entrySet().stream().map(one -> new Part(one.getKey(), one.getValue())).toList();
    }

    private static String part(LocalTime time) {
        return time.isBefore(NOON) ? "Por la mañana" : time.isBefore(EVENING) ? "Por la tarde" : "Por la noche";
    }

    /** Where there are several places. */
    private static String place(Chosen chosen) {
        return chosen.shop().places().size() > 1 ? chosen.place().name() : "";
    }

    /** What forms send along: names and values. */
    private static List<Link> kept(Chosen chosen) {
        var kept = new ArrayList<Link>();
        chosen.services().forEach(id -> kept.add(new Link(Chosen.SERVICES, id.value().toString())));
        chosen.staff().ifPresent(id -> kept.add(new Link(Chosen.STAFF, id.value().toString())));
        if (chosen.shop().places().size() > 1) {
            kept.add(new Link(Chosen.PLACE, chosen.place().id().value().toString()));
        }
        return kept;
    }

    /** @param key of this form */
    static Details details(Chosen chosen, Filled form, Preview.Possible possible, UUID key) {
        var kept = new ArrayList<>(kept(chosen));
        kept.add(new Link("hora", Long.toString(possible.parts().getFirst().start().toEpochSecond())));
        kept.add(new Link("precio", Long.toString(possible.price().centavos())));
        kept.add(new Link("clave", key.toString()));
        return new Details(anybodys(chosen, visit(chosen.shop().business(), chosen.place().name(), possible)), form, kept);
    }

    static Visit visit(Business business, String place, Preview.Possible possible) {
        var parts = possible.parts();
        return new Visit(SpanishLists.all(parts.stream().map(part -> part.serviceName()).toList()),
                SpanishLists.all(parts.stream().map(part -> part.staffName()).distinct().toList()),
                SpanishDates.dateTime(parts.getFirst().start()), business.locations().size() > 1 ? place : "",
                possible.price().toString());
    }

    /** Whoever is free now may not be when it is booked: nobody is named who was not asked for. */
    private static Visit anybodys(Chosen chosen, Visit now) {
        return chosen.staff().isPresent() ? now : new Visit(now.what(), chosen.who(), now.when(), now.place(), now.price());
    }

    static Visit visit(Business business, Appointment appointment) {
        var place = business.locations().size() < 2 ? Optional.<String>empty()
                : business.location(appointment.location()).map(one -> one.name());
        return new Visit(appointment.serviceName(), appointment.staffName(), SpanishDates.dateTime(appointment.start()),
                place.orElse(""), appointment.price().toString());
    }

    /** As somebody ordered it, whoever will give it. */
    static Visit visit(Chosen chosen, Instant start, Money price) {
        return new Visit(chosen.what(), chosen.who(), SpanishDates.dateTime(start.atZone(chosen.place().zone())),
                place(chosen), price.toString());
    }

    /** Before there is an order: the other times are addresses. */
    static Others others(Chosen chosen, Refusal why) {
        var path = chosen.home() + "/cita/datos?" + chosen.query() + "&hora=";
        return new Others(why.sentence(), chosen.what(), "", "", times(why, path), more(chosen));
    }

    /** Of an order: the other times are sent. */
    static Others others(Chosen chosen, Refusal why, String action, Money price) {
        return new Others(why.sentence(), chosen.what(), action, Long.toString(price.centavos()), times(why, ""), more(chosen));
    }

    private static List<Time> times(Refusal why, String path) {
        return why.alternatives().stream().map(slot -> new Time(SpanishDates.dateTime(slot.start()),
                path + slot.start().toEpochSecond())).toList();
    }

    private static String more(Chosen chosen) {
        return chosen.home() + "/cita/horas?" + chosen.query();
    }
}
