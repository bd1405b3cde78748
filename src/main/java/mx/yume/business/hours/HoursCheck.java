package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome.ClosesTooLate;
import mx.yume.business.hours.HoursOutcome.CrossesMidnight;
import mx.yume.business.hours.HoursOutcome.ElsewhereThen;
import mx.yume.business.hours.HoursOutcome.Empty;
import mx.yume.business.hours.HoursOutcome.EndsBeforeItBegins;
import mx.yume.business.hours.HoursOutcome.InThePast;
import mx.yume.business.hours.HoursOutcome.NoLength;
import mx.yume.business.hours.HoursOutcome.NoteTooLong;
import mx.yume.business.hours.HoursOutcome.OddTime;
import mx.yume.business.hours.HoursOutcome.Refusal;
import mx.yume.business.hours.HoursOutcome.TooFarAhead;
import mx.yume.business.hours.HoursOutcome.TooManyStretches;

/**
 * What is wrong with hours that somebody asked for; empty when nothing is. What writes them trusts that this was asked. Passing
 * midnight is the one thing that is fine once confirmed, so it is said last.
 */
public final class HoursCheck {

    public static final int MOST_STRETCHES = 4;
    /** On the day after. */
    public static final LocalTime LATEST_CLOSE = LocalTime.of(6, 0);
    public static final int LONGEST_NOTE = 120;
    /** How far ahead a date can be set apart. */
    public static final int DAYS_AHEAD = 731;

    private HoursCheck() {}

    /** Of a location or of a staff member. */
    public static Optional<Refusal> week(WeeklyHours week, boolean midnightConfirmed) {
        var days = Stream.of(DayOfWeek.values()).map(week::on).toList();
        return first(days, HoursCheck::mistake)
                .or(() -> WeekStretches.of(week).overlap())
                .or(() -> midnightConfirmed ? Optional.empty() : first(days, HoursCheck::pastMidnight));
    }

    /** The hours of one date; none when closed. */
    public static Optional<Refusal> day(List<Hours> stretches, boolean midnightConfirmed) {
        return mistake(stretches).or(() -> midnightConfirmed ? Optional.empty() : pastMidnight(stretches));
    }

    /** Whether a date can be set apart, or a break begin or end on it. */
    public static Optional<Refusal> date(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            return Optional.of(new InThePast(day));
        }
        return day.isAfter(today.plusDays(DAYS_AHEAD)) ? Optional.of(new TooFarAhead(day)) : Optional.empty();
    }

    /** Of a special day, or why somebody takes a break. */
    public static Optional<Refusal> note(String note) {
        return note.strip().codePointCount(0, note.strip().length()) > LONGEST_NOTE
                ? Optional.of(new NoteTooLong())
                : Optional.empty();
    }

    /** @param whose breaks, of how many people */
    public static Optional<Refusal> breaks(BreakPlan plan, Collection<?> whose, LocalDate today, boolean midnightConfirmed) {
        if (plan.weekdays().isEmpty() || whose.isEmpty()) {
            return Optional.of(new Empty());
        }
        return plan.last().filter(last -> last.isBefore(plan.first()))
                .<Refusal>map(last -> new EndsBeforeItBegins(plan.first(), last))
                .or(() -> plan.last().flatMap(last -> date(last, today)))
                .or(() -> beginning(plan.first(), today))
                .or(() -> note(plan.reason()))
                .or(() -> day(List.of(plan.hours()), midnightConfirmed));
    }

    /** It may have begun before, as far back as one may look ahead. */
    private static Optional<Refusal> beginning(LocalDate first, LocalDate today) {
        return first.isBefore(today) && !first.isBefore(today.minusDays(DAYS_AHEAD)) ? Optional.empty() : date(first, today);
    }

    /** Nobody works at two locations at once. Wall clocks are compared, whatever their zones. */
    public static Optional<Refusal> elsewhere(Business business, StaffMember member, LocationId location, WeeklyHours week) {
        var here = WeekStretches.of(week);
        return first(business.locations().stream().filter(other -> !other.id().equals(location)).toList(),
                other -> here.within(WeekStretches.of(member.hoursAt(other.id())))
                        .map(hours -> new ElsewhereThen(hours, other.name())));
    }

    /** The longest that any location is open without a break; empty when no opening hours are known at all. */
    public static Optional<Duration> longestOpening(Business business) {
        return business.locations().stream().flatMap(HoursCheck::openings).max(Comparator.naturalOrder())
                .filter(Duration::isPositive);
    }

    private static Stream<Duration> openings(Location location) {
        return Stream.concat(Stream.of(WeekStretches.of(location.hours()).longest()),
                location.specialDays().byDate().values().stream().flatMap(List::stream).map(WeekStretches::length));
    }

    private static Optional<Refusal> mistake(List<Hours> day) {
        return first(day, HoursCheck::mistake)
                .or(() -> day.size() > MOST_STRETCHES ? Optional.of(new TooManyStretches()) : Optional.empty())
                .or(() -> WeekStretches.of(new WeeklyHours(Map.of(DayOfWeek.MONDAY, day))).overlap());
    }

    private static Optional<Refusal> mistake(Hours hours) {
        if (!wholeMinutes(hours.opens()) || !wholeMinutes(hours.closes())) {
            return Optional.of(new OddTime());
        }
        if (hours.opens().equals(hours.closes())) {
            return Optional.of(new NoLength(hours));
        }
        return hours.crossesMidnight() && hours.closes().isAfter(LATEST_CLOSE)
                ? Optional.of(new ClosesTooLate(hours))
                : Optional.empty();
    }

    private static boolean wholeMinutes(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static Optional<Refusal> pastMidnight(List<Hours> day) {
        return day.stream().filter(Hours::crossesMidnight).findFirst().map(CrossesMidnight::new);
    }

    private static <T> Optional<Refusal> first(List<T> each, Function<T, Optional<Refusal>> wrong) {
        return each.stream().map(wrong).flatMap(Optional::stream).findFirst();
    }
}
