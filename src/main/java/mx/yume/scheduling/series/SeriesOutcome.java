package mx.yume.scheduling.series;

import java.util.List;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.series.Occurrence.Conflict;

/** What came of a series that was planned or booked. */
public sealed interface SeriesOutcome {

    /** @param occurrences sorted by start, one for each time */
    record Planned(List<Occurrence> occurrences) implements SeriesOutcome {

        public Planned {
            occurrences = List.copyOf(occurrences);
        }

        public List<Conflict> conflicts() {
            return occurrences.stream().filter(Conflict.class::isInstance).map(Conflict.class::cast).toList();
        }
    }

    /**
     * @param appointments sorted by start, never empty
     * @param left the times that were not free; none unless only the free ones were asked for
     */
    record Booked(SeriesId series, List<Appointment> appointments, List<Conflict> left) implements SeriesOutcome {

        public Booked {
            appointments = List.copyOf(appointments);
            left = List.copyOf(left);
        }
    }

    /** Nothing was booked: some times are not free, and only the free ones were not asked for, or there is none. */
    record Conflicts(List<Conflict> conflicts, int free) implements SeriesOutcome, Explained {

        public Conflicts {
            conflicts = List.copyOf(conflicts);
        }

        @Override
        public String sentence() {
            if (free == 0) {
                return "Ninguna de esas fechas se puede.";
            }
            return conflicts.size() == 1 ? "Una de esas fechas no se puede."
                    : conflicts.size() + " de esas fechas no se pueden.";
        }
    }

    /** Too often, too rarely, or too many times. */
    sealed interface BadRhythm extends SeriesOutcome, Explained {}

    record NotSoManyWeeks(int most) implements BadRhythm {

        @Override
        public String sentence() {
            return "Las citas se pueden repetir cada 1 a %d semanas.".formatted(most);
        }
    }

    record NotSoManyTimes(int fewest, int most) implements BadRhythm {

        @Override
        public String sentence() {
            return "Se pueden agendar de %d a %d citas de una vez.".formatted(fewest, most);
        }
    }
}
