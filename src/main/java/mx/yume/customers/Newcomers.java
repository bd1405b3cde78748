package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.StorableText;

/** People who get known without having written: somebody who called, stands at the counter, or books on a page. */
@ApplicationScoped
public class Newcomers {

    private static final int LONGEST_NAME = 80;

    private static final String FIND = """
            select person_id from person_identity
            where organization_id = $1 and provider = 'whatsapp' and kind = 'phone' and value = $2
            """;
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

    /** The person with this phone, made when there is none, in a transaction of their own. A name they gave themselves stays. */
    public Uni<PersonId> withPhone(OrganizationId organization, PhoneNumber phone, String name) {
        return database.inTenant(organization,
                connection -> writeDown(connection, organization, new Newcomer(phone, name), PersonId.next()));
    }

    /** Whoever has this phone already, else whom they become when they are written down. */
    public Uni<PersonId> like(OrganizationId organization, Newcomer newcomer) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), newcomer.phone().e164()))
                .map(rows -> rows.size() == 0 ? PersonId.next() : new PersonId(rows.iterator().next().getUUID("person_id"))));
    }

    /**
     * In the caller's transaction.
     *
     * @param like as {@link #like} found them
     * @return who has this phone: somebody else than {@code like} when they were written down meanwhile
     */
    public Uni<PersonId> writeDown(SqlConnection connection, OrganizationId organization, Newcomer newcomer, PersonId like) {
        return identities
                .resolve(connection, organization, Optional.of(newcomer.phone()), Optional.empty(), Optional.empty(), like)
                .call(person -> connection.preparedQuery(NAME).execute(
                        Tuple.of(organization.value(), person.value(), StorableText.of(newcomer.name().strip(), LONGEST_NAME),
                                clock.instant().atOffset(ZoneOffset.UTC))));
    }
}
