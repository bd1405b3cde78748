package mx.yume.platform.crypto;

import java.util.List;

/** Where sealed values are kept: columns of bytes in tenants' tables that sweeps may read. */
public interface SealedColumns {

    /** Each as {@link Vault} binds its values to it: {@code whatsapp_connection.token}. */
    List<String> all();
}
