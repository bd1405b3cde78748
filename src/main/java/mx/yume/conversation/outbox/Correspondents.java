package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Who can be written to of our own accord. */
@ApplicationScoped
public class Correspondents {

    /** WhatsApp takes free text only within a day of the person's last message; after it, templates alone (131047, 63016). */
    public static final Duration WINDOW = Duration.ofHours(24);

    private static final String OF_PHONES = """
            select c.id from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id and p.opted_out_at is null
            join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
            where c.organization_id = $1 and i.organization_id = $1 and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = any($2)
              and c.origin = $3
            order by c.id
            """;
    private static final String OF_PERSON = """
            select c.id from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id and p.opted_out_at is null
            where c.organization_id = $1 and c.person_id = $2 and c.origin = $3 %s
            """;
    private static final String STANDING = """
            select i.value as phone, c.id, coalesce(c.last_inbound_at > $4, false) as open, p.opted_out_at is not null as opted_out
            from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id
            join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
            where c.organization_id = $1 and i.organization_id = $1 and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = any($2)
              and c.origin = $3
            order by c.id
            """;
    private static final String OF_PEOPLE = """
            select c.person_id, c.id from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id and p.opted_out_at is null
            where c.organization_id = $1 and c.person_id = any($2) and c.origin = $3
            """;
    private static final String ADDRESSABLE = """
            select 1 from person p
            where p.organization_id = $1 and p.id = $2 and p.opted_out_at is null
              and (exists (select 1 from conversation c
                           where c.organization_id = $1 and c.person_id = p.id and c.origin = $3)
                   or exists (select 1 from person_identity i
                              where i.organization_id = $1 and i.person_id = p.id and i.provider = 'whatsapp' and i.kind = 'phone')
                      and exists (select 1 from business_number n where n.organization_id = $1))
            """;
    private static final String REAL = """
            select exists (select 1 from conversation where organization_id = $1 and origin = 'real')
                or exists (select 1 from number_request where organization_id = $1 and origin = 'real') as real
            """;
    private static final String LIFE = """
            select origin from conversation where organization_id = $1 and person_id = $2 and origin in ('real', 'simulator')
            order by last_inbound_at desc nulls last limit 1
            """;
    private static final String WITHIN_THE_WINDOW = "and c.last_inbound_at > $4";

    /**
     * Somebody's chat with an organization.
     *
     * @param open whether free text arrives there
     * @param optedOut whether they want answers and nothing else
     */
    public record Correspondent(PhoneNumber phone, ConversationId conversation, boolean open, boolean optedOut) {}

    private final Introductions introductions;
    private final Clock clock;

    Correspondents(Introductions introductions, Clock clock) {
        this.introductions = introductions;
        this.clock = clock;
    }

    /**
     * The conversations of somebody known, with or without a phone, whose window is open.
     *
     * @param origin of what is to be told, as the database writes it: a simulated fact never leaves the simulator
     */
    public Uni<List<ConversationId>> reachable(SqlConnection connection, OrganizationId organization, PersonId person,
            String origin) {
        return conversations(connection, OF_PERSON.formatted(WITHIN_THE_WINDOW),
                Tuple.of(organization.value(), person.value(), origin, opened()));
    }

    /** How these phones stand with the organization; those that never wrote there are missing. */
    public Uni<List<Correspondent>> known(SqlConnection connection, OrganizationId organization, List<PhoneNumber> phones,
            String origin) {
        return connection.preparedQuery(STANDING).execute(Tuple.of(organization.value(), e164(phones), origin, opened()))
                .map(rows -> {
                    var found = new ArrayList<Correspondent>();
                    rows.forEach(row -> found.add(new Correspondent(new PhoneNumber(row.getString("phone")),
                            new ConversationId(row.getUUID("id")), row.getBoolean("open"), row.getBoolean("opted_out"))));
                    return List.copyOf(found);
                });
    }

