package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.ServiceId;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowState;

/**
 * "Corte y uñas": what is certain stays wanted while the rest is asked. Pure.
 *
 * @param certain wanted in any case
 * @param candidates one of which is wanted beside them
 */
record Doubtful(List<ServiceId> certain, List<ServiceId> candidates) {

    Doubtful {
        certain = List.copyOf(certain);
        candidates = List.copyOf(candidates);
    }

    static Optional<Doubtful> services(ToolContext context, Draft draft) {
        var wanted = draft.wish().services();
        if (context.reading().intent().filter(Intent.SERVICES::equals).isPresent()) {
            return Optional.empty();
        }
        var unclear = context.reading().services().stream().filter(mention -> !mention.certain()).map(Mention::candidates)
                .filter(candidates -> candidates.stream().noneMatch(wanted::contains)).findFirst();
        return unclear.map(candidates -> new Doubtful(keepsOthers(context) ? wanted : List.of(), candidates))
                .or(() -> stillOpen(context, wanted));
    }

    /** Whether the unclear one was named beside others, and not in their place. */
    private static boolean keepsOthers(ToolContext context) {
        return context.amendsServices() || context.heard().stream()
                .anyMatch(heard -> heard.reading().services().stream().anyMatch(Mention::certain));
    }

    /** The answer to "which" was about the day: it is still the question. */
    private static Optional<Doubtful> stillOpen(ToolContext context, List<ServiceId> wanted) {
        var asking = context.turn().progress().activeFlow().map(Flow::state).filter(FlowState.COLLECTING_SERVICE::equals)
                .isPresent();
        var elsewise = context.reading().day().isPresent() || context.reading().time().isPresent();
        if (!asking || !elsewise || !context.reading().services().isEmpty()) {
            return Optional.empty();
        }
        var offered = context.turn().offered().stream().map(option -> Tap.parse(option.id()))
                .flatMap(tap -> tap instanceof Tap.OfService(var service) ? Stream.of(service) : Stream.empty()).toList();
        return offered.isEmpty() ? Optional.empty() : Optional.of(new Doubtful(wanted, offered));
    }
}
