package mx.yume.business.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Job;
import mx.yume.platform.OutsideJob;
import mx.yume.platform.PhoneNumber;

/**
 * Gives a new business the number it asked for, of the first provider that has numbers for it: one step of that provider at a time,
 * each recorded before the next. A number that another business gave up is taken before one is bought. Where none is to be had by
 * itself, the request stays for an administrator, and the owner is told so.
 */
@ApplicationScoped
class Provisioning implements OutsideJob {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final long SOONEST_LOOK = 15;
    private static final long LATEST_LOOK = Duration.ofMinutes(15).toSeconds();
    private static final String LAST = "select max(address) as address from business_number where provider = $1";

    private final List<NumberProvider> providers;
    private final SpareNumbers spare;
    private final NumberFacts facts;
    private final Database database;
    private final Clock clock;

    Provisioning(@All List<NumberProvider> providers, SpareNumbers spare, NumberFacts facts, Database database, Clock clock) {
        this.providers = List.copyOf(providers);
        this.spare = spare;
        this.facts = facts;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NumberRequest.REQUESTED);
    }

    /** A request that waits for a person, or was met, asks for nothing more. */
    @Override
    public Uni<Outcome> work(Job job) {
        return database.inTenant(job.organization(), connection -> ProvisionRows.find(connection, job.organization()))
                .chain(found -> found.filter(provision -> provision.state().underWay()).map(this::step)
                        .orElse(Uni.createFrom().item(Outcome.nothing())));
    }

    private Uni<Outcome> step(Provision provision) {
        var provider = provider(provision);
        if (provider.isEmpty()) {
            var refused = new Step.Refused("no provider gives numbers by itself");
            return Uni.createFrom().item(connection -> record(connection, provision, "", refused));
        }
        return provision.state() == NumberState.REQUESTED
                ? reused(provision, provider.get()).chain(reused -> reused ? Uni.createFrom().item(goOn(provision))
                        : last(provider.get()).chain(last -> asked(provision.with(last), provider.get())))
                : asked(provision, provider.get());
    }

    private Uni<Outcome> asked(Provision provision, NumberProvider provider) {
        return provider.next(provision)
                .map(step -> connection -> record(connection, provision, provider.name(), step));
    }

    private Outcome goOn(Provision provision) {
        return connection -> facts.goOn(connection, provision.organization(), provision.request(), AT_ONCE);
    }

    /** Whoever took the first step takes the others. */
    private Optional<NumberProvider> provider(Provision provision) {
        return providers.stream().filter(provider -> provision.provider().map(provider.name()::equals)
                .orElseGet(() -> provider.serves(provision.request()))).findFirst();
    }

    /** In a transaction of its own: nobody outside has to be asked for it. */
    private Uni<Boolean> reused(Provision provision, NumberProvider provider) {
        var organization = provision.organization();
        return database.inTenant(organization, connection -> ProvisionRows.hold(connection, organization)
                .chain(held -> held.filter(still -> still.state() == NumberState.REQUESTED).isEmpty()
                        ? Uni.createFrom().item(false)
                        : spare.take(connection, organization, provider.name()).chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(false)
                                : ProvisionRows.advance(connection, held.get(), provider.name(),
                                        reusing(held.get(), found.get())))));
    }

    private Progress reusing(Provision provision, Held found) {
        var now = clock.instant();
        var bought = provision.progress().after(new Step.Bought(found.number(), found.resource().orElseThrow()), now);
        return new Progress(bought.state(), Optional.of(found), bought.reason(), bought.tries(), now);
    }

    private Uni<Optional<PhoneNumber>> last(NumberProvider provider) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(LAST).execute(Tuple.of(provider.name()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("address")).map(PhoneNumber::new)));
    }

    /** In the transaction that ends the job: the new state with what follows from it. */
    private Uni<Void> record(SqlConnection connection, Provision before, String provider, Step step) {
        return step instanceof Step.Online(var number)
                ? taken(connection, before, provider, number).chain(taken -> recorded(connection, before, provider,
                        taken ? step : new Step.Gone()))
                : recorded(connection, before, provider, step);
    }

    /** A number that is the business's already, by whatever way, is no other's. */
    private Uni<Boolean> taken(SqlConnection connection, Provision before, String provider, PhoneNumber number) {
        var held = before.progress().held().orElse(Held.chosen(number));
        return ProvisionRows.take(connection, before.organization(), provider, held).chain(taken -> taken
                ? Uni.createFrom().item(true)
                : ProvisionRows.has(connection, before.organization(), provider, number));
    }

    private Uni<Void> recorded(SqlConnection connection, Provision before, String provider, Step step) {
        var now = clock.instant();
        var after = before.progress().after(step, now);
        return ProvisionRows.advance(connection, before, provider, after)
                .chain(advanced -> advanced ? follow(connection, before, provider, step, after, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> follow(SqlConnection connection, Provision before, String provider, Step step, Progress after,
            Instant now) {
        var organization = before.organization();
        return switch (after.state()) {
            case REQUESTED, CHOSEN, BOUGHT, CONFIGURED, REGISTERING, RELEASING -> facts.goOn(connection, organization,
                    before.request(), step instanceof Step.Waiting ? pause(after, now) : AT_ONCE);
            case PENDING -> kept(connection, before, step)
                    .chain(() -> facts.delayed(connection, organization, before.request()));
            case PROVIDED -> facts.provided(connection, organization, before.request(), provider,
                    after.held().orElseThrow().number());
            case RELEASED -> throw new IllegalStateException("No provider's step takes a number from a business");
        };
    }

    private Uni<Void> kept(SqlConnection connection, Provision before, Step step) {
        return step instanceof Step.Kept ? spare.keep(connection, before.organization(), before.held(), false)
                : Uni.createFrom().voidItem();
    }

    /** The longer it has taken, the less often it is asked. */
    private static Duration pause(Progress after, Instant now) {
        return Duration.ofSeconds(Math.clamp(Duration.between(after.since(), now).toSeconds() / 4, SOONEST_LOOK, LATEST_LOOK));
    }

    /** The provider was never reached: what was bought waits to be given back, with as many tries again. */
    @Override
    public Outcome givenUp(Job job, Throwable failure) {
        return connection -> ProvisionRows.find(connection, job.organization())
                .chain(found -> found.filter(provision -> provision.state().underWay())
                        .map(provision -> record(connection, provision, provision.provider().orElse(""),
                                last(provision, failure)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private static Step last(Provision provision, Throwable failure) {
        var reason = "the provider could not be reached: " + failure;
        return provision.state() == NumberState.RELEASING ? new Step.Kept(reason) : new Step.Refused(reason);
    }
}
