package mx.yume.customers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.Consent.What;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** The people an organization knows. A person of another organization does not exist here. */
@ApplicationScoped
public class Customers {

    private static final String PERSON = """
            select p.id, p.name, p.name_confirmed_at, p.opted_out_at is not null as opted_out, i.value as phone from person p
            left join person_identity i
              on i.organization_id = p.organization_id and i.person_id = p.id and i.provider = 'whatsapp' and i.kind = 'phone'
            where p.organization_id = $1 and p.id = $2 order by i.sequence desc limit 1
            """;
    private static final String RENAME = """
            update person set name = $3, name_confirmed_at = $4, version = version + 1
            where organization_id = $1 and id = $2
            """;

    private static final String OPT_OUT = """
            update person set opted_out_at = case when $3 then coalesce(opted_out_at, $4) end, version = version + 1
            where organization_id = $1 and id = $2
            """;

    private static final String USER_ID = """
            select value from person_identity
            where organization_id = $1 and person_id = $2 and provider = 'whatsapp' and kind = 'user_id' order by sequence desc
            limit 1
            """;

    private static final String PHONES = """
            select person_id, min(value) as phone from person_identity
            where organization_id = $1 and person_id = any ($2) and provider = 'whatsapp' and kind = 'phone' group by person_id
            """;

    private final Database database;
    private final Consents consents;
    private final Clock clock;

    Customers(Database database, Consents consents, Clock clock) {
        this.database = database;
        this.consents = consents;
        this.clock = clock;
    }

    /** Fails with {@link NoSuchElementException} when the organization knows no such person. */
    public Uni<Person> person(OrganizationId organization, PersonId id) {
        return database.inTenant(organization, connection -> person(connection, organization, id));
    }

    /** The same in the caller's transaction. */
    public Uni<Person> person(SqlConnection connection, OrganizationId organization, PersonId id) {
        return connection.preparedQuery(PERSON).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> person(rows, id));
    }

    /**
     * Takes the name a person gave as theirs, confirmed now, in the caller's transaction. Fails with
     * {@link NoSuchElementException} when the organization knows no such person.
     *
     * @param name 1 to 80 characters
     */
    public Uni<Void> rename(SqlConnection connection, OrganizationId organization, PersonId id, String name) {
        return connection.preparedQuery(RENAME)
                .execute(Tuple.of(organization.value(), id.value(), name, clock.instant().atOffset(ZoneOffset.UTC)))
                .invoke(updated -> {
                    if (updated.rowCount() == 0) {
                        throw unknown(id);
                    }
                }).replaceWithVoid();
    }

    /**
     * Whether somebody wants answers and nothing else, kept with the time since when; in the caller's transaction. Fails with
     * {@link NoSuchElementException} when the organization knows no such person.
     *
     * @param turn in which they said so
     */
    public Uni<Void> optOut(SqlConnection connection, OrganizationId organization, PersonId id, boolean out, UUID turn) {
        return connection.preparedQuery(OPT_OUT)
                .execute(Tuple.of(organization.value(), id.value(), out, clock.instant().atOffset(ZoneOffset.UTC)))
                .invoke(updated -> {
                    if (updated.rowCount() == 0) {
                        throw unknown(id);
                    }
                }).chain(() -> consents.add(connection, organization, id, What.MESSAGES, !out, turn));
    }

    /** The same in a transaction of its own. */
    public Uni<Void> optOut(OrganizationId organization, PersonId id, boolean out, UUID turn) {
        return database.inTenant(organization, connection -> optOut(connection, organization, id, out, turn));
    }

    /** The phones of many, in the caller's transaction; those without one are missing. */
    public Uni<Map<PersonId, PhoneNumber>> phones(SqlConnection connection, OrganizationId organization,
            Collection<PersonId> people) {
        return connection.preparedQuery(PHONES)
                .execute(Tuple.of(organization.value(), people.stream().map(PersonId::value).toArray(UUID[]::new)))
                .map(rows -> {
                    var phones = new HashMap<PersonId, PhoneNumber>();
                    rows.forEach(row -> phones.put(new PersonId(row.getUUID("person_id")),
                            new PhoneNumber(row.getString("phone"))));
                    return Map.copyOf(phones);
                });
    }

    /** What WhatsApp knows a person by whose phone it may not tell. */
    public Uni<Optional<String>> userId(OrganizationId organization, PersonId id) {
        return database.inTenant(organization, connection -> connection.preparedQuery(USER_ID)
                .execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getString("value"))));
    }

    private static Person person(RowSet<Row> rows, PersonId id) {
        var iterator = rows.iterator();
        if (!iterator.hasNext()) {
            throw unknown(id);
        }
        return read(id, iterator.next());
    }

    static Person read(PersonId id, Row row) {
        return new Person(id, Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                Optional.ofNullable(row.getOffsetDateTime("name_confirmed_at")).map(OffsetDateTime::toInstant),
                row.getBoolean("opted_out"));
    }

    private static NoSuchElementException unknown(PersonId id) {
        return new NoSuchElementException("No person " + id + " here");
    }
}
