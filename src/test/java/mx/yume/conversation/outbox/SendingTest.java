package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.outbox.Sending.AsItIs;
import mx.yume.conversation.outbox.Sending.ByTemplate;
import mx.yume.conversation.outbox.Sending.Drop;
import mx.yume.conversation.outbox.Sending.Facts;
import mx.yume.conversation.outbox.Sending.Fail;
import mx.yume.conversation.outbox.Sending.Wait;

class SendingTest {

    private static final Instant NOW = Instant.parse("2027-01-13T16:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(24);

    /** A notice with a template to somebody who wrote an hour ago. */
    private static final Facts USUAL = new Facts(NOW, 1, NOW, Optional.empty(), false, false,
            Optional.of(NOW.minus(Duration.ofHours(1))), false, true, false, Optional.empty());

    @Test
    void withinTheWindowItGoesAsItIs() {
        assertThat(Sending.decide(USUAL)).isEqualTo(new AsItIs());
        assertThat(Sending.decide(wrote(Duration.ofHours(24).minusMillis(1)))).isEqualTo(new AsItIs());
    }

    @Test
    void outsideOfItByItsTemplateAndNeverAsItIs() {
        assertThat(Sending.decide(wrote(Duration.ofHours(24)))).isEqualTo(new ByTemplate());
        assertThat(Sending.decide(with(USUAL, Optional.empty(), false, true))).as("never wrote").isEqualTo(new ByTemplate());
        assertThat(Sending.decide(with(USUAL, USUAL.lastInbound(), true, true))).as("the provider says so")
                .isEqualTo(new ByTemplate());
        assertThat(Sending.decide(with(USUAL, Optional.empty(), false, false))).isInstanceOf(Fail.class);
    }

    @Test
    void whatIsOverIsDropped() {
        assertThat(Sending.decide(expires(NOW))).isInstanceOf(Drop.class);
        assertThat(Sending.decide(expires(NOW.plusSeconds(1)))).isEqualTo(new AsItIs());
    }

    @Test
    void whoeverOptedOutGetsAnswersAlone() {
        assertThat(Sending.decide(optedOut(false))).isInstanceOf(Drop.class);
        assertThat(Sending.decide(optedOut(true))).isEqualTo(new AsItIs());
    }

    @Test
    void inQuietHoursItWaitsUnlessItIsOverByThen() {
        var morning = NOW.plus(Duration.ofHours(3));
        assertThat(Sending.decide(USUAL.quietUntil(Optional.of(morning)))).isEqualTo(new Wait(morning, "quiet hours"));
        assertThat(Sending.decide(expires(morning).quietUntil(Optional.of(morning)))).isInstanceOf(Drop.class);
    }

    @Test
    void aTemplateIsWaitedForUntilTheMessageIsOverAndThenFailsVisibly() {
        var pending = new Approval.Pending("template x is submitted");
        assertThat(Sending.byTemplate(USUAL, new Approval.Approved("HX1"), PATIENCE)).isEqualTo(new ByTemplate());
        assertThat(Sending.byTemplate(USUAL, new Approval.Refused("x because"), PATIENCE))
                .isEqualTo(new Fail("template refused: x because"));
        assertThat(Sending.byTemplate(USUAL, pending, PATIENCE))
                .isEqualTo(new Wait(NOW.plus(Approval.LOOK_AGAIN), pending.why()));
        assertThat(Sending.byTemplate(expires(NOW.plus(Approval.LOOK_AGAIN)), pending, PATIENCE))
                .isEqualTo(new Fail(pending.why()));
        assertThat(Sending.byTemplate(USUAL, pending, Duration.ofMinutes(5))).isEqualTo(new Fail(pending.why()));
    }

    private static Facts wrote(Duration ago) {
        return with(USUAL, Optional.of(NOW.minus(ago)), false, true);
    }

    private static Facts with(Facts it, Optional<Instant> lastInbound, boolean closed, boolean template) {
        return new Facts(it.now(), it.attempts(), it.createdAt(), it.expires(), it.answers(), it.optedOut(), lastInbound,
                closed,
                template, it.templateAlone(), it.quietUntil());
    }

    private static Facts expires(Instant over) {
        return new Facts(NOW, 1, NOW, Optional.of(over), false, false, USUAL.lastInbound(), false, true, false,
                Optional.empty());
    }

    private static Facts optedOut(boolean answers) {
        return new Facts(NOW, 1, NOW, Optional.empty(), answers, true, USUAL.lastInbound(), false, true, false,
                Optional.empty());
    }
}
