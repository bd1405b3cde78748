package mx.yume.business.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Where somebody works, in any business that is not suspended. */
@ApplicationScoped
public class Workplaces {

    /** Of one person: more are not looked at. */
    public static final int MOST = 10;

    private static final String WORKS_AT = """
            select m.organization_id, m.id, o.name from staff_member m join organization o using (organization_id)
            where (m.phone = $1 or m.email = $3) and m.active and o.status = 'active' order by o.name, m.organization_id limit $2
            """;

    /** @param business as it is called */
    public record Workplace(OrganizationId organization, String business, StaffId member) {}

    private final Database database;

    Workplaces(Database database) {
        this.database = database;
    }

    /** @param connection of a tenant's transaction, which sees the staff of others for this one question */
    public Uni<List<Workplace>> of(SqlConnection connection, PhoneNumber phone) {
        return database.lending(connection, Scope.ROUTING, () -> read(connection, Optional.empty(), Optional.of(phone)));
    }

    /** @param email in small letters */
    public Uni<List<Workplace>> of(Optional<String> email, Optional<PhoneNumber> phone) {
        return database.inScope(Scope.ROUTING, connection -> read(connection, email, phone));
    }

    private static Uni<List<Workplace>> read(SqlConnection connection, Optional<String> email,
            Optional<PhoneNumber> phone) {
        return connection.preparedQuery(WORKS_AT)
                .execute(Tuple.of(phone.map(PhoneNumber::e164).orElse(null), MOST, email.orElse(null))).map(rows -> {
                    var found = new ArrayList<Workplace>();
                    rows.forEach(row -> found.add(new Workplace(new OrganizationId(row.getUUID("organization_id")),
                            row.getString("name"), new StaffId(row.getUUID("id")))));
                    return List.copyOf(found);
                });
    }
}
