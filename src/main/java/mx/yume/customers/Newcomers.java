package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StorableText;

/** People whom the staff write down: somebody who called, or stands at the counter. */
@ApplicationScoped
public class Newcomers {

    private static final int LONGEST_NAME = 80;

    private static final String NAME = """
            update person set name = $3, name_confirmed_at = $4, version = version + 1
            where organization_id = $1 and id = $2 and name is null
            """;

    private final Database database;
    private final Identities identities;
    private final Clock clock;

    Newcomers(Database database, Identities identities, Clock clock) {
        this.database = database;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * The person with this phone, made when there is none.
     *
     * @param name how they are called if nobody knows it yet; a name they gave themselves stays. Up to 80 characters of it
     */
    public Uni<PersonId> withPhone(OrganizationId organization, PhoneNumber phone, String name) {
        return database.inTenant(organization, connection -> identities
                .resolve(connection, organization, Optional.of(phone), Optional.empty(), Optional.empty())
                .call(person -> connection.preparedQuery(NAME).execute(
                        Tuple.of(organization.value(), person.value(), StorableText.of(name.strip(), LONGEST_NAME),
                                clock.instant().atOffset(ZoneOffset.UTC)))));
    }
}
