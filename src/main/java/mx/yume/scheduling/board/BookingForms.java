package mx.yume.scheduling.board;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Agreed;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.WalkIn;

/** Books what was filled into a form, once however often it is sent: by a second tap, by going back, by loading again. */
@ApplicationScoped
public class BookingForms {

    /** Nobody sends a form again after so long. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** Two of the same form follow each other, so that the second finds what the first did. */
    private static final String QUEUE = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String FIND = "select appointment_id from submission where organization_id = $1 and key = $2";
    private static final String KEEP = """
            insert into submission (organization_id, key, appointment_id, submitted_at) values ($1, $2, $3, $4)
            """;
    private static final String FORGET = "delete from submission where organization_id = $1 and submitted_at < $2";

    /** Ends the transaction: nothing of it stays. */
    private static final class Known extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient AppointmentId appointment;

        Known(AppointmentId appointment) {
            super("This form was sent before", null, false, false);
            this.appointment = appointment;
        }
    }

    private final Agenda agenda;
    private final Database database;
    private final Clock clock;

    BookingForms(Agenda agenda, Database database, Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * @param key of the form; one that was refused may be sent again
     * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
     */
    public Uni<FormOutcome> book(Business business, Actor.Staff by, WalkIn walkIn, String origin, UUID key) {
        return told(agenda.walkIn(business, by, walkIn, origin, once(business.id(), key, Alongside.nothing())));
    }

    /**
     * The same by the customer, as it was agreed.
     *
     * @param alongside runs for the form that books, and for no other
     */
    public Uni<FormOutcome> book(Business business, BookingRequest request, Agreed agreed, String origin, UUID key,
            Alongside alongside) {
        return told(agenda.book(business, request, agreed, origin, once(business.id(), key, alongside)));
    }

    /** What a form booked; empty while it booked nothing. */
    public Uni<Optional<AppointmentId>> booked(Business business, UUID key) {
        return database.inTenant(business.id(), connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(business.id().value(), key)).map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(new AppointmentId(rows.iterator().next().getUUID("appointment_id")))));
    }

    private static Uni<FormOutcome> told(Uni<BookingOutcome> outcome) {
        return outcome.<FormOutcome>map(FormOutcome.First::new)
                .onFailure(Known.class).recoverWithItem(known -> new FormOutcome.Again(known.appointment));
    }

    private Alongside once(OrganizationId organization, UUID key, Alongside alongside) {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return connection.preparedQuery(QUEUE).execute(Tuple.of(key.toString()))
                        .chain(() -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), key)))
                        .invoke(rows -> rows.forEach(row -> {
                            throw new Known(new AppointmentId(row.getUUID("appointment_id")));
                        })).chain(() -> alongside.before(connection));
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                var now = clock.instant();
                return connection.preparedQuery(FORGET)
                        .execute(Tuple.of(organization.value(), now.minus(REMEMBERED).atOffset(ZoneOffset.UTC)))
                        .chain(() -> connection.preparedQuery(KEEP).execute(Tuple.of(organization.value(), key,
                                appointment.id().value(), now.atOffset(ZoneOffset.UTC))))
                        .chain(() -> alongside.after(connection, appointment));
            }
        };
    }
}
