package mx.yume.business.numbers.signup;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.StaffId;
import mx.yume.business.numbers.Connections;
import mx.yume.platform.Database;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;

/** Owners bring a number of their own, for the first time or again: what they were given is written down, and the rest follows. */
@ApplicationScoped
public class Signups {

    private static final int PINS = 1_000_000;

    private final SignupRows rows;
    private final SignupProvider provider;
    private final Connections connections;
    private final Jobs jobs;
    private final Database database;
    private final ObjectMapper json;
    /** Of the bean, never static: it would be the one of the machine that builds a native image. */
    private final SecureRandom random = new SecureRandom();

    Signups(SignupRows rows, SignupProvider provider, Connections connections, Jobs jobs, Database database,
            ObjectMapper json) {
        this.rows = rows;
        this.provider = provider;
        this.connections = connections;
        this.jobs = jobs;
        this.database = database;
        this.json = json;
    }

    /** What a page needs to open the provider's sign-up; empty where the installation has none. */
    public Optional<SignupProvider.Launch> launch() {
        return provider.launch();
    }

    /**
     * Begins to connect what the sign-up gave. While another try is under way, nothing.
     *
     * @param member of that organization, who may connect numbers
     */
    public Uni<Void> begin(OrganizationId organization, StaffId member, Grant grant) {
        var id = UuidV7.next();
        return database.inTenant(organization,
                connection -> connections.pin(connection, organization, provider.name(), grant.address())
                        .map(known -> known.orElseGet(this::pin))
                        .chain(pin -> rows.begin(connection, organization, id, member.value(), grant, pin))
                        .chain(begun -> begun ? goOn(connection, organization, id) : Uni.createFrom().voidItem()));
    }

    public Uni<SignupStatus> status(OrganizationId organization) {
        return database.inTenant(organization, connection -> rows.status(connection, organization, provider.name()));
    }

    /** The next step is to be taken. */
    Uni<Void> goOn(SqlConnection connection, OrganizationId organization, UUID id) {
        try {
            return jobs.add(connection, organization, SignupRequest.KIND, json.writeValueAsString(new SignupRequest(id)),
                    "real");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request that cannot be written", impossible);
        }
    }

    /** Six digits. WhatsApp asks for them when the number is registered again. */
    private String pin() {
        return "%06d".formatted(random.nextInt(PINS));
    }
}
