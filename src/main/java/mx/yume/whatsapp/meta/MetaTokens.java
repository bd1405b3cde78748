package mx.yume.whatsapp.meta;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.OrganizationId;

/** The tokens that numbers send with. */
@ApplicationScoped
class MetaTokens {

    private final MetaConfig config;

    MetaTokens(MetaConfig config) {
        this.config = config;
    }

    /** The installation's, which serves every number that has none of its own; empty when there is none at all. */
    Uni<Optional<String>> token(OrganizationId organization, String phoneNumberId) {
        return Uni.createFrom().item(config.accessToken());
    }

    /** As the Authorization header carries it. */
    static String bearer(String token) {
        return "Bearer " + token;
    }
}
