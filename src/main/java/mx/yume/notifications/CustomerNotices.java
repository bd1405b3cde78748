package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.customers.Customers;
import mx.yume.customers.PersonId;
import mx.yume.notifications.AppointmentNotices.Told;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentFact.By;

/**
 * Tells customers of what the business booked, changed or cancelled of theirs, unless whoever did it tells them. What they did
 * themselves was confirmed by the reply to it. Whoever opted out is told nothing.
 */
@ApplicationScoped
class CustomerNotices {

    /** Whoever is booked for so soon stands at the counter. */
    private static final Duration AT_THE_COUNTER = Duration.ofMinutes(15);

    private record Words(String text, Templated template) {}

    private final Customers customers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final NoticeTexts texts;
    private final Clock clock;

    CustomerNotices(Customers customers, Correspondents correspondents, Outbox outbox, NoticeTexts texts, Clock clock) {
        this.customers = customers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    Uni<Void> tell(SqlConnection connection, Told told) {
        return told.appointment().customer().filter(customer -> toBeTold(told))
                .map(customer -> addressed(connection, told, customer).chain(conversations -> outbox.write(connection,
                        told.business().id(), conversations.stream().map(each -> letter(told, each)).toList())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<List<ConversationId>> addressed(SqlConnection connection, Told told, PersonId customer) {
        return customers.person(connection, told.business().id(), customer).chain(person -> correspondents
                .addressable(connection, told.business().id(), customer, person.phone(), told.job().origin()));
    }

    private boolean toBeTold(Told told) {
        var start = told.appointment().start().toInstant();
        var here = told.kind().equals(AppointmentFact.BOOKED) && start.isBefore(clock.instant().plus(AT_THE_COUNTER));
        return told.fact().by() == By.BUSINESS && !Boolean.TRUE.equals(told.fact().untold()) && !here;
    }

    private Letter letter(Told told, ConversationId conversation) {
        var words = words(told);
        var appointment = told.appointment();
        var letter = Letter.notice(conversation, told.purpose("customer", conversation), new Text(words.text()))
                .or(words.template()).until(appointment.start().toInstant()).about(appointment.id().value());
        return told.near() ? letter : letter.quietIn(appointment.start().getZone());
    }

    private Words words(Told told) {
        var business = told.business();
        var appointment = told.appointment();
        var when = SpanishDates.dateTime(appointment.start());
        return switch (told.kind()) {
            case AppointmentFact.BOOKED -> new Words(texts.yoursBooked(business.publicName(), appointment.serviceName(),
                    appointment.staffName(), appointment.price().toString(), when),
                    NoticeTemplates.confirmed(business, appointment));
            case AppointmentFact.MOVED -> {
                var before = StaffNotices.before(told.fact(), appointment);
                yield new Words(texts.yoursMoved(business.publicName(), appointment.serviceName(), appointment.staffName(),
                        appointment.price().toString(), before, when),
                        NoticeTemplates.changed(business, appointment, before));
            }
            case AppointmentFact.CANCELLED -> new Words(
                    texts.yoursCancelled(business.publicName(), appointment.serviceName(), appointment.staffName(), when),
                    NoticeTemplates.cancelled(business, appointment));
            default -> throw new IllegalArgumentException("No notice for " + told.kind());
        };
    }
}
