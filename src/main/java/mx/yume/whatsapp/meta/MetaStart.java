package mx.yume.whatsapp.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Says at the start what a channel that is on still lacks. */
@ApplicationScoped
class MetaStart {

    private static final Logger LOG = Logger.getLogger(MetaStart.class);

    private final MetaConfig config;

    MetaStart(MetaConfig config) {
        this.config = config;
    }

    void atStart(@Observes StartupEvent started) {
        var missing = missing();
        if (!missing.isEmpty()) {
            LOG.warnf("META_APP_SECRET is set, so Meta's webhook is on; still unset: %s.", String.join(", ", missing));
        }
    }

    /** Each with what does not work without it. Yume's own number may be another provider's: that is no lack. */
    List<String> missing() {
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("META_VERIFY_TOKEN (the webhook cannot be set up at Meta)", config.verifyToken());
        needed.put("META_ACCESS_TOKEN (only numbers with a token of their own can send)", config.accessToken());
        needed.put("META_APP_ID (no business can connect its own number)", config.appId());
        return !config.on() ? List.of()
                : needed.entrySet().stream().filter(each -> each.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }
}
