package mx.yume.web.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;
import mx.yume.business.Capability;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.blocks.ActionId;
import mx.yume.scheduling.blocks.TimeOff;
import mx.yume.web.calendar.HoursView;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;

/** What the pages of time off show, in words. */
final class TimeOffViews {

    static final int A_PAGE = 25;

    private TimeOffViews() {}

    /** @param removable whether it is theirs to take back */
    @TemplateData
    public record Row(String action, String when, String about, boolean removable) {}

    /** @param earlier and {@code later} pages, 0 for none */
    @TemplateData
    public record Listing(List<Row> weekly, List<Row> once, int earlier, int later) {

        public Listing {
            weekly = List.copyOf(weekly);
            once = List.copyOf(once);
        }
    }

    @TemplateData
    public record Choice(String value, String label, boolean chosen) {}

    /** @param people whose time it can be; none for who may block only their own */
    @TemplateData
    public record Asking(Filled form, List<Choice> kinds, List<Choice> people, List<Choice> weekdays) {

        public Asking {
            kinds = List.copyOf(kinds);
            people = List.copyOf(people);
            weekdays = List.copyOf(weekdays);
        }
    }

    /** What one action made is one row, whoever's it is. */
    static Listing listing(Here here, List<TimeOff> all, int page) {
        var once = rows(here, all.stream().filter(one -> !one.everyWeek()).toList(), false);
        var weekly = rows(here, all.stream().filter(TimeOff::everyWeek).toList(), true);
        int from = Math.min(Math.max(0, page - 1) * A_PAGE, once.size());
        int to = Math.min(from + A_PAGE, once.size());
        return new Listing(weekly, once.subList(from, to), from == 0 ? 0 : page - 1, to == once.size() ? 0 : page + 1);
    }

    private static List<Row> rows(Here here, List<TimeOff> all, boolean weekly) {
        var byAction = new LinkedHashMap<ActionId, List<TimeOff>>();
        all.forEach(one -> byAction.computeIfAbsent(one.action(), _ -> new ArrayList<>()).add(one));
        return byAction.values().stream().map(those -> row(here, those, weekly)).toList();
    }

    private static Row row(Here here, List<TimeOff> those, boolean weekly) {
        var first = those.getFirst();
        var who = those.stream().map(TimeOff::staffName).distinct().collect(Collectors.joining(", "));
        var mine = those.stream().anyMatch(one -> one.staff().equals(here.memberId()));
        return new Row(first.action().value().toString(), weekly ? everyWeek(those) : once(first),
                who + (first.reason().isEmpty() ? "" : " · " + first.reason()), mine || here.may(Capability.BLOCK_OTHERS));
    }

    private static String everyWeek(List<TimeOff> those) {
        var days = those.stream().map(one -> one.start().getDayOfWeek()).distinct().sorted().map(HoursView::name)
                .collect(Collectors.joining(", "));
        return capital(days.toLowerCase(Locale.ROOT)) + ": " + SpanishDates.time(those.getFirst().start().toLocalTime()) + " a "
                + SpanishDates.time(those.getFirst().end().toLocalTime());
    }

    private static String once(TimeOff off) {
        var start = off.start().toLocalDate();
        var whole = off.start().toLocalTime().equals(LocalTime.MIDNIGHT) && off.end().toLocalTime().equals(LocalTime.MIDNIGHT);
        if (whole) {
            var last = off.end().toLocalDate().minusDays(1);
            return capital(SpanishDates.date(start))
                    + (last.equals(start) ? ", todo el día" : " al " + SpanishDates.date(last));
        }
        var until = off.end().toLocalDate().equals(start) ? SpanishDates.time(off.end().toLocalTime())
                : SpanishDates.dateTime(off.end());
        return capital(SpanishDates.dateTime(off.start())) + " a " + until;
    }

    private static String capital(String said) {
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    static Asking asking(Here here, Filled form, List<String> weekdays) {
        return new Asking(form, List.of(kind(form, Reading.DAYS, "Días completos"), kind(form, Reading.HOURS, "Unas horas"),
                kind(form, Reading.WEEK, "Cada semana")), people(here, form.value("quien")),
                Arrays.stream(DayOfWeek.values()).map(day -> new Choice(Integer.toString(day.getValue()), HoursView.name(day),
                        weekdays.contains(Integer.toString(day.getValue())))).toList());
    }

    private static Choice kind(Filled form, String value, String label) {
        return new Choice(value, label, form.is("tipo", value));
    }

    private static List<Choice> people(Here here, String chosen) {
        if (!here.may(Capability.BLOCK_OTHERS)) {
            return List.of();
        }
        var people = new ArrayList<Choice>();
        people.add(new Choice(Reading.EVERYBODY, "Todo el equipo", chosen.equals(Reading.EVERYBODY)));
        here.business().staff().stream().sorted(Comparator.comparing(one -> !one.id().equals(here.memberId())))
                .forEach(one -> people.add(new Choice(one.id().value().toString(),
                        one.id().equals(here.memberId()) ? "Yo (" + one.name() + ")" : one.name(),
                        chosen.isEmpty() ? one.id().equals(here.memberId()) : chosen.equals(one.id().value().toString()))));
        return people;
    }

    static LocalDate today(Here here, Instant now) {
        return LocalDate.ofInstant(now, here.location().zone());
    }
}
