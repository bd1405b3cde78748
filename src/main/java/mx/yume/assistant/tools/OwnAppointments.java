package mx.yume.assistant.tools;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;

/** The appointments of whoever is asking. Those of others do not exist for them. */
@ApplicationScoped
class OwnAppointments {

    private final Agenda agenda;

    OwnAppointments(Agenda agenda) {
        this.agenda = agenda;
    }

    Uni<Optional<Appointment>> find(ToolContext context, AppointmentId id) {
        return agenda.appointment(context.business(), id)
                .map(found -> found.filter(appointment -> appointment.of(context.turn().person().id())));
    }

    /** Whether it can still be moved or cancelled: not begun, and not ended in any way. */
    boolean open(ToolContext context, Appointment appointment) {
        return switch (appointment.status()) {
            case PENDING, CONFIRMED -> appointment.start().toInstant().isAfter(context.turn().now());
            case COMPLETED, NO_SHOW, CANCELLED -> false;
        };
    }
}
