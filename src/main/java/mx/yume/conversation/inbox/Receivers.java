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

    /** Shared with the way in of messages: V7__arrivals.sql. */
    private static final String OWNER = "select owner_of_number($1, $2) as organization_id";

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
                .execute(Tuple.of(channel.sql(), address))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID("organization_id")).map(OrganizationId::new)));
    }

    /** Whether it is a number of Yume's own, which needs no database to be known. */
    boolean isYumes(ChannelName channel, String address) {
        return channel == ChannelName.META ? config.metaCentralNumber().filter(address::equals).isPresent()
                : address.equals(config.centralNumber().e164());
    }
}
