package mx.yume.conversation.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import mx.yume.platform.StartRefused;

/** From when on something is too old to be kept, as the installation has set it. */
@ApplicationScoped
class Ages {

    /** As long as Meta repeats a delivery, and a day for clocks. */
    private static final int FEWEST_RECEIPT_DAYS = 8;

    private final RetentionConfig config;

    Ages(RetentionConfig config) {
        this.config = config;
    }

    /** What would delete what is in use is refused. */
    void check(@Observes StartupEvent starting) {
        atLeast(1, config.messageMonths(), "yume.retention.message-months");
        atLeast(1, config.traceDays(), "yume.retention.trace-days");
        atLeast(FEWEST_RECEIPT_DAYS, config.receiptDays(), "yume.retention.receipt-days");
        atLeast(1, config.failedJobDays(), "yume.retention.failed-job-days");
    }

    Instant messages(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusMonths(config.messageMonths()).toInstant();
    }

    Instant traces(Instant now) {
        return now.minus(config.traceDays(), ChronoUnit.DAYS);
    }

    Instant receipts(Instant now) {
        return now.minus(config.receiptDays(), ChronoUnit.DAYS);
    }

    Instant failedJobs(Instant now) {
        return now.minus(config.failedJobDays(), ChronoUnit.DAYS);
    }

    private static void atLeast(int fewest, int set, String name) {
        if (set < fewest) {
            throw new StartRefused(name + " is " + set + ": set it to " + fewest + " or more.");
        }
    }
}
