package mx.yume.business.numbers;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.crypto.Vault;

/**
 * With what the numbers of businesses are used that have an account of their own. A number that is not here is used with what the
 * installation is configured with.
 */
@ApplicationScoped
public class Connections {

    private static final int LONGEST_REASON = 500;

    /**
     * A connection to be.
     *
     * @param expires when the token ends by itself; empty for one that does not
     * @param pin that WhatsApp asks for when the number is registered again; empty where there is none
     */
    public record Draft(OwnAccount account, Optional<Instant> expires, Optional<String> pin) {

        static Draft of(OwnAccount account) {
            return new Draft(account, Optional.empty(), Optional.empty());
        }

        /** So that it gets into no log by accident. */
        @Override
        public String toString() {
            return "Draft of " + account;
        }
    }

    private static final String FIND = """
            select account, token, status from whatsapp_connection
            where organization_id = $1 and provider = $2 and address = $3
            """;
    private static final String PIN = """
            select pin from whatsapp_connection where organization_id = $1 and provider = $2 and address = $3
            """;
    private static final String OF_ACCOUNT = """
            select organization_id, address, token from whatsapp_connection where provider = $1 and account = $2
            """;
    private static final String ACCOUNTS = """
            select distinct on (account) organization_id, account, token from whatsapp_connection
            where provider = $1 and status = 'active' order by account, connected_at desc
            """;
    private static final String CONNECT = """
            insert into whatsapp_connection (organization_id, provider, address, account, token, token_expires_at, pin, connected_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (organization_id, provider, address) do update
            set account = excluded.account, token = excluded.token, token_expires_at = excluded.token_expires_at,
                pin = coalesce(excluded.pin, whatsapp_connection.pin), status = 'active', reason = null,
                connected_at = excluded.connected_at, expiry_told_at = null
            """;
    private static final String BREAK = """
            update whatsapp_connection set status = 'broken', reason = $4
            where organization_id = $1 and provider = $2 and address = $3 and status = 'active'
            """;
    private static final String OWN = """
            insert into business_number (organization_id, provider, address, phone) values ($1, $2, $3, $4)
            on conflict (provider, address) do update set phone = excluded.phone where business_number.organization_id = $1
            """;
    private static final String PHONE = """
            select coalesce(phone, case when provider <> 'meta' then address end) as phone from business_number
            where organization_id = $1 and provider = $2 and address = $3
            """;

    private final Vault vault;
    private final NumberRequests requests;
    private final NumberFacts facts;
    private final Database database;
    private final Clock clock;

