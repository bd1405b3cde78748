package mx.yume.conversation.spending;

/**
 * What models were used for something.
 *
 * @param calls requests that were sent
 * @param inputTokens of prompts, history and results of tools
 * @param outputTokens of answers and calls of tools
 * @param audioSeconds transcribed
 * @param microDollars what it costs: providers price in dollars a million tokens, so a token priced at one costs one of these
 */
public record ModelUse(int calls, long inputTokens, long outputTokens, long audioSeconds, long microDollars) {

    public static final ModelUse NOTHING = new ModelUse(0, 0, 0, 0, 0);

    public ModelUse plus(ModelUse other) {
        return new ModelUse(calls + other.calls, inputTokens + other.inputTokens, outputTokens + other.outputTokens,
                audioSeconds + other.audioSeconds, microDollars + other.microDollars);
    }
}
