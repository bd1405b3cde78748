package mx.yume.assistant.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import mx.yume.conversation.spending.ModelUse;
import mx.yume.conversation.spending.Spent;

class BudgetTest {

    private static final long SENDER = 500_000;
    private static final long BUSINESS = 5_000_000;
    private static final long INSTALLATION = 100_000_000;

    private record Limits(BigDecimal sender, BigDecimal business, BigDecimal installation) implements ModelConfig.Limits {}

    private static final Limits LIMITS = new Limits(new BigDecimal("0.50"), BigDecimal.valueOf(5), BigDecimal.valueOf(100));

    @Test
    void eachBudgetEndsWhenItIsReached() {
        assertThat(Budget.exceeded(LIMITS, new Spent(SENDER - 1, BUSINESS - 1, INSTALLATION - 1), false)).isEmpty();
        assertThat(Budget.exceeded(LIMITS, new Spent(SENDER, 0, 0), false)).contains("sender");
        assertThat(Budget.exceeded(LIMITS, new Spent(0, BUSINESS, 0), false)).contains("business");
        assertThat(Budget.exceeded(LIMITS, new Spent(0, 0, INSTALLATION), false)).contains("installation");
    }

    @Test
    void theCentralNumberIsNoBusiness() {
        assertThat(Budget.exceeded(LIMITS, new Spent(0, BUSINESS, 0), true)).isEmpty();
        assertThat(Budget.exceeded(LIMITS, new Spent(0, BUSINESS, INSTALLATION), true)).contains("installation");
    }

    @Test
    void aBudgetOfZeroIsNeverEnough() {
        var none = new Limits(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.TEN);
        assertThat(Budget.exceeded(none, new Spent(0, 0, 0), false)).contains("sender");
    }

    @Test
    void whatIsUsedAddsUpAndPartsOfAMillionthCountAsOne() {
        var meter = new Meter(new DefaultPrice());
        meter.called(1, 0);
        meter.called(100, 20);
        meter.heard(61);
        assertThat(meter.use()).isEqualTo(new ModelUse(3, 101, 20, 61, 2 + 455 + 6_100));
        assertThat(Meter.dollars(meter.use())).isEqualTo("$0.0066");
    }
}