    Connections(Vault vault, NumberRequests requests, NumberFacts facts, Database database, Clock clock) {
        this.vault = vault;
        this.requests = requests;
        this.facts = facts;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The connection of a number; empty when it has none of its own.
     *
     * @param provider as the database writes it
     * @param address as the provider names the number
     */
    public Uni<Optional<Connection>> of(OrganizationId organization, String provider, String address) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), provider, address))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(connection(organization, rows.iterator().next()))));
    }

    /** The businesses whose own account this is at a provider, with its secret and the numbers in it; empty for none. */
    public Uni<Optional<KnownAccount>> account(String provider, String account) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(OF_ACCOUNT)
                .execute(Tuple.of(provider, account)).map(rows -> {
                    var addresses = new HashSet<String>();
                    var tokens = new HashSet<String>();
                    rows.forEach(row -> {
                        addresses.add(row.getString("address"));
                        tokens.add(token(new OrganizationId(row.getUUID("organization_id")), row));
                    });
                    return addresses.isEmpty() ? Optional.empty() : Optional.of(new KnownAccount(addresses, tokens));
                }));
    }

    /** The accounts of businesses' own that can be used, each once. */
    public Uni<List<OwnAccount>> accounts(String provider) {
        return database.inScope(Scope.ROUTING,
                connection -> connection.preparedQuery(ACCOUNTS).execute(Tuple.of(provider)).map(rows -> {
                    var own = new ArrayList<OwnAccount>();
                    rows.forEach(row -> own.add(new OwnAccount(row.getString("account"),
                            token(new OrganizationId(row.getUUID("organization_id")), row))));
                    return List.copyOf(own);
                }));
    }

    /** From now on the number is used with this; whatever was wrong with its connection is over. */
    Uni<Void> connect(SqlConnection connection, OrganizationId organization, String provider, String address, Draft draft) {
        var token = Buffer.buffer(vault.seal(organization, ConnectionSecrets.TOKEN, draft.account().token()));
        var pin = draft.pin().map(secret -> Buffer.buffer(vault.seal(organization, ConnectionSecrets.PIN, secret)));
        return connection.preparedQuery(CONNECT)
                .execute(Tuple.from(new Object[]{organization.value(), provider, address, draft.account().id(), token,
                        draft.expires().map(Connections::utc).orElse(null), pin.orElse(null), utc(clock.instant())}))
                .replaceWithVoid();
    }

    /**
     * An owner's own number is the business's from now on: whoever waits for a number has one, and is told.
     *
     * @return whether no other business has it
     */
    public Uni<Boolean> own(SqlConnection connection, OrganizationId organization, String provider, String address,
            PhoneNumber phone, Draft draft) {
        return connection.preparedQuery(OWN).execute(Tuple.of(organization.value(), provider, address, phone.e164()))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().item(false)
                        : connect(connection, organization, provider, address, draft)
                                .chain(() -> requests.met(connection, organization, provider, Held.chosen(phone)))
                                .chain(met -> met ? Uni.createFrom().voidItem()
                                        : fact(connection, organization, ConnectionFact.CONNECTED, provider, address,
                                                draft.expires()))
                                .replaceWith(true));
    }

    /** With which PIN the number was registered by Yume, if it was. */
    public Uni<Optional<String>> pin(SqlConnection connection, OrganizationId organization, String provider, String address) {
        return connection.preparedQuery(PIN).execute(Tuple.of(organization.value(), provider, address))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getBuffer("pin"))
                                .map(sealed -> vault.open(organization, ConnectionSecrets.PIN,
                                        sealed.getDelegate().getBytes())));
    }

    /** The provider does not take it any more (Meta's error 190, a sub-account that was closed): its owners are told, once. */
    public Uni<Void> broken(OrganizationId organization, String provider, String address, String reason) {
        return database.inTenant(organization, connection -> broken(connection, organization, provider, address, reason));
    }

    /**
     * The same, on a connection that works for the business. For a number that is used with what the installation is configured
     * with, nothing: that is the operator's to mend, and no owner's.
     */
    public Uni<Void> broken(SqlConnection connection, OrganizationId organization, String provider, String address,
            String reason) {
        var said = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        return connection.preparedQuery(BREAK)
                .execute(Tuple.of(organization.value(), provider, address, said.isBlank() ? "unknown" : said))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem()
                        : fact(connection, organization, ConnectionFact.DISCONNECTED, provider, address, Optional.empty()));
    }

    /** States something of a number's connection, with the number as people write it. */
    Uni<Void> fact(SqlConnection connection, OrganizationId organization, String kind, String provider, String address,
            Optional<Instant> expires) {
        return connection.preparedQuery(PHONE).execute(Tuple.of(organization.value(), provider, address))
                .map(rows -> rows.size() == 0 ? Optional.<String>empty()
                        : Optional.ofNullable(rows.iterator().next().getString("phone")))
                .chain(phone -> facts.connection(connection, organization, kind,
                        new ConnectionFact(provider, address, phone.orElse(null), expires.orElse(null))));
    }

    private Connection connection(OrganizationId organization, Row row) {
        return new Connection(new OwnAccount(row.getString("account"), token(organization, row)),
                row.getString("status").equals("active"));
    }

    private String token(OrganizationId organization, Row row) {
        return vault.open(organization, ConnectionSecrets.TOKEN, row.getBuffer("token").getDelegate().getBytes());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
