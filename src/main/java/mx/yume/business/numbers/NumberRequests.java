package mx.yume.business.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** Asks for the number of a business, in the transaction that founds it. */
@ApplicationScoped
public class NumberRequests {

    private static final String ADD = """
            insert into number_request (organization_id, conversation_id, errand_id, origin, requested_at, state_since)
            values ($1, $2, $3, $4, $5, $5)
            """;

    /** Nobody is at it. */
    private static final Set<NumberState> WAITING = EnumSet.of(NumberState.PENDING, NumberState.RELEASED);

    private final NumberFacts facts;
    private final Clock clock;

    NumberRequests(NumberFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** @param conversation of Yume's own, where its owner is told; {@code errand} is the flow there */
    public Uni<Void> ask(SqlConnection connection, OrganizationId organization, UUID conversation, UUID errand,
            String origin) {
        return connection.preparedQuery(ADD)
                .execute(Tuple.of(organization.value(), conversation, errand, origin,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .chain(() -> facts.goOn(connection, organization, new NumberRequest(conversation, errand, origin),
                        Duration.ZERO));
    }

    /** Whoever was founded with a request that waits is told of the number, by whatever way it came; that ends the founding. */
    Uni<Boolean> met(SqlConnection connection, OrganizationId organization, String provider, Held held) {
        return ProvisionRows.hold(connection, organization)
                .chain(found -> found.filter(request -> WAITING.contains(request.state()))
                        .map(request -> met(connection, request, provider, held)).orElse(Uni.createFrom().item(false)));
    }

    private Uni<Boolean> met(SqlConnection connection, Provision request, String provider, Held held) {
        var provided = new Progress(NumberState.PROVIDED, Optional.of(held), Optional.empty(), 0, clock.instant());
        return ProvisionRows.advance(connection, request, provider, provided)
                .call(() -> facts.provided(connection, request.organization(), request.request(), provider, held.number()));
    }

    /** A person of Yume asks the providers again: whether it waited for one. */
    Uni<Boolean> askAnew(SqlConnection connection, OrganizationId organization) {
        return ProvisionRows.anew(connection, organization, clock.instant())
                .call(asked -> asked ? ProvisionRows.find(connection, organization)
                        .chain(found -> facts.goOn(connection, organization, found.orElseThrow().request(), Duration.ZERO))
                        : Uni.createFrom().voidItem());
    }
}
