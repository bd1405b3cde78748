package mx.yume.web.publicsite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.platform.SpanishDates;
import mx.yume.web.publicsite.PublicView.Category;
import mx.yume.web.publicsite.PublicView.Line;
import mx.yume.web.publicsite.PublicView.Offer;
import mx.yume.web.publicsite.PublicView.Place;

/** A business in words for its customers. */
final class PublicWords {

    /** Days ahead that are told when they are not like their weekday. */
    private static final int SOON = 21;
    private static final int NAMED = 3;
    private static final String CLOSED = "Cerrado";
    private static final String MAP = "https://www.google.com/maps/search/?api=1&query=";
    /** Any week begins on a Monday; this one lends its names. */
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    private PublicWords() {}

    /** Each by the day that it is there. */
    static List<Place> places(Business business, Instant now) {
        boolean several = business.locations().size() > 1;
        return business.locations().stream().map(one -> new Place(several ? one.name() : "", one.address(), map(business, one),
                week(one), other(one, LocalDate.ofInstant(now, one.zone())))).toList();
    }

    private static String map(Business business, Location location) {
        return location.address().isBlank() ? ""
                : MAP + URLEncoder.encode(business.publicName() + ", " + location.address(), StandardCharsets.UTF_8);
    }

    /** Days that follow each other and are alike share a line. */
    static List<Line> week(Location location) {
        var lines = new ArrayList<Line>();
        var first = MONDAY;
        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(7)); day = day.plusDays(1)) {
            var hours = location.hours().on(day.getDayOfWeek());
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || !hours.equals(location.hours().on(day.plusDays(1).getDayOfWeek()))) {
                lines.add(new Line(days(first, day), hours(hours)));
                first = day.plusDays(1);
            }
        }
        return lines;
    }

    private static String days(LocalDate first, LocalDate last) {
        var from = SpanishDates.dayName(first);
        var name = first.equals(last) ? from
                : from + (first.plusDays(1).equals(last) ? " y " : " a ") + SpanishDates.dayName(last);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String hours(List<Hours> stretches) {
        return stretches.isEmpty() ? CLOSED
                : stretches.stream().map(one -> time(one.opens()) + " a " + time(one.closes()))
                        .collect(Collectors.joining(" y "));
    }

    /** Never broken in two where a line ends. */
    private static String time(LocalTime time) {
        return SpanishDates.time(time).replace(' ', '\u00A0');
    }

    private static List<Line> other(Location location, LocalDate today) {
        return today.datesUntil(today.plusDays(SOON)).filter(day -> location.specialDays().on(day).isPresent())
                .map(day -> new Line(SpanishDates.date(day), hours(location.hoursOn(day)))).toList();
    }

    /** In the owner's order, categories where their first service is; those without one need no heading when they come first. */
    static List<Category> menu(Business business) {
        var byCategory = new LinkedHashMap<String, List<Offer>>();
        business.services().forEach(service -> byCategory
                .computeIfAbsent(service.category().orElse(""), name -> new ArrayList<>()).add(offer(service)));
        var first = byCategory.isEmpty() ? "" : byCategory.firstEntry().getKey();
        return byCategory.entrySet().stream().map(one -> new Category(
                one.getKey().isEmpty() && !first.isEmpty() ? "Otros servicios" : one.getKey(), one.getValue())).toList();
    }

    private static Offer offer(Service service) {
        return new Offer(service.name(), service.description(), SpanishDates.duration(service.duration()),
                service.price().toString());
    }

    static String about(Business business) {
        var names = business.services().stream().limit(NAMED).map(Service::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "Agenda tu cita en " + business.publicName() + " por WhatsApp."
                : names + " y más. Agenda tu cita por WhatsApp.";
    }
}
