package mx.yume.scheduling.waitlist;

import static mx.yume.scheduling.Counter.await;
import static mx.yume.scheduling.Counter.request;
import static mx.yume.testing.SalonLupita.BARBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.JobWorker;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.CancelOutcome.Cancelled;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.TimeFreed;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.AnswerOutcome.Booked;
import mx.yume.scheduling.waitlist.JoinOutcome.Joined;
import mx.yume.testing.SalonLupita;

/** Tests with people who wait, mostly for a shave, which only Beto gives. */
abstract class InLine extends AtTheCounter {

    static final Duration TO_ANSWER = Duration.ofMinutes(15);

    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
            on one.resource_id = other.resource_id and one.id < other.id
            and one.starts_at < other.ends_at and other.starts_at < one.ends_at""";

    /** Notes the facts whose handlers are elsewhere. */
    static final class Noting implements JobHandler {

        final List<String> kinds = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Set<String> kinds() {
            return Set.of(OfferFact.OFFERED, AppointmentFact.BOOKED, AppointmentFact.MOVED, AppointmentFact.CANCELLED,
                    AppointmentFact.COMPLETED, AppointmentFact.NO_SHOW, AppointmentFact.DISPUTED, AppointmentFact.SETTLED);
        }

        @Override
        public Uni<Void> handle(SqlConnection connection, Job job) {
            kinds.add(job.kind());
            return Uni.createFrom().voidItem();
        }
    }

    final Noting noting = new Noting();
    Waitlist waitlist;
    JobWorker worker;

    @BeforeEach
    final void openTheList() {
        waitlist = yume.the(Waitlist.class);
        worker = yume.worker(List.of(yume.the(Offering.class), yume.the(Lapsing.class), noting));
    }

    @AfterEach
    final void nothingIsTwiceAndNoJobFailed() {
        assertThat(count(OVERLAPS)).isZero();
        assertThat(yume.superuser().rows("select kind, error from job where attempts > 0")).isEmpty();
        assertThat(count("""
                select count(*) from waitlist_entry e where (status = 'offered') <> exists (
                    select 1 from waitlist_offer where entry_id = e.id and status = 'open')""")).isZero();
        assertThat(count("""
                select count(*) from reservation r join waitlist_offer o on o.id = r.offer_id where o.status <> 'open'"""))
                .isZero();
    }

    static JoinRequest wanting(PersonId customer, Wanted wanted, ZonedDateTime from, ZonedDateTime to) {
        return new JoinRequest(customer, "Sofía", SalonLupita.LOCATION, List.of(wanted), from.toLocalDateTime(),
                to.toLocalDateTime(), "simulator");
    }

    final JoinOutcome join(JoinRequest request) {
        return await(waitlist.join(salon(), request, AlongsideEntry.nothing()));
    }

    /** As if nothing were free as they join, so that what is given back later is what they are offered. */
    final WaitlistEntry joined(JoinRequest request) {
        var entry = ((Joined) join(request)).entry();
        execute("delete from job where kind = '" + TimeFreed.KIND + "'");
        return entry;
    }

    /** Waits for a shave that begins in these hours. */
    final WaitlistEntry waits(PersonId customer, ZonedDateTime from, ZonedDateTime to) {
        return joined(wanting(customer, Wanted.of(BARBA), from, to));
    }

    final Appointment shave(ZonedDateTime start) {
        return counter.booked(request(diego, BARBA, start));
    }

    final void cancel(Appointment appointment) {
        assertThat(await(agenda.cancel(salon(), appointment.customer().orElseThrow(), appointment.id(), appointment.version(),
                Alongside.nothing()))).isInstanceOf(Cancelled.class);
    }

    /** Everything that follows by now. */
    final void work() {
        await(worker.loop().drain());
    }

    final WaitlistEntry now(WaitlistEntry entry) {
        return await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> Entries.find(connection, SalonLupita.ID, entry.id()))).orElseThrow();
    }

    final Optional<Offer> offer(WaitlistEntry entry) {
        return now(entry).offer();
    }

    final AnswerOutcome accept(PersonId customer, Offer offer) {
        return await(waitlist.accept(salon(), customer, offer.id(), Alongside.nothing()));
    }

    final Appointment accepted(PersonId customer, Offer offer) {
        return ((Booked) accept(customer, offer)).appointment();
    }

    final AnswerOutcome decline(PersonId customer, Offer offer) {
        return await(waitlist.decline(salon(), customer, offer.id(), AlongsideEntry.nothing()));
    }

    final List<LocalDateTime> free(ZonedDateTime day) {
        var query = SlotQuery.online(SalonLupita.LOCATION, BARBA, day.toLocalDate(), day.toLocalDate(), Optional.empty());
        return await(agenda.slots(salon(), query)).stream().map(Slot::start).map(ZonedDateTime::toLocalDateTime).toList();
    }
}
