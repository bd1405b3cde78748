package mx.yume.conversation.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long what was said is kept. What is older goes by itself, within hours. */
@ConfigMapping(prefix = "yume.retention")
public interface RetentionConfig {

    /** Months that messages are kept, in and out, and what was done because of them. */
    @WithDefault("24")
    int messageMonths();

    /** Days that the steps of a turn are kept. */
    @WithDefault("30")
    int traceDays();

    /** Days that a message that comes a second time is recognised; Meta tries again for seven. */
    @WithDefault("35")
    int receiptDays();

    /** Days that a job which failed for good stays to be looked at. */
    @WithDefault("90")
    int failedJobDays();
}
