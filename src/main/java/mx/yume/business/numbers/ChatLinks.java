package mx.yume.business.numbers;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.StorableText;
import mx.yume.platform.YumeConfig;

/** The address that opens a chat with a business. */
@ApplicationScoped
public class ChatLinks {

    /** An owner's own number goes before the one that Yume gave, and that before the simulator's: as BusinessNumbers has it. */
    private static final String OF_SLUG = """
            select provider, address from (
                select n.provider, coalesce(n.phone, case when n.provider <> 'meta' then n.address end) as address
                from organization o join business_number n on n.organization_id = o.organization_id
                where o.slug = $1 and o.status = 'active') as written
            where address is not null order by array_position(array['meta', 'twilio', 'simulator'], provider) limit 1
            """;

    private final Database database;
    private final YumeConfig config;

    ChatLinks(Database database, YumeConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Empty for a business that is not there, is suspended, or has no number yet. */
    public Uni<Optional<String>> of(String slug) {
        return database.inScope(Scope.ROUTING,
                connection -> connection.preparedQuery(OF_SLUG).execute(Tuple.of(StorableText.of(slug)))
                        .map(rows -> rows.size() == 0 ? Optional.empty()
                                : Optional.of(rows.iterator().next())
                                        .map(row -> to(row.getString("provider"), row.getString("address")))));
    }

    /**
     * A number of the simulator can be written to in the simulator alone.
     *
     * @param number E.164
     */
    public String to(String provider, String number) {
        var digits = number.substring(1);
        return provider.equals("simulator") ? config.publicUrl() + "/simulador?para=" + digits : "https://wa.me/" + digits;
    }
}
