package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.yume.business.Hours;

/**
 * Opening hours of a week as they were said.
 *
 * @param days hours on the wall clock by weekday, in order; an empty list is a day that is closed, an absent day was not spoken of
 * @param doubts what could be read in another way: to be asked back before it is believed
 */
public record WeekReading(Map<DayOfWeek, List<Hours>> days, Set<Doubt> doubts) {

    /** Why it could be meant otherwise. */
    public enum Doubt {
        /** Hours without days: read as every day. */
        WHICH_DAYS,
        /** Days without hours of their own: read as those said for others. */
        WHICH_HOURS,
        /** "de 9 a 11": read as closing at night. */
        MORNING_OR_NIGHT,
        /** It closes on the day after. */
        PAST_MIDNIGHT,
        /** "24 horas": from midnight to midnight. */
        ALL_DAY,
        /** One day was given different hours, of which the last are read, or hours that overlap. */
        SAID_TWICE
    }

    public WeekReading {
        EnumMap<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
        days = java.util.Collections.unmodifiableMap(copy);
        doubts = Set.copyOf(doubts);
    }
}
