package mx.yume.web.watch;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;

/** Who may read metrics. */
@ConfigMapping(prefix = "yume.watch")
interface WatchConfig {

    /** What a reader shows as {@code Authorization: Bearer …}. Without one, whoever comes through no proxy may read. YUME_METRICS_TOKEN. */
    @WithName("metrics-token")
    Optional<String> metricsToken();
}
