package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.language.Lexicon;
import mx.yume.business.Hours;
import mx.yume.platform.PhoneNumber;

/** Readings as one line each, as the corpora write them: only what was understood, "-" when that is nothing. */
public final class BusinessReadings {
    private static final List<String> DAYS = List.of("lun", "mar", "mie", "jue", "vie", "sab", "dom");
    private static final Map<String, List<String>> MENUS = Map.of("nuevo", List.of(), "barberia",
            List.of("Corte", "Barba", "Tinte"), "lupita",
            List.of("Corte de cabello", "Corte y barba", "Barba", "Tinte", "Peinado", "Manicure", "Pedicure", "Gelish"));

    private BusinessReadings() {}

    public static String amount(String kind, String text) {
        return switch (kind) {
            case "price" -> Amounts.price(text).map(Object::toString).orElse("-");
            case "time" -> Amounts.duration(text).map(Object::toString).orElse("-");
            case "phone" -> joined("; ", Phones.in(text).stream().map(BusinessReadings::national));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    public static String menu(String known, String text) {
        MenuReading reading = MenuReader.read(text, menu(known));
        return joined("; ", Stream.concat(reading.lines().stream().map(BusinessReadings::line),
                reading.removed().stream().map(name -> "quita " + name)));
    }

    private static String line(ServiceLine line) {
        return line.name() + line.known().map(name -> "=" + name).orElse("")
                + line.duration().map(length -> " " + length.toMinutes() + "m").orElse("")
                + line.price().map(price -> " " + price).orElse("") + (line.from() ? " desde" : "");
    }

    public static String week(String asked, String text) {
        return switch (asked) {
            case "hours" -> WeekReader.read(text).map(BusinessReadings::week).orElse("-");
            case "days" -> joined(" ", Weekdays.read(text).stream().sorted().map(BusinessReadings::day));
            default -> throw new IllegalArgumentException(asked);
        };
    }

    private static String week(WeekReading reading) {
        List<String> runs = new ArrayList<>();
        DayOfWeek[] week = DayOfWeek.values();
        for (int i = 0; i < week.length;) {
            Optional<List<Hours>> hours = Optional.ofNullable(reading.days().get(week[i]));
            int end = i;
            while (end + 1 < week.length && hours.isPresent() && hours.get().equals(reading.days().get(week[end + 1]))) {
                end++;
            }
            String days = day(week[i]) + (end > i ? "-" + day(week[end]) : "");
            hours.ifPresent(open -> runs.add(days + " " + (open.isEmpty() ? "cerrado" : written(open))));
            i = end + 1;
        }
        return String.join("; ", runs) + (reading.doubts().isEmpty() ? ""
                : " ? " + joined(" ", reading.doubts().stream().map(Enum::name).sorted()));
    }

    private static String written(List<Hours> open) {
        return open.stream().map(hours -> hours.opens() + "-" + hours.closes()).collect(Collectors.joining(","));
    }

    public static String team(String known, String text) {
        return TeamReader.read(text, menu(known))
                .map(team -> team.nobody() ? "nadie" : joined("; ", team.lines().stream().map(BusinessReadings::person)))
                .orElse("-");
    }

    private static String person(TeamLine line) {
        String does = line.everything() ? " [todo]"
                : line.services().isEmpty() ? "" : " [" + String.join("+", line.services()) + "]";
        return line.name() + line.phone().map(phone -> " " + national(phone)).orElse("") + does
                + line.permission().map(permission -> " " + permission).orElse("");
    }

    public static String span(Lexicon lexicon, String text) {
        return Spans.read(text, lexicon).map(BusinessReadings::span).orElse("-");
    }

    private static String span(SpanReading span) {
        String to = span.to().equals(span.from()) ? "" : ".." + span.to();
        String hours = span.hours().map(open -> " " + open.opens() + "-" + open.closes()).orElse("");
        return span.from() + to + (span.wholeDay() ? " todo" : "") + hours
                + (span.weekly() ? " cada " + days(span.weekdays()) : "") + (span.confirm() ? " !" : "");
    }

    private static String days(Collection<DayOfWeek> days) {
        return days.stream().sorted().map(BusinessReadings::day).collect(Collectors.joining(","));
    }

    private static String day(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    private static List<String> menu(String known) {
        return Objects.requireNonNull(MENUS.get(known), known);
    }

    private static String national(PhoneNumber phone) {
        return phone.e164().replaceFirst("^\\+52", "");
    }

    private static String joined(String between, Stream<String> parts) {
        String line = parts.collect(Collectors.joining(between));
        return line.isEmpty() ? "-" : line;
    }
}
