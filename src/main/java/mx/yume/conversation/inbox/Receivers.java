package mx.yume.conversation.inbox;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/** Whose number received a message. */
@ApplicationScoped
public class Receivers {

    /** The simulator writes to a salon's number whichever provider it belongs to. */
    private static final String OWNER = """
            select organization_id from business_number where address = $1 and (provider = $2 or $2 = 'simulator') limit 1
            """;

    private final Database database;
    private final YumeConfig config;

    Receivers(Database database, YumeConfig config) {
        this.database = database;
        this.config = config;
    }

    public Uni<Optional<OrganizationId>> owner(ChannelName channel, String address) {
        if (isYumes(channel, address)) {
            return Uni.createFrom().item(Optional.of(OrganizationId.YUME));
        }
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(OWNER)
                .execute(Tuple.of(address, channel.sql()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(new OrganizationId(rows.iterator().next().getUUID("organization_id")))));
    }

    private boolean isYumes(ChannelName channel, String address) {
        return channel == ChannelName.META ? config.metaCentralNumber().filter(address::equals).isPresent()
                : address.equals(config.centralNumber().e164());
    }
}