    /** The same, and for whoever never wrote there a conversation is begun, where the organization has a number to write from. */
    public Uni<List<Correspondent>> introduced(SqlConnection connection, OrganizationId organization,
            List<PhoneNumber> phones, String origin) {
        return introduce(connection, organization, phones, origin)
                .chain(() -> known(connection, organization, phones, origin));
    }

    /** Through which of its lives a business is told what the clock alone brings about: one that was only ever played with, in play. */
    public Uni<Origin> life(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(REAL).execute(Tuple.of(organization.value()))
                .map(rows -> rows.iterator().next().getBoolean("real") ? Origin.REAL : Origin.SIMULATOR);
    }

    /** Where somebody wrote last; empty for whoever never did. The playground is no life. */
    Uni<Optional<Origin>> life(SqlConnection connection, OrganizationId organization, PersonId person) {
        return connection.preparedQuery(LIFE).execute(Tuple.of(organization.value(), person.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(Origin.ofSql(rows.iterator().next().getString("origin"))));
    }

    /** Whether a notice gets to somebody, by its template if need be. Begins nothing. */
    Uni<Boolean> hears(SqlConnection connection, OrganizationId organization, PersonId person, String origin) {
        return connection.preparedQuery(ADDRESSABLE).execute(Tuple.of(organization.value(), person.value(), origin))
                .map(rows -> rows.size() > 0);
    }

    /** The conversations of these people, whatever their window; those who never wrote there or opted out are missing. */
    public Uni<Map<PersonId, ConversationId>> of(SqlConnection connection, OrganizationId organization,
            Collection<PersonId> people, String origin) {
        return connection.preparedQuery(OF_PEOPLE)
                .execute(Tuple.of(organization.value(), people.stream().map(PersonId::value).toArray(UUID[]::new), origin))
                .map(rows -> {
                    var found = new HashMap<PersonId, ConversationId>();
                    rows.forEach(
                            row -> found.put(new PersonId(row.getUUID("person_id")), new ConversationId(row.getUUID("id"))));
                    return Map.copyOf(found);
                });
    }

    /**
     * The conversations of these phones, whether their window is open or not: of whoever never wrote there, one is begun. What is
     * written into them needs a template. Empty for those who opted out, and where the organization has no number to write from.
     */
    public Uni<List<ConversationId>> addressable(SqlConnection connection, OrganizationId organization,
            List<PhoneNumber> phones, String origin) {
        return introduce(connection, organization, phones, origin).chain(() -> conversations(connection,
                OF_PHONES, Tuple.of(organization.value(), e164(phones), origin)));
    }

    private Uni<Void> introduce(SqlConnection connection, OrganizationId organization, List<PhoneNumber> phones,
            String origin) {
        Uni<Void> introduced = Uni.createFrom().voidItem();
        for (var phone : phones) {
            introduced = introduced.chain(() -> introductions.introduce(connection, organization, phone, origin));
        }
        return introduced;
    }

    /** The same for somebody known; one that is known by their phone alone is introduced first. */
    public Uni<List<ConversationId>> addressable(SqlConnection connection, OrganizationId organization, PersonId person,
            Optional<PhoneNumber> phone, String origin) {
        var introduced = phone.map(number -> introductions.introduce(connection, organization, number, origin))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return introduced.chain(() -> conversations(connection, OF_PERSON.formatted(""),
                Tuple.of(organization.value(), person.value(), origin)));
    }

    private static String[] e164(List<PhoneNumber> phones) {
        return phones.stream().map(PhoneNumber::e164).toArray(String[]::new);
    }

    private OffsetDateTime opened() {
        return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
    }

    private static Uni<List<ConversationId>> conversations(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            var conversations = new ArrayList<ConversationId>();
            rows.forEach(row -> conversations.add(new ConversationId(row.getUUID("id"))));
            return List.copyOf(conversations);
        });
    }
}
