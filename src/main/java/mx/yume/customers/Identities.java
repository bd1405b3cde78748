package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StorableText;

/**
 * Finds the person behind what a channel tells of a sender: a phone, a business-scoped user id, or both. Both lead to the same
 * person, and whichever is new is remembered. Where they were two people's, the phone says who writes.
 */
@ApplicationScoped
public class Identities {

    /** Shared with the way in of messages, which stores a person and what they wrote by one statement: V7__arrivals.sql. */
    private static final String RESOLVE = "select resolve_person($1, $2, $3, $4, $5, $6) as person_id";

    private final Clock clock;

    Identities(Clock clock) {
        this.clock = clock;
    }

    /**
     * The person with this phone or user id, created when there is none.
     *
     * @param profileName kept as a hint for people; never used as a name
     */
    public Uni<PersonId> resolve(SqlConnection connection, OrganizationId organization, Optional<PhoneNumber> phone,
            Optional<String> userId, Optional<String> profileName) {
        return resolve(connection, organization, phone, userId, profileName, PersonId.next());
    }

    /** @param fresh whom they become when nobody is known so */
    Uni<PersonId> resolve(SqlConnection connection, OrganizationId organization, Optional<PhoneNumber> phone,
            Optional<String> userId, Optional<String> profileName, PersonId fresh) {
        var row = Tuple.of(organization.value(), phone.map(PhoneNumber::e164).orElse(null), userId.orElse(null),
                profileName.map(name -> StorableText.of(name, 256)).orElse(null), fresh.value(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(RESOLVE).execute(row)
                .map(rows -> new PersonId(rows.iterator().next().getUUID("person_id")));
    }
}
