package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import mx.yume.conversation.handoff.HandoffOutcome.AlreadyHere;
import mx.yume.conversation.handoff.HandoffOutcome.AlreadyTold;
import mx.yume.conversation.handoff.HandoffOutcome.Left;
import mx.yume.conversation.handoff.HandoffOutcome.Told;

class HandoffMeterTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HandoffMeter meter = new HandoffMeter(meters);
    private final HandoffId first = HandoffId.next();

    @Test
    void aCustomerWhoAsksIsCountedOnceHoweverOftenTheTurnIsRunOrTheyAskAgain() {
        meter.asked(first, new Told(first, List.of("Lupita")));
        meter.asked(HandoffId.next(), new Told(first, List.of("Lupita")));
        meter.asked(HandoffId.next(), new AlreadyTold(first));
        meter.asked(HandoffId.next(), new AlreadyHere(first, "Lupita"));
        assertThat(count("told")).isOne();
        assertThat(count("left")).isZero();
    }

    @Test
    void whoeverFoundNobodyIsCountedApart() {
        meter.asked(first, new Left(first));
        meter.asked(HandoffId.next(), new Left(first));
        assertThat(count("left")).isOne();
        assertThat(count("told")).isZero();
    }

    private double count(String result) {
        return meters.get("yume.handoffs").tag("result", result).counter().count();
    }
}
