package mx.yume.business.numbers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Which numbers businesses can be written to; what a person of Yume does about them. */
@ApplicationScoped
public class BusinessNumbers {

    private static final String TWILIO = "twilio";

    /** An owner's own number goes before the one that Yume gave, and that before the simulator's. */
    private static final String FIND = """
            select phone from (
                select coalesce(phone, case when provider <> 'meta' then address end) as phone, provider
                from business_number where organization_id = $1) as written
            where phone is not null order by array_position(array['meta', 'twilio', 'simulator'], provider) limit 1
            """;
    /** Those that Yume pays for: in no account of the business's own. */
    private static final String OURS = """
            select address, resource, sender from business_number n where organization_id = $1 and provider = 'twilio'
              and not exists (select 1 from whatsapp_connection c
                              where c.organization_id = $1 and c.provider = n.provider and c.address = n.address)
            """;
    private static final String DROP = "delete from business_number where organization_id = $1";
    private static final String FORGET_SIGNUP = "delete from whatsapp_signup where organization_id = $1";
    /** Another business is being given this very number. */
    private static final String BEING_GIVEN = """
            select 1 from number_request where organization_id <> $1 and number = $2
              and status in ('chosen', 'bought', 'configured', 'registering', 'releasing')
            """;

    private final SpareNumbers spare;
    private final Connections connections;
    private final NumberRequests requests;
    private final Database database;
    private final Clock clock;

    BusinessNumbers(SpareNumbers spare, Connections connections, NumberRequests requests, Database database, Clock clock) {
        this.spare = spare;
        this.connections = connections;
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    /** Empty while the business waits for one. */
    public Uni<Optional<PhoneNumber>> of(OrganizationId organization) {
        return database.inTenant(organization,
                connection -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value()))
                        .map(rows -> {
                            var found = rows.iterator();
                            return found.hasNext() ? Optional.of(new PhoneNumber(found.next().getString("phone")))
                                    : Optional.empty();
                        }));
    }

    /**
     * The business has no number any more: it was suspended for good, or erased. One that Yume pays for rests for
     * {@link SpareNumbers#QUARANTINE} and goes to another business; one of an account of their own is forgotten with its secrets.
     *
     * @return how many numbers that were
     */
    public Uni<Integer> release(OrganizationId organization) {
        return database.inTenant(organization, connection -> release(connection, organization));
    }

    /** The same on a connection that works for the business. */
    public Uni<Integer> release(SqlConnection connection, OrganizationId organization) {
        var whose = Tuple.of(organization.value());
        return connection.preparedQuery(OURS).execute(whose).map(BusinessNumbers::held)
                .chain(ours -> connection.preparedQuery(DROP).execute(whose).map(dropped -> dropped.rowCount())
                        .call(() -> kept(connection, organization, ours)))
                .call(() -> connection.preparedQuery(FORGET_SIGNUP).execute(whose))
                .call(() -> released(connection, organization));
    }

    private static List<Held> held(RowSet<Row> rows) {
        var held = new ArrayList<Held>();
        rows.forEach(row -> held.add(new Held(new PhoneNumber(row.getString("address")),
                Optional.ofNullable(row.getString("resource")), Optional.ofNullable(row.getString("sender")))));
        return List.copyOf(held);
    }

    private Uni<Void> kept(SqlConnection connection, OrganizationId organization, List<Held> ours) {
        return Multi.createFrom().iterable(ours)
                .onItem().transformToUniAndConcatenate(held -> spare.keep(connection, organization, held, true))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Boolean> released(SqlConnection connection, OrganizationId organization) {
        return ProvisionRows.hold(connection, organization)
                .chain(found -> found.filter(request -> request.state() == NumberState.PROVIDED).map(
                        request -> ProvisionRows.advance(connection, request, request.provider().orElse(""),
                                new Progress(NumberState.RELEASED, Optional.empty(), Optional.empty(), 0, clock.instant())))
                        .orElse(Uni.createFrom().item(false)));
    }

    /** By a person's hand: a number of Yume's own account, that Twilio and WhatsApp know and whose webhooks are Yume's. */
    public Uni<Giving> give(OrganizationId organization, PhoneNumber number) {
        return give(organization, number, Optional.empty());
    }

    /** @param account the sub-account that the number is in, with its own secret; empty for Yume's own */
    public Uni<Giving> give(OrganizationId organization, PhoneNumber number, Optional<OwnAccount> account) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(BEING_GIVEN)
                .execute(Tuple.of(organization.value(), number.e164())).map(rows -> rows.size() > 0))
                .chain(elsewhere -> elsewhere ? Uni.createFrom().item(new Giving.Taken())
                        : database.inTenant(organization, connection -> given(connection, organization, number, account)));
    }

    private Uni<Giving> given(SqlConnection connection, OrganizationId organization, PhoneNumber number,
            Optional<OwnAccount> account) {
        return ProvisionRows.hold(connection, organization).chain(request -> {
            if (request.map(Provision::state).filter(NumberState::underWay).isPresent()) {
                return Uni.createFrom().item(new Giving.UnderWay());
            }
            return spare.takeOut(connection, organization, number)
                    .map(held -> held.orElse(Held.chosen(number)))
                    .chain(held -> ProvisionRows.take(connection, organization, TWILIO, held)
                            .chain(taken -> taken ? settled(connection, organization, request, held, account)
                                    : ProvisionRows.has(connection, organization, TWILIO, number)
                                            .map(has -> has ? new Giving.HasIt() : new Giving.Taken())));
        });
    }

    private Uni<Giving> settled(SqlConnection connection, OrganizationId organization, Optional<Provision> request, Held held,
            Optional<OwnAccount> account) {
        return account.map(own -> connections.connect(connection, organization, TWILIO, held.number().e164(),
                Connections.Draft.of(own))).orElse(Uni.createFrom().voidItem())
                .chain(() -> requests.met(connection, organization, TWILIO, held))
                .replaceWith(new Giving.Given());
    }
}
