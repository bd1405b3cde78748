package mx.yume.scheduling.blocks;

import mx.yume.platform.Explained;

/** Why a time can be neither blocked nor given back. */
public sealed interface BlockRefusal extends Explained {

    /** A block lasts at most this many days. */
    int MOST_DAYS = 366;
    /** A reason has at most this many characters. */
    int LONGEST_REASON = 120;

    record Nobody() implements BlockRefusal {

        @Override
        public String sentence() {
            return "Falta decir de quién es el tiempo.";
        }
    }

    /** One of those named does not work here (any more). */
    record UnknownStaff() implements BlockRefusal {

        @Override
        public String sentence() {
            return "Esa persona ya no está en el equipo.";
        }
    }

    /** The business has no such location (any more). */
    record UnknownLocation() implements BlockRefusal {

        @Override
        public String sentence() {
            return "Ese local ya no está disponible.";
        }
    }

    /** Also when there is nothing in between because the clocks are put forward just then. */
    record EndsBeforeItStarts() implements BlockRefusal {

        @Override
        public String sentence() {
            return "La hora de fin debe ser después de la de inicio.";
        }
    }

    record InThePast() implements BlockRefusal {

        @Override
        public String sentence() {
            return "Ese tiempo ya pasó.";
        }
    }

    record TooLong() implements BlockRefusal {

        @Override
        public String sentence() {
            return "Se pueden bloquear hasta " + MOST_DAYS + " días seguidos.";
        }
    }

    /** Every week, but on none of its days. */
    record NoDays() implements BlockRefusal {

        @Override
        public String sentence() {
            return "En esas fechas no cae ninguno de esos días.";
        }
    }

    record ReasonTooLong() implements BlockRefusal {

        @Override
        public String sentence() {
            return "El motivo puede tener hasta " + LONGEST_REASON + " letras.";
        }
    }
}
