package mx.yume.customers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;

/** What a business has written down about somebody: read whole, and changed by whoever saw how it was. */
@ApplicationScoped
public class Profiles {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_NOTE = 2_000;

    private static final String FIND = """
            select p.name, p.profile_name, p.name_confirmed_at, p.opted_out_at is not null as opted_out, p.created_at, p.erased_at,
                   p.version, coalesce(n.note, '') as note, coalesce(n.version, 0) as note_version
            from person p left join person_note n on n.organization_id = p.organization_id and n.person_id = p.id
            where p.organization_id = $1 and p.id = $2
            """;
    private static final String IDENTITIES = """
            select kind, value from person_identity where organization_id = $1 and person_id = $2 order by sequence desc
            """;
    private static final String RENAME = """
            update person set name = $4, name_confirmed_at = $5, version = version + 1
            where organization_id = $1 and id = $2 and version = $3 and erased_at is null
            """;
    private static final String FIRST_NOTE = """
            insert into person_note (organization_id, person_id, note, changed_at)
            select organization_id, id, $4, $5 from person
            where organization_id = $1 and id = $2 and erased_at is null and $3::int = 0
            on conflict do nothing
            """;
    private static final String NEXT_NOTE = """
            update person_note set note = $4, changed_at = $5, version = version + 1
            where organization_id = $1 and person_id = $2 and version = $3
            """;

    private final Database database;
    private final Clock clock;

    Profiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when the business knows no such person. */
    public Uni<Optional<Profile>> of(OrganizationId organization, PersonId id) {
        return database.inTenant(organization, connection -> of(connection, organization, id));
    }

    /** The same in the caller's transaction. */
    public Uni<Optional<Profile>> of(SqlConnection connection, OrganizationId organization, PersonId id) {
        var who = Tuple.of(organization.value(), id.value());
        return connection.preparedQuery(FIND).execute(who).chain(found -> found.size() == 0
                ? Uni.createFrom().item(Optional.empty())
                : connection.preparedQuery(IDENTITIES).execute(who).map(rows -> {
                    var identities = new ArrayList<Identity>();
                    rows.forEach(row -> identities.add(new Identity(row.getString("kind"), row.getString("value"))));
                    return Optional.of(profile(id, found.iterator().next(), identities));
                }));
    }

    /**
     * Writes down how somebody is called, as confirmed now.
     *
     * @param seen the version of the name that was shown
     * @param name 1 to 80 characters; else refused
     */
    public Uni<ProfileOutcome> rename(OrganizationId organization, PersonId id, int seen, String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            return Uni.createFrom().item(new ProfileOutcome.BadName());
        }
        return database.inTenant(organization, connection -> connection.preparedQuery(RENAME)
                .execute(Tuple.of(organization.value(), id.value(), seen, stripped, now()))
                .chain(rows -> came(connection, organization, id, rows.rowCount())));
    }

    /**
     * Writes down what is worth remembering about somebody; nothing is a note too.
     *
     * @param seen the version of the note that was shown, 0 for none
     * @param note at most 2,000 characters; else refused
     */
    public Uni<ProfileOutcome> note(OrganizationId organization, PersonId id, int seen, String note) {
        var text = StorableText.of(note.strip());
        if (text.length() > LONGEST_NOTE) {
            return Uni.createFrom().item(new ProfileOutcome.LongNote(LONGEST_NOTE));
        }
        return database.inTenant(organization, connection -> connection.preparedQuery(seen == 0 ? FIRST_NOTE : NEXT_NOTE)
                .execute(Tuple.of(organization.value(), id.value(), seen, text, now()))
                .chain(rows -> came(connection, organization, id, rows.rowCount())));
    }

    private Uni<ProfileOutcome> came(SqlConnection connection, OrganizationId organization, PersonId id, int changed) {
        return changed > 0 ? Uni.createFrom().item(new ProfileOutcome.Saved())
                : of(connection, organization, id).map(found -> found.filter(it -> it.erased().isEmpty())
                        .<ProfileOutcome>map(_ -> new ProfileOutcome.Changed()).orElseGet(ProfileOutcome.NotFound::new));
    }

    private static Profile profile(PersonId id, Row row, List<Identity> identities) {
        return new Profile(id, Optional.ofNullable(row.getString("name")), Optional.ofNullable(row.getString("profile_name")),
                identities, Optional.ofNullable(row.getOffsetDateTime("name_confirmed_at")).map(OffsetDateTime::toInstant),
                row.getBoolean("opted_out"), row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("erased_at")).map(OffsetDateTime::toInstant),
                row.getInteger("version"), row.getString("note"), row.getInteger("note_version"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
