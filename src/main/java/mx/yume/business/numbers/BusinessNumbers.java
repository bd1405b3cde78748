package mx.yume.business.numbers;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Which numbers businesses can be written to. */
@ApplicationScoped
public class BusinessNumbers {

    /** Meta's addresses are ids, not numbers; Twilio's goes before the simulator's. */
    private static final String FIND = """
            select address from business_number where organization_id = $1 and provider <> 'meta' order by provider desc limit 1
            """;

    private final Database database;

    BusinessNumbers(Database database) {
        this.database = database;
    }

    /** Empty while the business waits for one. */
    public Uni<Optional<PhoneNumber>> of(OrganizationId organization) {
        return database.inTenant(organization,
                connection -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value()))
                        .map(rows -> {
                            var found = rows.iterator();
                            return found.hasNext() ? Optional.of(new PhoneNumber(found.next().getString("address")))
                                    : Optional.empty();
                        }));
    }
}
