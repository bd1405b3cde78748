package mx.yume.conversation.handoff;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Those of a business who are told when a customer wants a person, and where they can be told. */
@ApplicationScoped
class Colleagues {

    /**
     * An owner or administrator who is onboarded.
     *
     * @param central Yume's central number takes them for staff of this business and no other: what they tap there reaches it
     */
    record Colleague(String name, String phone, boolean central) {}

    /** One of them whose window is open, and where. */
    record Reached(String name, Desk desk) {}

    private static final String IN_CHARGE = """
            select name, phone from staff_member
            where organization_id = $1 and active and onboarded_at is not null and phone is not null
              and permission in ('owner', 'admin')
            order by position
            """;
    private static final String OF_ONE_BUSINESS = """
            select phone from staff_member where active and phone = any($1) group by phone having count(*) = 1
            """;
    private static final String REACHABLE = """
            select i.value as phone, c.id from conversation c
            join person p on p.organization_id = c.organization_id and p.id = c.person_id and p.opted_out_at is null
            join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
            where c.organization_id = $1 and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = any($2)
              and c.origin = $3 and c.last_inbound_at > $4
            """;

    private final Database database;
    private final Clock clock;

    Colleagues(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the owner's order, whether they can be reached or not. */
    Uni<List<Colleague>> of(OrganizationId organization) {
        return database.inTenant(organization, connection -> connection.preparedQuery(IN_CHARGE)
                .execute(Tuple.of(organization.value())).map(rows -> {
                    var names = new ArrayList<Map.Entry<String, String>>();
                    rows.forEach(row -> names.add(Map.entry(row.getString("phone"), row.getString("name"))));
                    return List.copyOf(names);
                }))
                .chain(found -> ofOneBusiness(found.stream().map(Map.Entry::getKey).toList()).map(alone -> found.stream()
                        .map(entry -> new Colleague(entry.getValue(), entry.getKey(), alone.contains(entry.getKey())))
                        .toList()));
    }

    private Uni<Set<String>> ofOneBusiness(List<String> phones) {
        return phones.isEmpty() ? Uni.createFrom().item(Set.of())
                : database.inScope(Scope.ROUTING, connection -> connection.preparedQuery(OF_ONE_BUSINESS)
                        .execute(Tuple.of(phones.toArray(String[]::new))).map(rows -> {
                            var found = new HashSet<String>();
                            rows.forEach(row -> found.add(row.getString("phone")));
                            return Set.copyOf(found);
                        }));
    }

    /**
     * Those who can be written to now. The business's own number is used before the central one.
     *
     * @param connection announced for the business
     * @param origin as the database writes it: a simulated customer reaches nobody's real phone
     */
    Uni<List<Reached>> reached(SqlConnection connection, OrganizationId organization, List<Colleague> colleagues,
            String origin) {
        if (colleagues.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var phones = colleagues.stream().map(Colleague::phone).toList();
        return conversations(connection, organization, phones, origin)
                .chain(own -> central(connection, organization, colleagues, own, origin).map(central -> colleagues.stream()
                        .flatMap(colleague -> desk(organization, colleague, own, central).stream()
                                .map(desk -> new Reached(colleague.name(), desk)))
                        .toList()));
    }

    private Uni<Map<String, ConversationId>> central(SqlConnection connection, OrganizationId organization,
            List<Colleague> colleagues, Map<String, ConversationId> own, String origin) {
        var others = colleagues.stream().filter(colleague -> colleague.central() && !own.containsKey(colleague.phone()))
                .map(Colleague::phone).toList();
        return others.isEmpty() ? Uni.createFrom().item(Map.of())
                : database.lending(connection, organization, OrganizationId.YUME,
                        () -> conversations(connection, OrganizationId.YUME, others, origin));
    }

    private Uni<Map<String, ConversationId>> conversations(SqlConnection connection, OrganizationId organization,
            List<String> phones, String origin) {
        var opened = clock.instant().minus(Correspondents.WINDOW).atOffset(ZoneOffset.UTC);
        return connection.preparedQuery(REACHABLE)
                .execute(Tuple.of(organization.value(), phones.toArray(String[]::new), origin, opened)).map(rows -> {
                    var found = new HashMap<String, ConversationId>();
                    rows.forEach(row -> found.put(row.getString("phone"), new ConversationId(row.getUUID("id"))));
                    return Map.copyOf(found);
                });
    }

    private static Optional<Desk> desk(OrganizationId organization, Colleague colleague, Map<String, ConversationId> own,
            Map<String, ConversationId> central) {
        return Optional.ofNullable(own.get(colleague.phone())).map(found -> new Desk(organization, found))
                .or(() -> Optional.ofNullable(central.get(colleague.phone()))
                        .map(found -> new Desk(OrganizationId.YUME, found)));
    }
}
