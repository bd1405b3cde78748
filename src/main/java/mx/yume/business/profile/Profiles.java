package mx.yume.business.profile;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Wording;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Reads and changes how a business is known. */
@ApplicationScoped
public class Profiles {

    static final int LONGEST_NAME = 120;

    private static final String FIND = "select name, slug, version from organization where organization_id = $1";
    private static final String RENAME = """
            update organization set name = $3, version = version + 1 where organization_id = $1 and version = $2 returning version
            """;
    private static final String OPEN = """
            select organization_id from organization where slug = $1 and status = 'active' and organization_id <> $2
            """;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    private final Database database;

    Profiles(Database database) {
        this.database = database;
    }

    /** @param organization that there is */
    public Uni<Profile> of(OrganizationId organization) {
        return database.inTenant(organization, connection -> of(connection, organization));
    }

    /** @param seenVersion of what was read before */
    public Uni<ProfileOutcome> rename(OrganizationId organization, int seenVersion, String name) {
        var tidy = Wording.tidy(name);
        if (!Wording.isBetween(1, tidy, LONGEST_NAME)) {
            return Uni.createFrom().item(new ProfileOutcome.BadName());
        }
        return database.inTenant(organization, connection -> connection.preparedQuery(RENAME)
                .execute(Tuple.of(organization.value(), seenVersion, tidy))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(new ProfileOutcome.Renamed(rows.iterator().next().getInteger("version")))
                        : of(connection, organization).map(now -> new ProfileOutcome.Changed(now.version()))));
    }

    /**
     * The business whose page this is; empty where there is none, or it is suspended.
     *
     * @param slug whatever somebody wrote into an address
     */
    public Uni<Optional<OrganizationId>> open(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(OPEN)
                .execute(Tuple.of(slug, OrganizationId.YUME.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(new OrganizationId(rows.iterator().next().getUUID("organization_id")))));
    }

    private static Uni<Profile> of(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value())).map(rows -> rows.iterator().next())
                .map(row -> new Profile(row.getString("name"), row.getString("slug"), row.getInteger("version")));
    }
}
