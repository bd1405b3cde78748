package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ConversationId;
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
              and c.origin = $3 %s
            order by c.id
            """;
    private static final String OF_PERSON = """
            select c.id from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id and p.opted_out_at is null
            where c.organization_id = $1 and c.person_id = $2 and c.origin = $3 %s
            """;
    private static final String WITHIN_THE_WINDOW = "and c.last_inbound_at > $4";

    private final Introductions introductions;
    private final Clock clock;

    Correspondents(Introductions introductions, Clock clock) {
        this.introductions = introductions;
        this.clock = clock;
    }

    /**
     * The conversations of these phones whose window is open.
     *
     * @param origin of what is to be told, as the database writes it: a simulated fact never leaves the simulator
     */
    public Uni<List<ConversationId>> reachable(SqlConnection connection, OrganizationId organization,
            List<PhoneNumber> phones, String origin) {
        return conversations(connection, OF_PHONES.formatted(WITHIN_THE_WINDOW),
                Tuple.of(organization.value(), e164(phones), origin, opened()));
    }

    /** The same for somebody known, with or without a phone. */
    public Uni<List<ConversationId>> reachable(SqlConnection connection, OrganizationId organization, PersonId person,
            String origin) {
        return conversations(connection, OF_PERSON.formatted(WITHIN_THE_WINDOW),
                Tuple.of(organization.value(), person.value(), origin, opened()));
    }

    /**
     * The conversations of these phones, whether their window is open or not: of whoever never wrote there, one is begun. What is
     * written into them needs a template. Empty for those who opted out, and where the organization has no number to write from.
     */
    public Uni<List<ConversationId>> addressable(SqlConnection connection, OrganizationId organization,
            List<PhoneNumber> phones, String origin) {
        Uni<Void> introduced = Uni.createFrom().voidItem();
        for (var phone : phones) {
            introduced = introduced.chain(() -> introductions.introduce(connection, organization, phone, origin));
        }
        return introduced.chain(() -> conversations(connection, OF_PHONES.formatted(""),
                Tuple.of(organization.value(), e164(phones), origin)));
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
