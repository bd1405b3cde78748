package mx.yume.business.hours;

import java.time.LocalDate;
import java.util.Set;

import mx.yume.business.BreakId;
import mx.yume.business.Hours;
import mx.yume.platform.Explained;
import mx.yume.platform.SpanishDates;

/** What came of a change of hours, exceptions or breaks. */
public sealed interface HoursOutcome {

    /** @param version of the location or the staff member from now on */
    record Done(int version) implements HoursOutcome {}

    /** @param breaks made or removed */
    record BreaksChanged(Set<BreakId> breaks) implements HoursOutcome {}

    /** Nothing was changed. */
    sealed interface Refusal extends HoursOutcome, Explained {}

    /** The organization has no such location, staff member, special day or break. */
    record NotFound() implements Refusal {

        @Override
        public String sentence() {
            return "Eso ya no existe: revisa de nuevo los horarios.";
        }
    }

    /** Somebody else changed it since that version was read. */
    record Changed(int version) implements Refusal {

        @Override
        public String sentence() {
            return "Alguien más lo cambió mientras tanto: revísalo de nuevo.";
        }
    }

    /** A question rather than a refusal: fine once confirmed. */
    record CrossesMidnight(Hours hours) implements Refusal {

        @Override
        public String sentence() {
            return "De %s pasa de la medianoche: ¿así es?".formatted(said(hours));
        }
    }

    record ClosesTooLate(Hours hours) implements Refusal {

        @Override
        public String sentence() {
            return "De %s no se puede: lo más tarde es a las %s del día siguiente.".formatted(said(hours),
                    SpanishDates.time(HoursCheck.LATEST_CLOSE));
        }
    }

    /** It ends when it begins. */
    record NoLength(Hours hours) implements Refusal {

        @Override
        public String sentence() {
            return "De %s no pasa tiempo: ¿a qué hora termina?".formatted(said(hours));
        }
    }

    /** Not in whole minutes. */
    record OddTime() implements Refusal {

        @Override
        public String sentence() {
            return "Los horarios van en minutos completos.";
        }
    }

    record Overlapping(Hours one, Hours other) implements Refusal {

        @Override
        public String sentence() {
            return "De %s y de %s se enciman.".formatted(said(one), said(other));
        }
    }

    /** More than {@link HoursCheck#MOST_STRETCHES} in a day. */
    record TooManyStretches() implements Refusal {

        @Override
        public String sentence() {
            return "En un día caben hasta %d horarios separados.".formatted(HoursCheck.MOST_STRETCHES);
        }
    }

    /** They work at another location at that time of the week. */
    record ElsewhereThen(Hours hours, String location) implements Refusal {

        @Override
        public String sentence() {
            return "De %s ya trabaja en %s.".formatted(said(hours), location);
        }
    }

    record InThePast(LocalDate day) implements Refusal {

        @Override
        public String sentence() {
            return "El %s ya pasó.".formatted(SpanishDates.date(day));
        }
    }

    /** More than {@link HoursCheck#DAYS_AHEAD} days from now. */
    record TooFarAhead(LocalDate day) implements Refusal {

        @Override
        public String sentence() {
            return "El %s de %d está demasiado lejos: hasta dos años.".formatted(SpanishDates.date(day), day.getYear());
        }
    }

    /** A break whose last day comes before its first. */
    record EndsBeforeItBegins(LocalDate first, LocalDate last) implements Refusal {

        @Override
        public String sentence() {
            return "El último día no puede ser antes que el primero.";
        }
    }

    /** A break of no weekday or of nobody. */
    record Empty() implements Refusal {

        @Override
        public String sentence() {
            return "Falta decir qué días y de quién.";
        }
    }

    /** More than {@link HoursCheck#LONGEST_NOTE} characters. */
    record NoteTooLong() implements Refusal {

        @Override
        public String sentence() {
            return "La nota puede tener hasta %d letras.".formatted(HoursCheck.LONGEST_NOTE);
        }
    }

    private static String said(Hours hours) {
        return SpanishDates.time(hours.opens()) + " a " + SpanishDates.time(hours.closes());
    }
}
