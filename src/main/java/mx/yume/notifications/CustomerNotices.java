package mx.yume.notifications;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Job;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentFact.By;

/**
 * Tells customers at once of what the business changed or cancelled of theirs, unless whoever did it tells them. Only whoever
 * wrote within WhatsApp's window of 24 hours and has not opted out.
 */
@ApplicationScoped
class CustomerNotices {

    private final Correspondents correspondents;
    private final Outbox outbox;
    private final NoticeTexts texts;

    CustomerNotices(Correspondents correspondents, Outbox outbox, NoticeTexts texts) {
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** @param appointment as the fact left it, not yet past */
    Uni<Void> tell(SqlConnection connection, Job job, AppointmentFact fact, Business business, Appointment appointment) {
        return text(job.kind(), fact, business, appointment).filter(text -> toBeTold(fact))
                .flatMap(text -> appointment.customer().map(customer -> correspondents
                        .reachable(connection, business.id(), customer, job.origin()).chain(conversations -> {
                            Uni<Void> written = Uni.createFrom().voidItem();
                            for (var conversation : conversations) {
                                var purpose = "customer:%s:%s:%d:%s".formatted(job.kind(), fact.appointment(), fact.version(),
                                        conversation);
                                var letter = new Letter(conversation, Optional.empty(), purpose, new Text(text));
                                written = written.chain(() -> outbox.write(connection, business.id(), letter));
                            }
                            return written;
                        })))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static boolean toBeTold(AppointmentFact fact) {
        return fact.by() == By.BUSINESS && !Boolean.TRUE.equals(fact.untold());
    }

    private Optional<String> text(String kind, AppointmentFact fact, Business business, Appointment appointment) {
        var when = SpanishDates.dateTime(appointment.start());
        return switch (kind) {
            case AppointmentFact.MOVED -> Optional.of(texts.yoursMoved(business.publicName(), appointment.serviceName(),
                    appointment.staffName(), StaffNotices.before(fact, appointment), when));
            case AppointmentFact.CANCELLED -> Optional.of(texts.yoursCancelled(business.publicName(),
                    appointment.serviceName(), when));
            default -> Optional.empty();
        };
    }
}
