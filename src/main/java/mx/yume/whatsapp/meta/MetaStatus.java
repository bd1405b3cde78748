package mx.yume.whatsapp.meta;

import java.util.Optional;
import java.util.UUID;

/**
 * How far a message that went out has come.
 *
 * @param row our own id of it, as we gave it to Meta
 */
record MetaStatus(String providerMessageId, Optional<UUID> row, State state, Optional<MetaError> error) {

    enum State {
        SENT, DELIVERED, READ, FAILED
    }
}
