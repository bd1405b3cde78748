package mx.yume.business.numbers;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.platform.crypto.SealedColumns;

/** What is sealed of connections, made and in the making. */
@ApplicationScoped
class ConnectionSecrets implements SealedColumns {

    static final String TOKEN = "whatsapp_connection.token";
    static final String PIN = "whatsapp_connection.pin";

    @Override
    public List<String> all() {
        return List.of(TOKEN, PIN);
    }
}
