package mx.yume.platform.watch;

import java.util.List;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Unremovable;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;

/**
 * What leaves for Sentry: where it broke, and of what kind it is. Messages of exceptions stay here, since they quote what they could
 * not take: words of a customer, an address with a token in it. Of Yume's own lines the sentence goes without what was filled in, of
 * others only who logged it.
 */
@Singleton
@Unremovable
public class SentryScrub implements SentryOptions.BeforeSendCallback {

    private static final String OURS = "mx.yume.";

    @Override
    public @Nullable SentryEvent execute(SentryEvent event, Hint hint) {
        hint.clear();
        var exceptions = event.getExceptions();
        if (exceptions != null) {
            exceptions.forEach(exception -> exception.setValue(null));
        }
        event.setThrowable(null);
        event.setMessage(sentence(event.getMessage(), event.getLogger()));
        event.setBreadcrumbs(List.of());
        event.setExtras(null);
        event.setUser(null);
        event.setRequest(null);
        event.setTransaction(null);
        event.getContexts().remove("MDC");
        return event;
    }

    private static Message sentence(@Nullable Message said, @Nullable String logger) {
        var bare = new Message();
        var template = said == null ? null : said.getMessage();
        var ours = logger != null && logger.startsWith(OURS);
        bare.setMessage(ours && template != null ? template : "An error was logged by " + logger);
        return bare;
    }
}
