package mx.yume.assistant.model.endpoint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import mx.yume.conversation.spending.ModelUse;

/** Adds up what one turn uses. Written by the thread that thinks, read by whoever ends the turn. */
public final class Meter {

    private final ModelConfig.Price price;
    private ModelUse use = ModelUse.NOTHING;

    public Meter(ModelConfig.Price price) {
        this.price = price;
    }

    /** One call, as the endpoint counted it or as it was estimated. */
    public ModelUse called(long inputTokens, long outputTokens) {
        var cost = price.input().multiply(BigDecimal.valueOf(inputTokens))
                .add(price.output().multiply(BigDecimal.valueOf(outputTokens)));
        return add(new ModelUse(1, inputTokens, outputTokens, 0, micros(cost)));
    }

    public ModelUse heard(long seconds) {
        var cost = price.audioMinute().movePointRight(6).multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(60), 0, RoundingMode.CEILING);
        return add(new ModelUse(1, 0, 0, seconds, micros(cost)));
    }

    public synchronized ModelUse use() {
        return use;
    }

    /** "$0.0012", for a trace. */
    public static String dollars(ModelUse use) {
        return "$" + String.format(Locale.ROOT, "%.4f", use.microDollars() / 1_000_000.0);
    }

    private synchronized ModelUse add(ModelUse more) {
        use = use.plus(more);
        return more;
    }

    /** Dollars a million tokens are millionths of a dollar a token. Parts of one count as one. */
    private static long micros(BigDecimal cost) {
        return cost.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
