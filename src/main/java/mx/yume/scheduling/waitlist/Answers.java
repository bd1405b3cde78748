package mx.yume.scheduling.waitlist;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.waitlist.AnswerOutcome.AlreadyDeclined;
import mx.yume.scheduling.waitlist.AnswerOutcome.AlreadyTaken;
import mx.yume.scheduling.waitlist.AnswerOutcome.Booked;
import mx.yume.scheduling.waitlist.AnswerOutcome.Declined;
import mx.yume.scheduling.waitlist.AnswerOutcome.NotCounted;
import mx.yume.scheduling.waitlist.AnswerOutcome.Refused;
import mx.yume.scheduling.waitlist.AnswerOutcome.TooLate;
import mx.yume.scheduling.waitlist.AnswerOutcome.UnknownOffer;

/** Yes or no to an offer. */
@ApplicationScoped
class Answers {

    private final Database database;
    private final Agenda agenda;
    private final FreedTime freedTime;
    private final Clock clock;

    Answers(Database database, Agenda agenda, FreedTime freedTime, Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.freedTime = freedTime;
        this.clock = clock;
    }

    /** Ends the booking's transaction when the offer does not stand in it any more. */
    private static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient NotCounted why;

        Gone(NotCounted why) {
            super("The offer does not stand any more", null, false, false);
            this.why = why;
        }
    }

    Uni<AnswerOutcome> accept(Business business, PersonId customer, OfferId id, Alongside alongside) {
        return database.inTenant(business.id(), connection -> Entries.offered(connection, business.id(), id))
                .chain(found -> found.filter(entry -> entry.customer().equals(customer))
                        .map(entry -> accept(business, entry, alongside))
                        .orElse(Uni.createFrom().item(new UnknownOffer())));
    }

    /** The time is held for whoever books it here, and the agenda takes the offer with it. */
    private Uni<AnswerOutcome> accept(Business business, WaitlistEntry entry, Alongside alongside) {
        var offer = entry.offer().orElseThrow();
        var request = new BookingRequest(Optional.of(entry.customer()), entry.customerName(), entry.location(), offer.parts(),
                false, offer.start(), Terms.ONLINE);
        return agenda.book(business, request, entry.origin(), standing(business, offer.id(), alongside))
                .chain(outcome -> switch (outcome) {
                    case BookingOutcome.Booked(var appointment) ->
                        Uni.createFrom().<AnswerOutcome>item(new Booked(appointment));
                    case BookingOutcome.Refused(var why) -> refused(business, offer.id(), why);
                })
                .onFailure(Gone.class).recoverWithItem(gone -> gone.why);
    }

    /** Of two yeses at once the second may find the time taken by the first: that is the answer then. */
    private Uni<AnswerOutcome> refused(Business business, OfferId id, Refusal why) {
        return database.inTenant(business.id(), connection -> offer(connection, business, id))
                .map(offer -> gone(offer).<AnswerOutcome>map(gone -> gone).orElseGet(() -> new Refused(why)));
    }

    private static Uni<Offer> offer(SqlConnection connection, Business business, OfferId id) {
        return Entries.offered(connection, business.id(), id).map(entry -> entry.flatMap(WaitlistEntry::offer).orElseThrow());
    }

    private Alongside standing(Business business, OfferId offer, Alongside alongside) {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return alongside.before(connection).chain(() -> offer(connection, business, offer))
                        .invoke(now -> gone(now).ifPresent(why -> {
                            throw new Gone(why);
                        })).replaceWithVoid();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return alongside.after(connection, appointment);
            }
        };
    }

    private Optional<NotCounted> gone(Offer offer) {
        return switch (offer.status()) {
            case OPEN -> offer.stands(clock.instant()) ? Optional.empty() : Optional.of(new TooLate());
            case EXPIRED -> Optional.of(new TooLate());
            case TAKEN -> Optional.of(new AlreadyTaken());
            case DECLINED -> Optional.of(new AlreadyDeclined());
        };
    }

    Uni<AnswerOutcome> decline(Business business, PersonId customer, OfferId id, AlongsideEntry alongside) {
        return Contention.retried(() -> database.inTenant(business.id(), connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Entries.offered(connection, business.id(), id))
                .chain(found -> found.filter(entry -> entry.customer().equals(customer))
                        .map(entry -> decline(connection, business, entry, alongside))
                        .orElse(Uni.createFrom().item(new UnknownOffer())))));
    }

    private Uni<AnswerOutcome> decline(SqlConnection connection, Business business, WaitlistEntry entry,
            AlongsideEntry alongside) {
        var gone = gone(entry.offer().orElseThrow());
        if (gone.isPresent()) {
            return Uni.createFrom().item(gone.get());
        }
        return Offers.end(connection, business.id(), entry, OfferStatus.DECLINED, EntryStatus.WAITING)
                .chain(claims -> claims.isEmpty() ? Uni.createFrom().item(new TooLate())
                        : freedTime.freed(connection, business.id(), entry.origin(), claims)
                                .chain(() -> Entries.find(connection, business.id(), entry.id())).map(Optional::orElseThrow)
                                .chain(waiting -> alongside.after(connection, waiting)).replaceWith(new Declined()));
    }
}
