package mx.yume.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yume.flows")
public interface FlowsConfig {

    /** Whether a transition that the table does not allow fails the turn, as in tests and development; else it is refused and traced. */
    @WithDefault("false")
    boolean strict();
}
