package mx.yume.scheduling;

/** Why something else than expected can be done with an appointment, in Spanish. */
public final class Standing {

    public static final String NOT_FOUND = "No encontré esa cita.";

    private Standing() {}

    /** Of one that changed since it was seen, or is no longer to be changed. */
    public static String of(Appointment now) {
        return switch (now.status()) {
            case CANCELLED -> "Esa cita ya está cancelada.";
            case COMPLETED -> "Esa cita ya se atendió.";
            case NO_SHOW -> "Esa cita quedó como inasistencia.";
            case PENDING, CONFIRMED -> "Esa cita cambió o ya empezó. Revísala de nuevo.";
        };
    }
}
