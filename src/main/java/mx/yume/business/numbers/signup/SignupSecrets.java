package mx.yume.business.numbers.signup;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.crypto.SealedColumns;
import mx.yume.platform.crypto.Vault;

/** What is sealed of tries to connect a number, while they last. */
@ApplicationScoped
class SignupSecrets implements SealedColumns {

    static final String CODE = "whatsapp_signup.code";
    static final String TOKEN = "whatsapp_signup.token";
    static final String PIN = "whatsapp_signup.pin";

    private final Vault vault;

    SignupSecrets(Vault vault) {
        this.vault = vault;
    }

    @Override
    public List<String> all() {
        return List.of(CODE, TOKEN, PIN);
    }

    Buffer sealed(OrganizationId organization, String column, String secret) {
        return Buffer.buffer(vault.seal(organization, column, secret));
    }

    Optional<String> open(OrganizationId organization, String column, io.vertx.mutiny.core.buffer.@Nullable Buffer sealed) {
        return Optional.ofNullable(sealed).map(bytes -> vault.open(organization, column, bytes.getDelegate().getBytes()));
    }
}
