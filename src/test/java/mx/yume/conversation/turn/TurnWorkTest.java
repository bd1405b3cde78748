package mx.yume.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Progress;
import mx.yume.conversation.Sender;
import mx.yume.conversation.StaleTurn;
import mx.yume.conversation.TurnKey;
import mx.yume.conversation.Workers;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.turn.TurnClaims.Claim;
import mx.yume.conversation.turn.TurnEnd.Outcome;
import mx.yume.customers.Consent.What;
import mx.yume.customers.Consents;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** Leases and epochs: one turn at a time, and a worker that comes too late changes nothing. */
@QuarkusTest
class TurnWorkTest {

    private static final PhoneNumber PATY = new PhoneNumber("+525511112222");

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Inbox inbox;
    @Inject
    TurnClaims claims;
    @Inject
    Turns turns;
    @Inject
    TurnEnd end;
    @Inject
    Effects effects;
    @Inject
    Consents consents;
    @Inject
    Database database;
    @Inject
    Workers workers;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void aClaimedConversationIsNobodyElsesUntilItsLeaseRunsOut() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
        leaseRunsOut();
        assertThat(claim()).hasSize(1);
    }

    @Test
    void nothingIsClaimedBeforeItIsDue() {
        message("SM1", "hola");
        clock.tick(Duration.ofMillis(1999));
        assertThat(claim()).isEmpty();
        clock.tick(Duration.ofMillis(1));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aRenewedLeaseHolds() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var held = claim().getFirst();
        world.execute("update conversation set lease_until = clock_timestamp() + interval '20 milliseconds'");
        await(claims.renew(List.of(held)));
        assertThat(
                world.count("select count(*) from conversation where lease_until > clock_timestamp() + interval '10 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void aRenewalThatComesAfterTheEndClaimsNothing() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var held = claim().getFirst();
        var turn = begin(held).orElseThrow();
        await(end.finish(turn.key(), new Progress(Optional.empty()), outcome(turn, "Hola")));
        await(claims.renew(List.of(held)));
        assertThat(world.count("select count(*) from conversation where lease_until is not null")).isZero();
    }

    @Test
    void aFrozenWorkerThatWakesUpLateChangesNothing() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var frozen = begin(claim().getFirst()).orElseThrow();
        message("SM2", "¿sigues ahí?");
        leaseRunsOut();
        clock.tick(Duration.ofSeconds(2));
        var second = begin(claim().getFirst()).orElseThrow();

        assertThat(second.key().turn()).as("the same turn, with the same messages").isEqualTo(frozen.key().turn());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.messages()).extracting(incoming -> incoming.body()).containsExactly("hola");
        assertStale(frozen.key());

        await(end.finish(second.key(), new Progress(Optional.empty()), outcome(second, "Hola")));
        assertStale(frozen.key());
        assertThat(world.rows("select content ->> 'body' from outbox")).containsExactly(List.of("Hola"));
        assertThat(world.count("select count(*) from turn")).isEqualTo(1);
    }

    private void assertStale(TurnKey key) {
        assertThatThrownBy(() -> await(end.finish(key, new Progress(Optional.of(Flow.begin(FlowKind.BOOKING, "{}"))),
                new Outcome("5", "guided", List.of(new Text("tarde")), "reply:late", false)))).isInstanceOf(StaleTurn.class);
        assertThatThrownBy(() -> await(database.inTenant(key.organization(), connection -> effects.hold(connection, key))))
                .isInstanceOf(StaleTurn.class);
        assertThat(world.count("select count(*) from flow")).isZero();
        assertThat(world.count("select count(*) from outbox where purpose = 'reply:late'")).isZero();
    }

    @Test
    void whatArrivedDuringATurnIsDueAfterIt() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var first = begin(claim().getFirst()).orElseThrow();
        message("SM2", "quiero cita");
        await(end.finish(first.key(), new Progress(Optional.empty()), outcome(first, "Hola")));
        assertThat(claim()).as("the second burst has not ended").isEmpty();
        clock.tick(Duration.ofSeconds(2));
        var second = begin(claim().getFirst()).orElseThrow();
        assertThat(second.messages()).extracting(incoming -> incoming.body()).containsExactly("quiero cita");
    }

    @Test
    void firstContactIsUntilThePrivacyNoticeIsGivenWhateverElseWasSaid() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var first = begin(claim().getFirst()).orElseThrow();
        assertThat(first.firstContact()).isTrue();
        await(end.finish(first.key(), new Progress(Optional.empty()), outcome(first, "Hola")));
        message("SM2", "quiero cita");
        clock.tick(Duration.ofSeconds(2));
        var second = begin(claim().getFirst()).orElseThrow();
        assertThat(second.firstContact()).as("nobody gave it").isTrue();
        await(database.inTenant(second.key().organization(), connection -> consents.add(connection,
                second.key().organization(), second.person(), What.PRIVACY_NOTICE, true, second.key().turn().value())));
        await(end.finish(second.key(), new Progress(Optional.empty()), outcome(second, "¿Qué servicio?")));
        message("SM3", "corte");
        clock.tick(Duration.ofSeconds(2));
        assertThat(begin(claim().getFirst()).orElseThrow().firstContact()).isFalse();
    }

    @Test
    void flowAndOfferedOptionsComeBackInTheNextTurn() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var first = begin(claim().getFirst()).orElseThrow();
        var flow = Flow.begin(FlowKind.BOOKING, "{\"a\":1}").to(FlowState.COLLECTING_SERVICE, "{\"a\":2}");
        await(end.finish(first.key(), new Progress(Optional.of(flow)), outcome(first, "¿Qué servicio?")));
        message("SM2", "corte");
        clock.tick(Duration.ofSeconds(2));
        var second = begin(claim().getFirst()).orElseThrow();
        assertThat(second.flow().orElseThrow().state()).isEqualTo(FlowState.COLLECTING_SERVICE);
        assertThat(second.flow().orElseThrow().draft()).isEqualTo("{\"a\": 2}");
    }

    @Test
    void aNewFlowEndsTheOneBefore() {
        var booking = Flow.begin(FlowKind.BOOKING, "{}").to(FlowState.COLLECTING_SERVICE, "{}");
        turnWith(booking, "SM1");
        var cancel = Flow.begin(FlowKind.CANCEL, "{}").to(FlowState.IDENTIFYING_BOOKING, "{}");
        turnWith(cancel, "SM2");
        assertThat(world.rows("select kind, state, active from flow order by started_at, kind")).containsExactlyInAnyOrder(
                List.of("BOOKING", "DROPPED", "f"), List.of("CANCEL", "IDENTIFYING_BOOKING", "t"));
    }

    private void turnWith(Flow flow, String id) {
        message(id, "hola");
        clock.tick(Duration.ofSeconds(2));
        var turn = begin(claim().getFirst()).orElseThrow();
        await(end.finish(turn.key(), new Progress(Optional.of(flow)), outcome(turn, "ok")));
    }

    @Test
    void aTurnThatKeepsFailingEndsWithAnApology() {
        world.execute("update location set active = false");
        message("SM1", "hola");
        for (int attempt = 0; attempt < 4; attempt++) {
            clock.tick(Duration.ofSeconds(3));
            await(workers.settle());
        }
        assertThat(world.rows("select status, attempts from turn")).containsExactly(List.of("failed", "3"));
        assertThat(world.rows("select content ->> 'body' from outbox").getFirst().getFirst()).contains("Tuve un problema");
        assertThat(world.count("select count(*) from conversation where due_at is not null")).isZero();
    }

    @Test
    void aTurnThatKeepsCrashingItsWorkersEndsWithAnApology() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        for (int crash = 0; crash < 10; crash++) {
            assertThat(begin(claim().getFirst())).isPresent();
            leaseRunsOut();
        }
        await(workers.settle());
        assertThat(world.rows("select status, attempts from turn")).containsExactly(List.of("failed", "11"));
        assertThat(world.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void aClaimWithNothingToAnswerIsLetGo() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        await(workers.settle());
        world.execute("update conversation set due_at = '2027-01-13T15:00:00Z'");
        assertThat(begin(claim().getFirst())).isEmpty();
        assertThat(world.count("select count(*) from conversation where due_at is not null or lease_until is not null"))
                .isZero();
        assertThat(world.count("select count(*) from outbox")).isEqualTo(1);
    }

    @Test
    void whatWasWrittenBeforeTheReplyLeftDoesNotAnswerIt() {
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        var first = begin(claim().getFirst()).orElseThrow();
        message("SM2", "sí");
        clock.tick(Duration.ofSeconds(2));
        await(end.finish(first.key(), new Progress(Optional.empty()), outcome(first, "¿La agendo?")));
        var tooEarly = begin(claim().getFirst()).orElseThrow();
        assertThat(tooEarly.messages()).extracting(Incoming::answersLast).containsExactly(false);
        await(end.finish(tooEarly.key(), new Progress(Optional.empty()), outcome(tooEarly, "¿La agendo?")));
        await(workers.settle());
        message("SM3", "sí");
        clock.tick(Duration.ofSeconds(2));
        assertThat(begin(claim().getFirst()).orElseThrow().messages()).extracting(Incoming::answersLast).containsExactly(true);
    }

    @Test
    void manyOrganizationsThatWaitDoNotHideTheOneThatIsDue() {
        world.execute(
                """
                        insert into organization (organization_id, name, slug, created_at)
                        select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Otra', 'otra-' || n, now() from generate_series(1, 300) n;
                        insert into person (organization_id, id, created_at)
                        select organization_id, organization_id, now() from organization where name = 'Otra';
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                                  last_inbound_at, pending_since, due_at)
                        select organization_id, organization_id, organization_id, 'real', 'twilio', 'x', 'x', now(), now(), '2027-01-13T23:00:00Z'
                        from organization where name = 'Otra';
                        """);
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        assertThat(await(claims.claim(1))).extracting(Claim::organization).containsExactly(SalonLupita.ID);
    }

    @Test
    void noOrganizationStarvesAnother() {
        world.execute(
                """
                        insert into organization (organization_id, name, slug, created_at)
                        values ('01900000-0000-7000-8000-00000000000c', 'Otra', 'otra', now());
                        insert into person (organization_id, id, created_at)
                        select '01900000-0000-7000-8000-00000000000c', gen_random_uuid(), now() from generate_series(1, 10000);
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                                  last_inbound_at, pending_since, due_at)
                        select organization_id, gen_random_uuid(), id, 'real', 'twilio', 'x', 'x', now(), '2027-01-13T15:00:00Z', '2027-01-13T15:00:00Z'
                        from person where organization_id = '01900000-0000-7000-8000-00000000000c';
                        """);
        message("SM1", "hola");
        clock.tick(Duration.ofSeconds(2));
        assertThat(claim()).extracting(Claim::organization).contains(SalonLupita.ID);
    }

    private List<Claim> claim() {
        return await(claims.claim(24));
    }

    private Optional<OpenTurn> begin(Claim claim) {
        return await(turns.begin(claim));
    }

    private void leaseRunsOut() {
        world.execute("update conversation set lease_until = clock_timestamp() - interval '1 millisecond'");
    }

    private void message(String id, String body) {
        await(inbox.accept(new InboundMessage(ChannelName.TWILIO, Origin.REAL, id, SalonLupita.NUMBER,
                new Sender(Optional.of(PATY), Optional.empty(), "whatsapp:+5215511112222", Optional.empty()), InboundKind.TEXT,
                body, Optional.empty(), body.getBytes(StandardCharsets.UTF_8))));
    }

    private static Outcome outcome(OpenTurn turn, String text) {
        return new Outcome("5 customer flows", "guided", List.of(new Text(text)), "reply:" + turn.key().turn(), false);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
