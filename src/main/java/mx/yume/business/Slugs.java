package mx.yume.business;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** How administrators of the installation name a business: by its slug, which no two have. */
@ApplicationScoped
public class Slugs {

    private static final String FIND = "select organization_id from organization where slug = $1 and organization_id <> $2";
    private static final String OF = "select organization_id, slug from organization where organization_id = any ($1)";

    private final Database database;

    Slugs(Database database) {
        this.database = database;
    }

    public Uni<Optional<OrganizationId>> find(String slug) {
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(slug, OrganizationId.YUME.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(new OrganizationId(rows.iterator().next().getUUID("organization_id")))));
    }

    public Uni<Map<OrganizationId, String>> of(List<OrganizationId> organizations) {
        var ids = organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
        return database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(OF).execute(Tuple.of(ids)).map(rows -> {
            var slugs = new HashMap<OrganizationId, String>();
            rows.forEach(row -> slugs.put(new OrganizationId(row.getUUID("organization_id")), row.getString("slug")));
            return Map.copyOf(slugs);
        }));
    }
}
