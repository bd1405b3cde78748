package mx.yume.platform.watch;

import java.util.Map;
import java.util.Optional;

import org.jboss.logging.MDC;

/**
 * What the lines of the log say they are about, beside their words: ids of ours, which tell nothing of anybody. They go along with the
 * piece of work whose context they were set in; JSON has them as {@code mdc}, Sentry as tags.
 */
public final class LogIds {

    public static final String REQUEST = "requestId";
    private static final String ORGANIZATION = "organizationId";
    private static final String CONVERSATION = "conversationId";
    private static final String TURN = "turnId";

    private LogIds() {}

    public static void request(String id) {
        MDC.put(REQUEST, id);
    }

    /** One piece of work in a conversation. */
    public static void work(Object organization, Object conversation, Optional<?> turn) {
        MDC.put(ORGANIZATION, organization.toString());
        MDC.put(CONVERSATION, conversation.toString());
        turn.ifPresent(id -> MDC.put(TURN, id.toString()));
    }

    /** One job. */
    public static void job(Object organization) {
        MDC.put(ORGANIZATION, organization.toString());
    }

    /** For a thread of its own: what it does is about the same. */
    public static Runnable carried(Runnable work) {
        var ids = Map.copyOf(MDC.getMap());
        return () -> {
            ids.forEach(MDC::put);
            work.run();
        };
    }
}
