package mx.yume.scheduling.attendance;

import static mx.yume.scheduling.attendance.Step.ACCEPT;
import static mx.yume.scheduling.attendance.Step.CANCEL;
import static mx.yume.scheduling.attendance.Step.CLOSE;
import static mx.yume.scheduling.attendance.Step.COMMENT;
import static mx.yume.scheduling.attendance.Step.COMPLETE;
import static mx.yume.scheduling.attendance.Step.DISPUTE;
import static mx.yume.scheduling.attendance.Step.END;
import static mx.yume.scheduling.attendance.Step.MOVE;
import static mx.yume.scheduling.attendance.Step.RATE;
import static mx.yume.scheduling.attendance.Step.UPHOLD;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import mx.yume.scheduling.Appointment;

/** Where a visit stands. Drawn in docs/scheduling.md, "After the visit". */
public enum VisitStage {
    BOOKED("Esa cita todavía está por venir."),
    /** Over, and nobody said how it went. */
    PENDING_ATTENDANCE("Falta marcar si el cliente vino a esa cita."), COMPLETED("Esa cita ya se atendió."), NO_SHOW(
            "Esa cita quedó como inasistencia."),
    /** The customer says that they came; the owner decides. */
    DISPUTED("El cliente dice que sí vino: lo decide el dueño."), RATED("El cliente ya calificó esa visita."), CLOSED(
            "Esa cita ya está cerrada."), CANCELLED("Esa cita está cancelada.");

    /** What may happen in each stage and what it leads to; nothing else may. */
    private static final Map<VisitStage, Map<Step, VisitStage>> TABLE = Map.of(
            BOOKED,
            Map.of(MOVE, BOOKED, CANCEL, CANCELLED, END, PENDING_ATTENDANCE, COMPLETE, COMPLETED, Step.NO_SHOW, NO_SHOW),
            PENDING_ATTENDANCE, Map.of(MOVE, BOOKED, CANCEL, CANCELLED, COMPLETE, COMPLETED, Step.NO_SHOW, NO_SHOW),
            COMPLETED, Map.of(Step.NO_SHOW, NO_SHOW, RATE, RATED, CLOSE, CLOSED),
            NO_SHOW, Map.of(COMPLETE, COMPLETED, DISPUTE, DISPUTED, CLOSE, CLOSED),
            DISPUTED, Map.of(UPHOLD, CLOSED, ACCEPT, COMPLETED),
            RATED, Map.of(COMMENT, RATED, CLOSE, CLOSED),
            CLOSED, Map.of(),
            CANCELLED, Map.of());

    private final String sentence;

    VisitStage(String sentence) {
        this.sentence = sentence;
    }

    public static VisitStage of(Appointment visit, Instant now) {
        var aftermath = visit.aftermath();
        return switch (visit.status()) {
            case PENDING, CONFIRMED -> visit.end().toInstant().isAfter(now) ? BOOKED : PENDING_ATTENDANCE;
            case COMPLETED -> aftermath.closed() ? CLOSED : aftermath.rating().isPresent() ? RATED : COMPLETED;
            case NO_SHOW -> aftermath.closed() ? CLOSED : aftermath.disputed() ? DISPUTED : NO_SHOW;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Empty when that cannot happen in this stage. */
    public Optional<VisitStage> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    /** In Spanish, for somebody who wanted what cannot happen in it. */
    public String sentence() {
        return sentence;
    }
}
