package mx.yume.scheduling;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.ServiceId;
import mx.yume.platform.OrganizationId;

/**
 * The business as it stays until the transaction ends. Whoever changes hours, closes or deactivates locks the location's and
 * the staff members' rows FOR UPDATE; those who book or move lock them FOR SHARE first and read everything afresh after it, so
 * that what was offered some minutes ago is judged by what holds now. The {@link Turnstile} comes before these rows.
 */
@ApplicationScoped
public class Settled {

    private static final String LOCATIONS = "select 1 from location where organization_id = $1 and active order by id for share";
    private static final String STAFF = """
            select 1 from staff_member m
            where organization_id = $1 and active
              and exists (select 1 from staff_skill where organization_id = $1 and staff_id = m.id and service_id = any ($2))
            order by id for share
            """;

    private final Businesses businesses;

    Settled(Businesses businesses) {
        this.businesses = businesses;
    }

    public Uni<Optional<Business>> business(SqlConnection connection, OrganizationId organization, Wish wish) {
        var staff = Tuple.of(organization.value(), wish.serviceIds().stream().map(ServiceId::value).toArray(UUID[]::new));
        return Uni.combine().all().unis(Turnstile.pass(connection, organization),
                connection.preparedQuery(LOCATIONS).execute(Tuple.of(organization.value())),
                connection.preparedQuery(STAFF).execute(staff),
                businesses.load(connection, organization))
                .with((passed, locations, members, business) -> business);
    }
}
