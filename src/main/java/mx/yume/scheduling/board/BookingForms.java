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
import mx.yume.customers.Newcomer;
import mx.yume.customers.Newcomers;
import mx.yume.customers.PersonId;
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
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.WalkIn;

/** Books what was filled into a form, once however often it is sent: by a second tap, by going back, by loading again. */
@ApplicationScoped
public class BookingForms {

    /** Nobody sends a form again after so long. */
    private static final Duration REMEMBERED = Duration.ofDays(30);
    /** Nobody else writes down the same person more often just then. */
    private static final int TRIES = 3;

    /** Two of the same form follow each other, so that the second finds what the first did. */
    private static final String QUEUE = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String FIND = "select appointment_id from submission where organization_id = $1 and key = $2";
    private static final String KEEP = """
            insert into submission (organization_id, key, appointment_id, submitted_at) values ($1, $2, $3, $4)
            """;
    private static final String FORGET = "delete from submission where organization_id = $1 and submitted_at < $2";

    /** Ends the transaction: nothing of it stays. */
    private abstract static class Ended extends RuntimeException {

        private static final long serialVersionUID = 1;

        Ended(String why) {
            super(why, null, false, false);
        }

        abstract FormOutcome outcome();
    }

    private static final class Known extends Ended {

        private static final long serialVersionUID = 1;

        private final transient AppointmentId appointment;

        Known(AppointmentId appointment) {
            super("This form was sent before");
            this.appointment = appointment;
        }

        @Override
        FormOutcome outcome() {
            return new FormOutcome.Again(appointment);
        }
    }

    /** Whoever was written down for it is not known either. */
    private static final class NotBooked extends Ended {

        private static final long serialVersionUID = 1;

        private final transient Refusal why;

        NotBooked(Refusal why) {
            super("This form was refused");
            this.why = why;
        }

        @Override
        FormOutcome outcome() {
            return new FormOutcome.First(new BookingOutcome.Refused(why));
        }
    }

    /** Somebody else wrote down whoever has this phone. */
    private static final class Meanwhile extends RuntimeException {

        private static final long serialVersionUID = 1;

        Meanwhile() {
            super("Somebody else has this phone by now", null, false, false);
        }
    }

    private final Agenda agenda;
    private final Newcomers newcomers;
    private final Database database;
    private final Clock clock;

    BookingForms(Agenda agenda, Newcomers newcomers, Database database, Clock clock) {
        this.agenda = agenda;
        this.newcomers = newcomers;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param newcomer who it is for, if their phone is known: when nobody has it yet, they are known from this booking on, and not
     *        when it is refused
     * @param walkIn whose customer is {@code newcomer} where there is one
     * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
     * @param key of the form; one that was refused may be sent again
     */
    public Uni<FormOutcome> book(Business business, Actor.Staff by, WalkIn walkIn, Optional<Newcomer> newcomer, String origin,
            UUID key) {
        return newcomer.map(caller -> Uni.createFrom().deferred(() -> newcomers.like(business.id(), caller)
                .chain(id -> book(business, by, walkIn.of(id), origin, key, new WrittenDown(business.id(), caller, id))))
                .onFailure(Meanwhile.class).retry().atMost(TRIES))
                .orElseGet(() -> book(business, by, walkIn, origin, key, Alongside.nothing()));
    }

    private Uni<FormOutcome> book(Business business, Actor.Staff by, WalkIn walkIn, String origin, UUID key,
            Alongside alongside) {
        return told(agenda.walkIn(business, by, walkIn, origin, new Once(business.id(), key, alongside)));
    }

    /**
     * The same by the customer, as it was agreed.
     *
     * @param alongside runs for the form that books, and for no other
     */
    public Uni<FormOutcome> book(Business business, BookingRequest request, Agreed agreed, String origin, UUID key,
            Alongside alongside) {
        return told(agenda.book(business, request, agreed, origin, new Once(business.id(), key, alongside)));
    }

    /** What a form booked; empty while it booked nothing. */
    public Uni<Optional<AppointmentId>> booked(Business business, UUID key) {
        return database.inTenant(business.id(), connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(business.id().value(), key)).map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(new AppointmentId(rows.iterator().next().getUUID("appointment_id")))));
    }

    private static Uni<FormOutcome> told(Uni<BookingOutcome> outcome) {
        return outcome.<FormOutcome>map(FormOutcome.First::new)
                .onFailure(Ended.class).recoverWithItem(failure -> ((Ended) failure).outcome());
    }

    /** The form is known from its booking on. */
    private final class Once implements Alongside {

        private final OrganizationId organization;
        private final UUID key;
        private final Alongside alongside;

        Once(OrganizationId organization, UUID key, Alongside alongside) {
            this.organization = organization;
            this.key = key;
            this.alongside = alongside;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            return connection.preparedQuery(QUEUE).execute(Tuple.of(key.toString()))
                    .chain(() -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), key)))
                    .invoke(rows -> rows.forEach(row -> {
                        throw new Known(new AppointmentId(row.getUUID("appointment_id")));
                    }))
                    .chain(() -> alongside.before(connection));
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

        @Override
        public Uni<Void> refused(SqlConnection connection, Refusal why) {
            return alongside.refused(connection, why);
        }
    }

    /** Whoever calls is known with their booking, or not at all. */
    private final class WrittenDown implements Alongside {

        private final OrganizationId organization;
        private final Newcomer newcomer;
        private final PersonId expected;

        /** @param expected for whom the booking is, as far as was known before it */
        WrittenDown(OrganizationId organization, Newcomer newcomer, PersonId expected) {
            this.organization = organization;
            this.newcomer = newcomer;
            this.expected = expected;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            return newcomers.writeDown(connection, organization, newcomer, expected).invoke(person -> {
                if (!person.equals(expected)) {
                    throw new Meanwhile();
                }
            }).replaceWithVoid();
        }

        @Override
        public Uni<Void> after(SqlConnection connection, Appointment appointment) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> refused(SqlConnection connection, Refusal why) {
            throw new NotBooked(why);
        }
    }
}
