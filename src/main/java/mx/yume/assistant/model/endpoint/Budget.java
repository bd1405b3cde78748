package mx.yume.assistant.model.endpoint;

import java.math.BigDecimal;
import java.util.Optional;

import mx.yume.conversation.spending.Spent;

/** Whether there is money left for one more turn with the model. Pure. */
public final class Budget {

    private Budget() {}

    /**
     * Whose budget is used up, if any is.
     *
     * @param central the central number belongs to no business: all of its conversations together have the installation's budget only
     */
    public static Optional<String> exceeded(ModelConfig.Limits limits, Spent spent, boolean central) {
        if (reached(spent.bySender(), limits.sender())) {
            return Optional.of("sender");
        }
        if (!central && reached(spent.byBusiness(), limits.business())) {
            return Optional.of("business");
        }
        return reached(spent.inAll(), limits.installation()) ? Optional.of("installation") : Optional.empty();
    }

    private static boolean reached(long microDollars, BigDecimal dollars) {
        return BigDecimal.valueOf(microDollars, 6).compareTo(dollars) >= 0;
    }
}
