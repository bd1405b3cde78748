package mx.yume.conversation;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/** What happens in this instance, as it happens. A hint to look again, never the source of truth: slow watchers lose events. */
@ApplicationScoped
public class ConversationEvents {

    private final BroadcastProcessor<ConversationEvent> events = BroadcastProcessor.create();

    public void publish(ConversationEvent event) {
        events.onNext(event);
    }

    public Multi<ConversationEvent> stream() {
        return events.onOverflow().dropPreviousItems();
    }
}
