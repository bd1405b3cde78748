package mx.yume.business.numbers;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** States what became of requests and connections, in the transaction that made it true. */
@ApplicationScoped
class NumberFacts {

    /** Connections are to the world: no simulated one is ever made. */
    private static final String REAL = "real";

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    NumberFacts(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** The next step of a request is to be taken, after a while. */
    Uni<Void> goOn(SqlConnection connection, OrganizationId organization, NumberRequest request, Duration after) {
        return jobs.add(connection, organization, NumberRequest.REQUESTED, written(request), request.origin(),
                clock.instant().plus(after));
    }

    Uni<Void> provided(SqlConnection connection, OrganizationId organization, NumberRequest request, String provider,
            PhoneNumber number) {
        return tell(connection, organization, request, NumberFact.PROVIDED, Optional.of(provider), Optional.of(number));
    }

    Uni<Void> delayed(SqlConnection connection, OrganizationId organization, NumberRequest request) {
        return tell(connection, organization, request, NumberFact.DELAYED, Optional.empty(), Optional.empty());
    }

    /** @param kind one of {@link ConnectionFact}'s */
    Uni<Void> connection(SqlConnection connection, OrganizationId organization, String kind, ConnectionFact fact) {
        return jobs.add(connection, organization, kind, written(fact), REAL);
    }

    private Uni<Void> tell(SqlConnection connection, OrganizationId organization, NumberRequest request, String kind,
            Optional<String> provider, Optional<PhoneNumber> number) {
        var fact = new NumberFact(request.conversation(), request.errand(), provider.orElse(null),
                number.map(PhoneNumber::e164).orElse(null));
        return jobs.add(connection, organization, kind, written(fact), request.origin());
    }

    private String written(Object fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
