package mx.yume.scheduling.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.waitlist.JoinOutcome.Joined;
import mx.yume.scheduling.waitlist.LeaveOutcome.Left;
import mx.yume.scheduling.waitlist.LeaveOutcome.NotWaiting;
import mx.yume.scheduling.waitlist.LeaveOutcome.UnknownEntry;

/**
 * People who wait for a time. Whatever of it is free as they join, and whenever some is given back, is offered to the first of them whom it suits,
 * in the order in which they joined, and kept for them for a quarter of an hour; then for the next.
 */
@ApplicationScoped
public class Waitlist {

    /** One at a time of a customer, so that what they wait for already can be counted. */
    private static final String ALONE = "select 1 from person where organization_id = $1 and id = $2 for no key update";

    private final Database database;
    private final Businesses businesses;
    private final Answers answers;
    private final FreedTime freedTime;
    private final Lapsing lapsing;
    private final Clock clock;

    Waitlist(Database database, Businesses businesses, Answers answers, FreedTime freedTime, Lapsing lapsing, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.answers = answers;
        this.freedTime = freedTime;
        this.lapsing = lapsing;
        this.clock = clock;
    }

    /** The customer must be known to the business; whatever else is wrong is an outcome. */
    public Uni<JoinOutcome> join(Business business, JoinRequest request, AlongsideEntry alongside) {
        return Contention.retried(() -> database.inTenant(business.id(), connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> businesses.load(connection, business.id())).map(Optional::orElseThrow)
                .chain(open -> Joining.refusal(open, request, clock.instant()).<Uni<JoinOutcome>>map(Uni.createFrom()::item)
                        .orElseGet(() -> join(connection, open, request, alongside)))));
    }

    private Uni<JoinOutcome> join(SqlConnection connection, Business business, JoinRequest request, AlongsideEntry alongside) {
        var now = clock.instant();
        var entry = Joining.entry(business, request, now);
        return connection.preparedQuery(ALONE).execute(Tuple.of(business.id().value(), request.customer().value()))
                .chain(() -> Entries.open(connection, business.id(), request.customer(), now))
                .chain(open -> Joining.refusal(entry, open).<Uni<JoinOutcome>>map(Uni.createFrom()::item)
                        .orElseGet(() -> Entries.insert(connection, business.id(), entry, now)
                                .chain(() -> freedTime.awaited(connection, business.id(), entry.origin(),
                                        new TimeRange(entry.from().toInstant(), entry.to().toInstant())))
                                .chain(() -> alongside.after(connection, entry)).replaceWith(new Joined(entry))));
    }

    /**
     * What is offered to them just now goes to the next.
     *
     * @param customer whose entry it must be; empty for the business, which may take off anybody
     */
    public Uni<LeaveOutcome> leave(Business business, Optional<PersonId> customer, EntryId entry, AlongsideEntry alongside) {
        return Contention.retried(() -> database.inTenant(business.id(), connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Entries.find(connection, business.id(), entry))
                .chain(found -> found.filter(own -> customer.isEmpty() || customer.get().equals(own.customer()))
                        .map(own -> leave(connection, business.id(), own, alongside))
                        .orElse(Uni.createFrom().item(new UnknownEntry())))));
    }

    private Uni<LeaveOutcome> leave(SqlConnection connection, OrganizationId organization, WaitlistEntry entry,
            AlongsideEntry alongside) {
        return giveUp(connection, organization, entry)
                .chain(left -> Entries.find(connection, organization, entry.id()).map(Optional::orElseThrow)
                        .chain(now -> left ? alongside.after(connection, now).replaceWith(new Left(now))
                                : Uni.createFrom().item(new NotWaiting(now))));
    }

    private Uni<Boolean> giveUp(SqlConnection connection, OrganizationId organization, WaitlistEntry entry) {
        return entry.offer().isEmpty() ? stopWaiting(connection, organization, entry)
                : Offers.end(connection, organization, entry, OfferStatus.DECLINED, EntryStatus.LEFT)
                        .call(claims -> freedTime.freed(connection, organization, entry.origin(), claims))
                        .chain(claims -> claims.isEmpty() ? stopWaiting(connection, organization, entry)
                                : Uni.createFrom().item(true));
    }

    private static Uni<Boolean> stopWaiting(SqlConnection connection, OrganizationId organization, WaitlistEntry entry) {
        return Entries.change(connection, organization, entry.id(), EntryStatus.WAITING, EntryStatus.LEFT);
    }

    /** What a customer waits for, in the order in which they asked for it, offers included. */
    public Uni<List<WaitlistEntry>> of(Business business, PersonId customer) {
        return database.inTenant(business.id(),
                connection -> Entries.open(connection, business.id(), customer, clock.instant()));
    }

    /** Everybody in line, the first first. */
    public Uni<List<WaitlistEntry>> waiting(Business business) {
        return database.inTenant(business.id(), connection -> Entries.open(connection, business.id(), clock.instant()));
    }

    /** Since when each of those in line waits. */
    public Uni<Map<EntryId, Instant>> since(Business business) {
        return database.inTenant(business.id(), connection -> Entries.since(connection, business.id()));
    }

    /** Whoever an offer was made to, with it, whatever has become of it. */
    public Uni<Optional<WaitlistEntry>> offered(Business business, OfferId offer) {
        return database.inTenant(business.id(), connection -> Entries.offered(connection, business.id(), offer));
    }

    /** The same in the caller's transaction. */
    public Uni<Optional<WaitlistEntry>> offered(SqlConnection connection, Business business, OfferId offer) {
        return Entries.offered(connection, business.id(), offer);
    }

    /**
     * Whoever it was made to cannot be told before then, and it is held for them until they have had their time to answer; in the
     * caller's transaction.
     *
     * @return whether it is held: nothing is that could not be booked any more by the end of it
     */
    public Uni<Boolean> postponed(SqlConnection connection, Business business, WaitlistEntry offered, Instant until) {
        var offer = offered.offer().orElseThrow();
        var end = until.plus(Earmarking.TO_ANSWER);
        var usual = business.location(offered.location()).orElseGet(business::location).minimumNotice();
        var notice = offer.parts().stream().flatMap(part -> business.service(part.service()).stream())
                .map(service -> service.minimumNotice().orElse(usual)).max(Comparator.naturalOrder()).orElse(usual);
        return offer.start().toInstant().isBefore(end.plus(notice)) ? Uni.createFrom().item(false)
                : Offers.until(connection, business.id(), offer.id(), end).replaceWith(true);
    }

    /**
     * Whoever it was made to is told of it now, in the caller's transaction: the quarter of an hour to answer begins.
     *
     * @return the offer with its new end; as it is when it does not stand any more
     */
    public Uni<Offer> told(SqlConnection connection, Business business, Offer offer) {
        var now = clock.instant();
        if (!offer.stands(now)) {
            return Uni.createFrom().item(offer);
        }
        var started = offer.until(now.plus(Earmarking.TO_ANSWER));
        return Offers.until(connection, business.id(), offer.id(), started.expires()).replaceWith(started);
    }

    /** Nobody can tell whoever it was made to: the time goes to the next at once, in the caller's transaction. */
    public Uni<Void> unreachable(SqlConnection connection, Business business, WaitlistEntry offered) {
        return lapsing.end(connection, business.id(), offered, offered.origin());
    }

    /**
     * Books what was offered, with whom it was offered; as {@link mx.yume.scheduling.Agenda#book} of that time would.
     *
     * @param alongside commits with the appointment; {@code after} runs only when it was booked
     */
    public Uni<AnswerOutcome> accept(Business business, PersonId customer, OfferId offer, Alongside alongside) {
        return answers.accept(business, customer, offer, alongside);
    }

    /** Lets it go, at once to the next in line. */
    public Uni<AnswerOutcome> decline(Business business, PersonId customer, OfferId offer, AlongsideEntry alongside) {
        return answers.decline(business, customer, offer, alongside);
    }
}
