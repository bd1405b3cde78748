package mx.yume.business.numbers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * Gives a new business the number it asked for: of the first provider that has one for it. Where none does, the request stays
 * for an administrator, and the owner is told so.
 */
@ApplicationScoped
class Provisioning implements JobHandler {

    /** Somebody else may take a number between the question and the answer. */
    private static final int TRIES = 20;

    private static final String PENDING = """
            select 1 from number_request where organization_id = $1 and status = 'pending' for update
            """;
    private static final String LAST = "select max(address) as address from business_number where provider = $1";
    private static final String TAKE = """
            insert into business_number (organization_id, provider, address) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String PROVIDED = """
            update number_request set status = 'provided', provided_at = $2 where organization_id = $1
            """;

    private record Given(String provider, PhoneNumber number) {}

    private final List<NumberProvider> providers;
    private final Database database;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    Provisioning(@All List<NumberProvider> providers, Database database, Jobs jobs, ObjectMapper json, Clock clock) {
        this.providers = providers;
        this.database = database;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NumberRequest.REQUESTED);
    }

    /** A request that was met already asks for nothing more. */
    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var request = read(job.payload());
        return connection.preparedQuery(PENDING).execute(Tuple.of(job.organization().value()))
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().voidItem()
                        : first(connection, job.organization(), request, providers.iterator())
                                .chain(given -> tell(connection, job, request, given)));
    }

    private Uni<Optional<Given>> first(SqlConnection connection, OrganizationId organization, NumberRequest request,
            Iterator<NumberProvider> others) {
        if (!others.hasNext()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return take(connection, organization, request, others.next(), TRIES).chain(given -> given.isPresent()
                ? Uni.createFrom().item(given)
                : first(connection, organization, request, others));
    }

    private Uni<Optional<Given>> take(SqlConnection connection, OrganizationId organization, NumberRequest request,
            NumberProvider provider, int tries) {
        if (tries == 0) {
            return Uni.createFrom().failure(new IllegalStateException("Every number of " + provider.name() + " was taken"));
        }
        return last(provider).chain(last -> provider.offer(request, last)).chain(offered -> offered.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : connection.preparedQuery(TAKE)
                        .execute(Tuple.of(organization.value(), provider.name(), offered.get().e164()))
                        .chain(taken -> taken.rowCount() == 1
                                ? Uni.createFrom().item(Optional.of(new Given(provider.name(), offered.get())))
                                : take(connection, organization, request, provider, tries - 1)));
    }

    private Uni<Optional<PhoneNumber>> last(NumberProvider provider) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(LAST).execute(Tuple.of(provider.name()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("address")).map(PhoneNumber::new)));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, NumberRequest request, Optional<Given> given) {
        var fact = new NumberFact(request.conversation(), request.errand(), given.map(Given::provider).orElse(null),
                given.map(it -> it.number().e164()).orElse(null));
        var told = jobs.add(connection, job.organization(), given.isPresent() ? NumberFact.PROVIDED : NumberFact.DELAYED,
                written(fact), job.origin());
        return given.isEmpty() ? told
                : connection.preparedQuery(PROVIDED)
                        .execute(Tuple.of(job.organization().value(), clock.instant().atOffset(ZoneOffset.UTC)))
                        .chain(() -> told);
    }

    private NumberRequest read(String payload) {
        try {
            return json.readValue(payload, NumberRequest.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request that cannot be read back", impossible);
        }
    }

    private String written(NumberFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
