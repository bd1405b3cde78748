package mx.yume.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sentry.Breadcrumb;
import io.sentry.Hint;
import io.sentry.JsonSerializer;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import io.sentry.protocol.User;

/** What somebody wrote can be anywhere in an event, and is nowhere in what leaves. */
class SentryScrubTest {

    private static final String WORDS = "algo que alguien escribió";

    @Test
    void ofOurOwnLinesTheSentenceLeavesAndNothingThatWasFilledIn() throws IOException {
        var event = scrubbed("mx.yume.conversation.turn.TurnWorker", "Turn %s failed");
        assertThat(event).contains("Turn %s failed", "PgException", "6f1c").doesNotContain(WORDS);
    }

    @Test
    void ofOthersOnlyWhoLoggedIt() throws IOException {
        var event = scrubbed("io.quarkus.vertx.http.runtime.QuarkusErrorHandler", "HTTP Request to /entrar?t=" + WORDS);
        assertThat(event).contains("QuarkusErrorHandler", "PgException").doesNotContain(WORDS, "/entrar");
    }

    private static String scrubbed(String logger, String sentence) throws IOException {
        var event = new SentryEvent();
        event.setLogger(logger);
        var message = new Message();
        message.setMessage(sentence);
        message.setFormatted(WORDS);
        message.setParams(List.of(WORDS));
        event.setMessage(message);
        var exception = new SentryException();
        exception.setType("PgException");
        exception.setValue("invalid input: " + WORDS);
        event.setExceptions(List.of(exception));
        event.setBreadcrumbs(List.of(new Breadcrumb(WORDS)));
        event.setExtra("parameter", WORDS);
        event.setTag("turnId", "6f1c");
        event.getContexts().set("MDC", WORDS);
        var user = new User();
        user.setUsername(WORDS);
        event.setUser(user);
        event.setThrowable(new IllegalStateException(WORDS));
        var left = new SentryScrub().execute(event, new Hint());
        assertThat(left).isNotNull();
        var written = new StringWriter();
        new JsonSerializer(new SentryOptions()).serialize(left, written);
        return written.toString();
    }
}
