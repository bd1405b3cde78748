package mx.yume.scheduling.waitlist;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.TimeFreed;

/**
 * Time that was given back goes to the first in line whom it suits. One job makes at most one offer, so that it stands in the
 * writers' line but once; what is left is for the next job, which goes on after that person.
 */
@ApplicationScoped
class Offering implements JobHandler {

    /** Thought of in one transaction. */
    static final int AT_ONCE = 20;
    /** Two jobs of one organization would each find the same person first. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('waitlist ' || $1, 0))";

    private final Businesses businesses;
    private final Earmarking earmarking;
    private final OfferFacts facts;
    private final Clock clock;

    Offering(Businesses businesses, Earmarking earmarking, OfferFacts facts, Clock clock) {
        this.businesses = businesses;
        this.earmarking = earmarking;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TimeFreed.KIND);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var freed = facts.freed(job);
        return connection.preparedQuery(ONE_AT_A_TIME).execute(Tuple.of(job.organization().toString()))
                .chain(() -> Entries.lapse(connection, job.organization(), clock.instant()))
                .chain(() -> businesses.load(connection, job.organization())).map(Optional::orElseThrow)
                .chain(business -> offer(connection, business, freed))
                .chain(rest -> rest.map(further -> facts.further(connection, job, further))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** @return what the next job has to think of */
    private Uni<Optional<TimeFreed>> offer(SqlConnection connection, Business business, TimeFreed freed) {
        var suiting = new Suiting(freed.stretches());
        return Entries
                .next(connection, business.id(), suiting.hull(), Optional.ofNullable(freed.after()), clock.instant(), AT_ONCE)
                .chain(entries -> Offers.before(connection, business.id(), entries)
                        .chain(before -> first(connection, business, suiting, entries, before))
                        .map(offered -> offered
                                .or(() -> entries.size() == AT_ONCE ? Optional.of(entries.getLast()) : Optional.empty())))
                .map(last -> last.map(entry -> new TimeFreed(freed.stretches(), entry.id().value())));
    }

    /** @return to whom it was offered */
    private Uni<Optional<WaitlistEntry>> first(SqlConnection connection, Business business, Suiting suiting,
            List<WaitlistEntry> line, Map<EntryId, List<TimeRange>> before) {
        if (line.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var entry = line.getFirst();
        return earmarking.earmark(connection, business, entry, suiting, before.getOrDefault(entry.id(), List.of()))
                .chain(held -> held ? Uni.createFrom().item(Optional.of(entry))
                        : first(connection, business, suiting, line.subList(1, line.size()), before));
    }
}
