package mx.yume.scheduling.waitlist;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.FreedTime;

/**
 * An offer that nobody answered in time: whoever had it waits on for another time, and the next in line may have this one. What
 * it held was free from the moment it expired, however late this runs. One that was told later than it was made ends later.
 */
@ApplicationScoped
class Lapsing implements JobHandler {

    private final FreedTime freedTime;
    private final OfferFacts facts;
    private final Clock clock;

    Lapsing(FreedTime freedTime, OfferFacts facts, Clock clock) {
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OfferFact.LAPSING);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        return Entries.offered(connection, job.organization(), facts.offer(job)).map(found -> found.orElseThrow())
                .chain(offered -> offered.offer().orElseThrow().stands(clock.instant())
                        ? facts.lapsing(connection, job.organization(), offered.offer().orElseThrow(), job.origin())
                        : end(connection, job.organization(), offered, job.origin()));
    }

    /** The place in the list is kept; the time goes to the next. */
    Uni<Void> end(SqlConnection connection, OrganizationId organization, WaitlistEntry offered, String origin) {
        return Offers.end(connection, organization, offered, OfferStatus.EXPIRED, EntryStatus.WAITING)
                .call(() -> Entries.lapse(connection, organization, clock.instant()))
                .chain(claims -> freedTime.freed(connection, organization, origin, claims));
    }
}
