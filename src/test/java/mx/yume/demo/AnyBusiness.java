package mx.yume.demo;

import java.time.Instant;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.platform.Database;

/** Writes businesses other than the demo's, as the demo is written. */
public final class AnyBusiness {

    private static final String ORGANIZATION = """
            insert into organization (organization_id, name, slug, created_at) values ($1, $2, $3, $4)
            """;

    private AnyBusiness() {}

    /** Reads back equal through {@code Businesses.load}, past dates apart. Everybody but viewers is onboarded at {@code now}. */
    public static Uni<Void> write(Database database, Business business, Instant now) {
        var rows = new Rows(business.id());
        rows.add(ORGANIZATION, business.publicName(), business.slug(), Rows.utc(now));
        BusinessRows.add(rows, business, now);
        return database.inTenant(business.id(), rows::insert);
    }
}
