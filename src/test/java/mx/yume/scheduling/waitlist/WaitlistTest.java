package mx.yume.scheduling.waitlist;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.testing.SalonLupita.ANA;
import static mx.yume.testing.SalonLupita.BARBA;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Explained;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.JoinOutcome.AlreadyWaiting;
import mx.yume.scheduling.waitlist.JoinOutcome.CannotBeGiven;
import mx.yume.scheduling.waitlist.JoinOutcome.InThePast;
import mx.yume.scheduling.waitlist.JoinOutcome.Joined;
import mx.yume.scheduling.waitlist.JoinOutcome.NeverThen;
import mx.yume.scheduling.waitlist.JoinOutcome.TooManyEntries;
import mx.yume.scheduling.waitlist.LeaveOutcome.Left;
import mx.yume.scheduling.waitlist.LeaveOutcome.NotWaiting;
import mx.yume.scheduling.waitlist.LeaveOutcome.UnknownEntry;
import mx.yume.testing.SalonLupita;

/** Who may wait for what, and until when. */
class WaitlistTest extends InLine {

    @Test
    void whoJoinsIsInLineInTheOrderInWhichTheyCame() {
        var first = waits(sofia, at(1, 12, 0), at(1, 14, 0));
        clock.tick(Duration.ofMinutes(1));
        var second = joined(
                JoinRequest.onDays(diego, "Diego", SalonLupita.LOCATION, List.of(new Wanted(CORTE, Optional.of(ANA))),
                        at(2, 0, 0).toLocalDate(), at(3, 0, 0).toLocalDate(), "simulator"));
        assertThat(await(waitlist.waiting(salon()))).containsExactly(first, second);
        assertThat(await(waitlist.of(salon(), diego))).containsExactly(second);
        assertThat(second.from()).isEqualTo(at(2, 0, 0));
        assertThat(second.to()).isEqualTo(at(4, 0, 0));
        assertThat(second.status()).isEqualTo(EntryStatus.WAITING);
    }

    @Test
    void onlyWhatIsAheadAndWithinTheHorizonIsWaitedFor() {
        var entry = waits(sofia, at(-3, 12, 0), at(90, 12, 0));
        assertThat(entry.from()).isEqualTo(at(0, 10, 0));
        assertThat(entry.to()).isEqualTo(at(61, 0, 0));
    }

