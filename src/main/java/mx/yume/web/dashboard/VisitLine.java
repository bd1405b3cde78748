package mx.yume.web.dashboard;

import java.util.Locale;

import io.quarkus.qute.TemplateData;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;

/**
 * One visit, in words.
 *
 * @param mark the class of its status in the page's style
 */
@TemplateData
public record VisitLine(String time, String customer, String service, String staff, String status, String mark) {

    static VisitLine of(Appointment visit) {
        return new VisitLine(SpanishDates.time(visit.start().toLocalTime()), visit.customerName(), visit.serviceName(),
                visit.staffName(), words(visit.status()), visit.status().name().toLowerCase(Locale.ROOT));
    }

    private static String words(AppointmentStatus status) {
        return switch (status) {
            case PENDING -> "Por confirmar";
            case CONFIRMED -> "Confirmada";
            case COMPLETED -> "Atendida";
            case NO_SHOW -> "No llegó";
            case CANCELLED -> "Cancelada";
        };
    }
}
