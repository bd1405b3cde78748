package mx.yume.whatsapp.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.template.KnownContents;

/** The contents of each shape at Twilio: made when the first message of that shape is sent, and remembered. */
@ApplicationScoped
class TwilioShapes {

    private static final Logger LOG = Logger.getLogger(TwilioShapes.class);
    /** What Twilio did not make is not asked for again with every message. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final TwilioConfig config;
    private final TwilioContent contents;
    private final KnownContents known;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, String> sids = new ConcurrentHashMap<>();
    private final Map<String, Instant> paused = new ConcurrentHashMap<>();

    TwilioShapes(TwilioConfig config, @RestClient TwilioContent contents, KnownContents known, ObjectMapper json, Clock clock) {
        this.config = config;
        this.contents = contents;
        this.known = known;
        this.json = json;
        this.clock = clock;
    }

    /** What Twilio calls the content of this shape; empty when there is none and none can be made now. */
    Uni<Optional<String>> sid(TwilioAccount account, TwilioShape shape) {
        var sid = sids.get(key(account, shape));
        return sid != null ? Uni.createFrom().item(Optional.of(sid))
                : found(account, shape).ifNoItem().after(config.contentTimeout()).fail()
                        .onFailure().recoverWithItem(failure -> {
                            // The message is sent as text: nobody waits for buttons.
                            LOG.warnf("No content of the shape %s: %s", shape.name(), failure.toString());
                            paused.put(key(account, shape), clock.instant().plus(PAUSE));
                            return Optional.empty();
                        });
    }

    /** Twilio does not know it any more: the next message of this shape makes it anew. */
    Uni<Void> forget(TwilioAccount account, TwilioShape shape, String sid) {
        sids.remove(key(account, shape), sid);
        return known.forget(account.sid(), shape.name(), sid);
    }

    /** What is remembered is looked up again. */
    void forgetAll() {
        sids.clear();
        paused.clear();
    }

    private Uni<Optional<String>> found(TwilioAccount account, TwilioShape shape) {
        var until = paused.get(key(account, shape));
        if (until != null && clock.instant().isBefore(until)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return known.find(account.sid(), shape.name()).chain(lookup -> {
            if (lookup.sid().isPresent() || !lookup.room()) {
                return Uni.createFrom().item(lookup.sid());
            }
            return made(account, shape).chain(sid -> known.remember(account.sid(), shape.name(), sid)).map(Optional::of);
        }).invoke(sid -> sid.ifPresent(it -> sids.put(key(account, shape), it)));
    }

    private Uni<String> made(TwilioAccount account, TwilioShape shape) {
        return contents.create(account.credentials(), shape.definition()).map(response -> {
            var answer = TwilioAnswer.read(json, response.readEntity(String.class));
            if (!TwilioAnswer.accepted(response.getStatus()) || answer.sid() == null) {
                throw new IllegalStateException("refused with " + answer.error(response.getStatus()));
            }
            return answer.sid();
        });
    }

    private static String key(TwilioAccount account, TwilioShape shape) {
        return account.sid() + " " + shape.name();
    }
}