    @Test
    void aTimeThatIsOverOrNoneAtAllIsAnswered() {
        assertThat(join(wanting(sofia, Wanted.of(BARBA), at(-1, 9, 0), at(0, 10, 0)))).isEqualTo(new InThePast());
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(-1, 9, 0), at(0, 10, 0)))).isEqualTo("Ese horario ya pasó.");
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(1, 12, 0), at(1, 12, 0))))
                .isEqualTo("Ese horario termina antes de empezar.");
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(61, 0, 0), at(62, 0, 0))))
                .isEqualTo("Solo se puede esperar lugar hasta el domingo 14 de marzo.");
    }

    @Test
    void nobodyWaitsForWhatNeverComes() {
        assertThat(join(wanting(sofia, Wanted.of(BARBA), at(4, 0, 0), at(5, 0, 0)))).as("a Sunday").isEqualTo(new NeverThen());
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(0, 10, 0), at(0, 10, 45))))
                .as("before the notice ends").startsWith("En ese horario nunca hay lugar");
    }

    @Test
    void whatCannotBeGivenAtAllIsSaidAsTheAgendaSaysIt() {
        assertThat(join(wanting(sofia, Wanted.of(new ServiceId(UUID.randomUUID())), at(1, 12, 0), at(1, 14, 0))))
                .isEqualTo(new CannotBeGiven(new Refusal.UnknownService()));
        assertThat(refused(wanting(sofia, new Wanted(BARBA, Optional.of(ANA)), at(1, 12, 0), at(1, 14, 0))))
                .isEqualTo("Esa persona no da ese servicio.");
        execute("delete from staff_skill where service_id = '" + BARBA + "'");
        assertThat(join(wanting(sofia, Wanted.of(BARBA), at(1, 12, 0), at(1, 14, 0))))
                .isEqualTo(new CannotBeGiven(new Refusal.NobodyCan()));
        var elsewhere = new JoinRequest(sofia, "Sofía", new LocationId(UUID.randomUUID()), List.of(Wanted.of(CORTE)),
                at(1, 12, 0).toLocalDateTime(), at(1, 14, 0).toLocalDateTime(), "simulator");
        assertThat(join(elsewhere)).isEqualTo(new CannotBeGiven(new Refusal.UnknownLocation()));
    }

    @Test
    void aNameThatNobodyCouldReadIsAnswered() {
        for (var name : List.of(" ", "a".repeat(81), "So\nfía")) {
            var request = new JoinRequest(sofia, name, SalonLupita.LOCATION, List.of(Wanted.of(BARBA)),
                    at(1, 12, 0).toLocalDateTime(), at(1, 14, 0).toLocalDateTime(), "simulator");
            assertThat(refused(request)).startsWith("Ese nombre no se puede usar");
        }
    }

    @Test
    void whoWaitsForTheSameIsTold() {
        var entry = waits(sofia, at(1, 12, 0), at(1, 14, 0));
        assertThat(join(wanting(sofia, Wanted.of(BARBA), at(1, 13, 0), at(1, 16, 0)))).isEqualTo(new AlreadyWaiting(entry));
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(1, 13, 0), at(1, 16, 0))))
                .isEqualTo("Ya estás en la lista de espera para eso.");
        waits(sofia, at(1, 14, 0), at(1, 16, 0));
        joined(wanting(sofia, new Wanted(BARBA, Optional.of(BETO)), at(1, 12, 0), at(1, 14, 0)));
        waits(diego, at(1, 12, 0), at(1, 14, 0));
    }

    @Test
    void fiveAtMostHoweverManyAreAskedForAtOnce() {
        var salon = salon();
        var outcomes = atOnce(IntStream.range(0, 12).mapToObj(day -> waitlist.join(salon,
                wanting(sofia, Wanted.of(BARBA), at(day + 1, 0, 0), at(day + 3, 0, 0)), AlongsideEntry.nothing())));
        assertThat(outcomes).filteredOn(Joined.class::isInstance).hasSizeLessThanOrEqualTo(Joining.MOST_ENTRIES);
        while (await(waitlist.of(salon, sofia)).size() < Joining.MOST_ENTRIES) {
            waits(sofia, at(20 + await(waitlist.of(salon, sofia)).size() * 2, 0, 0),
                    at(22 + await(waitlist.of(salon, sofia)).size() * 2, 0, 0));
        }
        assertThat(join(wanting(sofia, Wanted.of(BARBA), at(40, 0, 0), at(42, 0, 0)))).isEqualTo(new TooManyEntries(5));
        assertThat(refused(wanting(sofia, Wanted.of(BARBA), at(40, 0, 0), at(42, 0, 0))))
                .isEqualTo("Puedes estar hasta en 5 listas de espera a la vez.");
    }

    @Test
    void whoLeavesIsOfferedNothing() {
        var appointment = shave(at(1, 12, 0));
        var entry = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        assertThat(leave(Optional.of(sofia), entry)).isInstanceOfSatisfying(Left.class,
                left -> assertThat(left.entry().status()).isEqualTo(EntryStatus.LEFT));
        cancel(appointment);
        work();
        assertThat(count("select count(*) from waitlist_offer")).isZero();
        assertThat(leave(Optional.of(sofia), entry)).isInstanceOf(NotWaiting.class);
        assertThat(sentence(leave(Optional.of(sofia), entry))).isEqualTo("Ya no estabas en esa lista de espera.");
    }

    @Test
    void whatWasOfferedToWhoLeavesIsTheNextOnes() {
        var appointment = shave(at(1, 12, 0));
        var first = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        var second = waits(diego, at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        assertThat(offer(first)).isPresent();
        assertThat(leave(Optional.empty(), first)).isInstanceOf(Left.class);
        work();
        assertThat(now(first).status()).isEqualTo(EntryStatus.LEFT);
        assertThat(offer(second)).isPresent();
    }

    @Test
    void nobodyIsTakenOffByAnother() {
        var entry = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        assertThat(sentence(leave(Optional.of(diego), entry))).isEqualTo("No encontré esa lista de espera.");
        assertThat(now(entry).status()).isEqualTo(EntryStatus.WAITING);
    }

    @Test
    void anotherBusinessSeesNothingOfIt() {
        var appointment = shave(at(1, 12, 0));
        var entry = waits(sofia, at(1, 12, 0), at(1, 12, 15));
        cancel(appointment);
        work();
        var offer = offer(entry).orElseThrow();
        var other = other();
        assertThat(await(waitlist.waiting(other))).isEmpty();
        assertThat(await(waitlist.of(other, sofia))).isEmpty();
        assertThat(await(waitlist.offered(other, offer.id()))).isEmpty();
        assertThat(await(waitlist.offered(salon(), offer.id()))).contains(now(entry));
        assertThat(await(waitlist.leave(other, Optional.empty(), entry.id(), AlongsideEntry.nothing())))
                .isEqualTo(new UnknownEntry());
        assertThat(await(waitlist.accept(other, sofia, offer.id(), Alongside.nothing())))
                .isEqualTo(new AnswerOutcome.UnknownOffer());
    }

    /** As far as the database is asked: the snapshot only says which business. */
    private Business other() {
        var salon = salon();
        return new Business(new OrganizationId(UUID.randomUUID()), "Otro", "otro", salon.locations(), salon.services(),
                salon.staff(), salon.spots());
    }

    private LeaveOutcome leave(Optional<PersonId> customer, WaitlistEntry entry) {
        return await(waitlist.leave(salon(), customer, entry.id(), AlongsideEntry.nothing()));
    }

    private String refused(JoinRequest request) {
        return ((Explained) join(request)).sentence();
    }

    private static String sentence(LeaveOutcome outcome) {
        return ((Explained) outcome).sentence();
    }

    @Test
    void sinceWhenSomebodyWaitsIsKnownAsLongAsTheyDo() {
        var first = waits(sofia, at(1, 11, 0), at(1, 13, 0));
        var joined = clock.instant();
        clock.tick(Duration.ofMinutes(20));
        var second = waits(diego, at(1, 11, 0), at(1, 13, 0));
        assertThat(await(waitlist.since(salon()))).isEqualTo(Map.of(first.id(), joined, second.id(), clock.instant()));
        await(waitlist.leave(salon(), Optional.empty(), first.id(), AlongsideEntry.nothing()));
        assertThat(await(waitlist.since(salon()))).containsOnlyKeys(second.id());
    }
}
