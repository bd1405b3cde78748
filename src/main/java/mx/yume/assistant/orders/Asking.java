package mx.yume.assistant.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.yume.assistant.language.Answer;
import mx.yume.business.Capability;
import mx.yume.conversation.AssistedTurn;
import mx.yume.platform.OrganizationId;

/** A turn of somebody who orders, with its messages understood. Who they are and what they may comes from here alone. */
public interface Asking {

    int FEW = 4;

    AssistedTurn turn();

    List<Said> said();

    /** The organization that is worked for; not always the conversation's. */
    OrganizationId organization();

    boolean may(Capability capability);

    /** All the words of the turn, a message a line; taps apart. */
    default String words() {
        return said().stream().map(Said::words).filter(words -> !words.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Whether hardly more than a yes or a no can be in them: "no, así está bien". */
    default boolean fewWords() {
        return words().strip().split("\\s+").length <= FEW;
    }

    /** The last thing tapped. */
    default Optional<String> tapped() {
        return said().stream().flatMap(said -> said.tapped().stream()).reduce((earlier, later) -> later);
    }

    /** The id of a yes to what this turn asks: on a later question's turn it is an old button, and answers nothing. */
    default String yes() {
        return "yes:" + turn().key().turn().value();
    }

    /** The id of a no to what this turn asks. */
    default String no() {
        return "no:" + turn().key().turn().value();
    }

    /** The yes or no to what was asked last, by one of its buttons or in words. */
    default Optional<Answer> answer() {
        var tapped = tapped().filter(id -> turn().offered().stream().anyMatch(option -> option.id().equals(id)));
        if (tapped.filter(id -> id.startsWith("yes:")).isPresent()) {
            return Optional.of(Answer.YES);
        }
        if (tapped.filter(id -> id.startsWith("no:")).isPresent()) {
            return Optional.of(Answer.NO);
        }
        return said().stream().filter(said -> said.tapped().isEmpty() && said.message().answersLast())
                .flatMap(said -> said.reading().answer().stream()).reduce((earlier, later) -> later);
    }

    /** Whether the last message agrees to what that turn showed. What was left for half an hour is shown again first. */
    default boolean agreesTo(UUID shownIn) {
        return turn().progress().abandoned().isEmpty() && saysYesTo(shownIn);
    }

    /** The same, however long ago that was. */
    default boolean saysYesTo(UUID shownIn) {
        return !shownIn.equals(turn().key().turn().value())
                && said().stream().filter(said -> said.tapped().isPresent() || !said.words().isBlank())
                        .reduce((earlier, later) -> later).filter(said -> said.agreesTo(shownIn)).isPresent();
    }
}
