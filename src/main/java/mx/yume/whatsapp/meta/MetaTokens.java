package mx.yume.whatsapp.meta;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connection;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.OrganizationId;

/** The tokens that numbers send with. */
@ApplicationScoped
class MetaTokens {

    private final MetaConfig config;
    private final Connections connections;

    MetaTokens(MetaConfig config, Connections connections) {
        this.config = config;
        this.connections = connections;
    }

    /** The number's own, or the installation's, which serves those that have none; empty when there is none that works. */
    Uni<Optional<String>> token(OrganizationId organization, String phoneNumberId) {
        return own(organization, phoneNumberId)
                .map(own -> own.map(it -> Optional.of(it).filter(Connection::working).map(found -> found.account().token()))
                        .orElseGet(config::accessToken));
    }

    /** The account that the number's business brought along. */
    Uni<Optional<String>> account(OrganizationId organization, String phoneNumberId) {
        return own(organization, phoneNumberId).map(own -> own.map(connection -> connection.account().id()));
    }

    private Uni<Optional<Connection>> own(OrganizationId organization, String phoneNumberId) {
        return organization.equals(OrganizationId.YUME) ? Uni.createFrom().item(Optional.empty())
                : connections.of(organization, ChannelName.META.sql(), phoneNumberId);
    }

    /** As the Authorization header carries it. */
    static String bearer(String token) {
        return "Bearer " + token;
    }
}
