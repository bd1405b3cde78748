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
import mx.yume.platform.UuidV7;

/**
 * Finds the person behind what a channel tells of a sender: a phone, a business-scoped user id, or both. Both lead to the same
 * person, and whichever is new is remembered. Where they were two people's, the phone says who writes.
 */
@ApplicationScoped
public class Identities {

    private static final String FIND = """
            select person_id, kind from person_identity
            where organization_id = $1 and provider = 'whatsapp'
              and ((kind = 'phone' and value = $2) or (kind = 'user_id' and value = $3))
            order by kind
            """;
    /** Two first messages at once of one new person wait here for each other. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String INSERT_PERSON = """
            insert into person (organization_id, id, profile_name, created_at) values ($1, $2, $3, $4)
            """;
    private static final String INSERT_IDENTITY = """
            insert into person_identity (organization_id, provider, kind, value, person_id)
            values ($1, 'whatsapp', $2, $3, $4) on conflict do nothing
            """;

    /** What becomes of two people whose phone and user id come together: V10__people.sql. */
    private static final String MEET = "select meet($1, $2, $3, $4, $5)";

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
        return find(connection, organization, phone, userId).chain(found -> found.isPresent()
                ? Uni.createFrom().item(found.orElseThrow())
                : create(connection, organization, phone, userId, profileName));
    }

    private Uni<Optional<PersonId>> find(SqlConnection connection, OrganizationId organization, Optional<PhoneNumber> phone,
            Optional<String> userId) {
        var ids = Tuple.of(organization.value(), phone.map(PhoneNumber::e164).orElse(null), userId.orElse(null));
        return connection.preparedQuery(FIND).execute(ids).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            var found = rows.iterator();
            var person = new PersonId(found.next().getUUID("person_id"));
            if (rows.size() < (phone.isPresent() ? 1 : 0) + (userId.isPresent() ? 1 : 0)) {
                return link(connection, organization, person, phone, userId).replaceWith(Optional.of(person));
            }
            var other = found.hasNext() ? new PersonId(found.next().getUUID("person_id")) : person;
            return other.equals(person) ? Uni.createFrom().item(Optional.of(person))
                    : connection.preparedQuery(MEET)
                            .execute(Tuple.of(organization.value(), person.value(), other.value(), UuidV7.next(),
                                    clock.instant().atOffset(ZoneOffset.UTC)))
                            .replaceWith(Optional.of(person));
        });
    }

    private Uni<PersonId> create(SqlConnection connection, OrganizationId organization, Optional<PhoneNumber> phone,
            Optional<String> userId, Optional<String> profileName) {
        return lock(connection, organization, phone.map(PhoneNumber::e164))
                .chain(() -> lock(connection, organization, userId))
                .chain(() -> find(connection, organization, phone, userId))
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.orElseThrow())
                        : insert(connection, organization, phone, userId, profileName));
    }

    /** Phones before user ids, everywhere: two who know the same person wait for each other once. */
    private static Uni<Void> lock(SqlConnection connection, OrganizationId organization, Optional<String> identity) {
        return identity.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(ONE_AT_A_TIME).execute(Tuple.of(organization + "/" + identity.orElseThrow()))
                        .replaceWithVoid();
    }

    private Uni<PersonId> insert(SqlConnection connection, OrganizationId organization, Optional<PhoneNumber> phone,
            Optional<String> userId, Optional<String> profileName) {
        var person = PersonId.next();
        var row = Tuple.of(organization.value(), person.value(),
                profileName.map(name -> StorableText.of(name, 256)).orElse(null), clock.instant().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(INSERT_PERSON).execute(row)
                .chain(() -> link(connection, organization, person, phone, userId)).replaceWith(person);
    }

    private static Uni<Void> link(SqlConnection connection, OrganizationId organization, PersonId person,
            Optional<PhoneNumber> phone, Optional<String> userId) {
        var insert = connection.preparedQuery(INSERT_IDENTITY);
        var linked = phone.isEmpty() ? Uni.createFrom().voidItem()
                : insert.execute(Tuple.of(organization.value(), "phone", phone.orElseThrow().e164(), person.value()))
                        .replaceWithVoid();
        return userId.isEmpty() ? linked
                : linked.chain(() -> insert
                        .execute(Tuple.of(organization.value(), "user_id", userId.orElseThrow(), person.value()))
                        .replaceWithVoid());
    }
}
