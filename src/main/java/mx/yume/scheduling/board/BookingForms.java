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
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.WalkIn;

/** Books what staff filled into a form, once however often it is sent: by a second tap, by going back, by loading again. */
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

    /** @param person for whom the booking is, as far as was known before it */
    private record Expected(Newcomer newcomer, PersonId person) {}

    private final Agenda agenda;
    private final Newcomers newcomers;
    private final Clock clock;

    BookingForms(Agenda agenda, Newcomers newcomers, Clock clock) {
        this.agenda = agenda;
        this.newcomers = newcomers;
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
                .chain(id -> book(business, by, walkIn.of(id), origin,
                        new Form(business.id(), key, Optional.of(new Expected(caller, id))))))
                .onFailure(Meanwhile.class).retry().atMost(TRIES))
                .orElseGet(() -> book(business, by, walkIn, origin, new Form(business.id(), key, Optional.empty())));
    }

    private Uni<FormOutcome> book(Business business, Actor.Staff by, WalkIn walkIn, String origin, Form form) {
        return agenda.walkIn(business, by, walkIn, origin, form).<FormOutcome>map(FormOutcome.First::new)
                .onFailure(Ended.class).recoverWithItem(failure -> ((Ended) failure).outcome());
    }

    /** What commits with the booking, or not at all. */
    private final class Form implements Alongside {

        private final OrganizationId organization;
        private final UUID key;
        private final Optional<Expected> newcomer;

        Form(OrganizationId organization, UUID key, Optional<Expected> newcomer) {
            this.organization = organization;
            this.key = key;
            this.newcomer = newcomer;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            return connection.preparedQuery(QUEUE).execute(Tuple.of(key.toString()))
                    .chain(() -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), key)))
                    .invoke(rows -> rows.forEach(row -> {
                        throw new Known(new AppointmentId(row.getUUID("appointment_id")));
                    }))
                    .chain(() -> newcomer.map(expected -> writeDown(connection, expected))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        }

        private Uni<Void> writeDown(SqlConnection connection, Expected expected) {
            return newcomers.writeDown(connection, organization, expected.newcomer(), expected.person()).invoke(person -> {
                if (!person.equals(expected.person())) {
                    throw new Meanwhile();
                }
            }).replaceWithVoid();
        }

        @Override
        public Uni<Void> after(SqlConnection connection, Appointment appointment) {
            var now = clock.instant();
            return connection.preparedQuery(FORGET)
                    .execute(Tuple.of(organization.value(), now.minus(REMEMBERED).atOffset(ZoneOffset.UTC)))
                    .chain(() -> connection.preparedQuery(KEEP).execute(Tuple.of(organization.value(), key,
                            appointment.id().value(), now.atOffset(ZoneOffset.UTC))))
                    .replaceWithVoid();
        }

        @Override
        public Uni<Void> refused(SqlConnection connection, Refusal why) {
            throw new NotBooked(why);
        }
    }
}
