package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.UuidV7;

/**
 * Somebody changed their number: name, appointments and conversation stay theirs under the new one, and the old one is nobody's,
 * since whoever gets it next is somebody else. A phone change brings a new user id, and a new user id means another phone even
 * where WhatsApp does not tell it (Meta's system messages of August 2026), so what was known before goes in either case. Every
 * event is kept with what came of it.
 */
@ApplicationScoped
public class Successions {

    private static final String HEARD = """
            select 1 from identity_change where organization_id = $1 and provider = $2 and provider_message_id = $3
            """;
    /** First messages of the same people wait here too: phones before user ids, everywhere. */
    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(identity_key($1, value))
            from (select value from unnest($2::text[]) with ordinality as known (value, place) order by place) as in_order
            """;
    private static final String OWNERS = """
            select distinct person_id from person_identity
            where organization_id = $1 and provider = 'whatsapp'
              and ((kind = 'phone' and value = $2) or (kind = 'user_id' and value = $3))
            """;
    private static final String FORGET = """
            delete from person_identity where organization_id = $1 and person_id = $2 returning kind, value
            """;
    private static final String KNOW = """
            insert into person_identity (organization_id, provider, kind, value, person_id) values ($1, 'whatsapp', $2, $3, $4)
            """;
    private static final String KEEP = """
            insert into identity_change (organization_id, id, provider, provider_message_id, outcome, person_id, other_person_id,
                                         old_phone, old_user_id, new_phone, new_user_id, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;

    private final SharedNames names;
    private final Clock clock;

    Successions(SharedNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /**
     * One event.
     *
     * @param provider who told it, as the database writes it
     * @param id the provider's: a second delivery changes nothing
     * @param origin of the conversation, as the database writes it
     */
    public record Told(String provider, String id, String origin) {}

    /** In the caller's transaction, announced for the organization whose number heard it. */
    public Uni<Succeeded> succeed(SqlConnection connection, OrganizationId organization, Told told, Succession succession) {
        return lock(connection, organization, succession)
                .chain(() -> connection.preparedQuery(HEARD)
                        .execute(Tuple.of(organization.value(), told.provider(), told.id())))
                .chain(heard -> heard.size() > 0 ? Uni.createFrom().item(new Succeeded.Repeated())
                        : owners(connection, organization, succession.oldPhone(), succession.oldUserId())
                                .chain(before -> owners(connection, organization, succession.newPhone(), succession.newUserId())
                                        .chain(now -> decide(connection, organization, told, succession, before, now))));
    }

    private Uni<Succeeded> decide(SqlConnection connection, OrganizationId organization, Told told, Succession succession,
            List<PersonId> before, List<PersonId> now) {
        var person = before.isEmpty() ? Optional.<PersonId>empty() : Optional.of(before.getFirst());
        var other = now.stream().filter(it -> !before.contains(it)).findFirst();
        if (person.isEmpty()) {
            return keep(connection, organization, told, succession, "unknown", person, other)
                    .replaceWith(new Succeeded.Unknown());
        }
        if (before.size() > 1) {
            return keep(connection, organization, told, succession, "two_people", person, Optional.of(before.get(1)))
                    .replaceWith(new Succeeded.TwoPeople());
        }
        if (other.isPresent()) {
            return keep(connection, organization, told, succession, "taken", person, other).replaceWith(new Succeeded.Taken());
        }
        return move(connection, organization, told, succession, person.orElseThrow());
    }

    private Uni<Succeeded> move(SqlConnection connection, OrganizationId organization, Told told, Succession succession,
            PersonId person) {
        return connection.preparedQuery(FORGET).execute(Tuple.of(organization.value(), person.value())).map(rows -> {
            List<Identity> known = new ArrayList<>();
            rows.forEach(row -> known.add(new Identity(row.getString("kind"), row.getString("value"))));
            return List.copyOf(known);
        }).call(known -> names.inherit(connection, told.origin(), known, succession.now()))
                .call(() -> connection.preparedQuery(KNOW).executeBatch(succession.now().stream()
                        .map(it -> Tuple.of(organization.value(), it.kind(), it.value(), person.value())).toList()))
                .call(known -> keep(connection, organization, told, succession.from(known), "moved", Optional.of(person),
                        Optional.empty()))
                .map(known -> new Succeeded.Moved(person, userIds(known, succession)));
    }

    private static Set<String> userIds(List<Identity> known, Succession succession) {
        Set<String> userIds = new HashSet<>();
        known.stream().filter(it -> it.kind().equals(Identity.USER_ID)).forEach(it -> userIds.add(it.value()));
        succession.oldUserId().ifPresent(userIds::add);
        return userIds;
    }

    private static Uni<Void> lock(SqlConnection connection, OrganizationId organization, Succession succession) {
        var phones = Arrays.asList(e164(succession.oldPhone()), e164(succession.newPhone()));
        var userIds = Arrays.asList(succession.oldUserId().orElse(null), succession.newUserId().orElse(null));
        var all = new ArrayList<String>();
        for (var some : List.of(phones, userIds)) {
            some.stream().filter(it -> it != null).sorted().forEach(all::add);
        }
        return connection.preparedQuery(ONE_AT_A_TIME)
                .execute(Tuple.of(organization.value(), all.toArray(String[]::new))).replaceWithVoid();
    }

    private static Uni<List<PersonId>> owners(SqlConnection connection, OrganizationId organization,
            Optional<PhoneNumber> phone, Optional<String> userId) {
        return connection.preparedQuery(OWNERS).execute(Tuple.of(organization.value(), e164(phone), userId.orElse(null)))
                .map(rows -> {
                    List<PersonId> owners = new ArrayList<>();
                    rows.forEach(row -> owners.add(new PersonId(row.getUUID("person_id"))));
                    return List.copyOf(owners);
                });
    }

    private Uni<Void> keep(SqlConnection connection, OrganizationId organization, Told told, Succession succession,
            String outcome, Optional<PersonId> person, Optional<PersonId> other) {
        return connection.preparedQuery(KEEP)
                .execute(Tuple.from(new @Nullable Object[]{organization.value(), UuidV7.next(), told.provider(), told.id(),
                        outcome, person.map(PersonId::value).orElse(null), other.map(PersonId::value).orElse(null),
                        e164(succession.oldPhone()), succession.oldUserId().orElse(null), e164(succession.newPhone()),
                        succession.newUserId().orElse(null), clock.instant().atOffset(ZoneOffset.UTC)}))
                .replaceWithVoid();
    }

    private static @Nullable String e164(Optional<PhoneNumber> phone) {
        return phone.map(PhoneNumber::e164).orElse(null);
    }
}
