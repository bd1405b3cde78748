package mx.yume.whatsapp.simulator;

import java.util.List;

/**
 * What happened inside for one answer.
 *
 * @param took as people read it, empty while it goes on
 * @param assistant guided, model or fixed
 * @param flow where the errand stands after it, empty without one
 */
public record TurnView(String id, String time, String route, String assistant, String took, String flow, List<Step> steps) {

    public String assistantName() {
        return TraceWords.assistant(assistant);
    }

    /**
     * One thing that happened.
     *
     * @param kind a word in Spanish
     * @param icon a class of the style sheet
     */
    public record Step(String kind, String icon, String detail, String took) {}
}
