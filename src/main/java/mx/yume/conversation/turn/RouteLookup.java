package mx.yume.conversation.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.conversation.AdminCommand;
import mx.yume.conversation.AdminWords;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Origin;
import mx.yume.conversation.TurnKey;
import mx.yume.conversation.handoff.CustomerSide;
import mx.yume.conversation.handoff.HandoffCall;
import mx.yume.conversation.handoff.HandoffId;
import mx.yume.conversation.handoff.Takers;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/** Looks up what {@link Router} decides from. Staff are known by their phone, or by the user id they linked,
 * and whoever writes by all that WhatsApp has told of them. */
@ApplicationScoped
class RouteLookup {

    private static final String SENDER = """
            select array(select value from person_identity
                         where organization_id = $1 and person_id = $2 and kind = 'phone') as phones,
                   array(select value from person_identity
                         where organization_id = $1 and person_id = $2 and kind = 'user_id') as user_ids,
                   (select status from organization where organization_id = $1) as status,
                   (select id from handoff
                    where organization_id = $1 and conversation_id = $3 and ended_at is null and turn_id is distinct from $4
                   ) as handoff_id
            """;
    private static final String RELAYING = """
            select h.id from handoff h
            join staff_member s on s.organization_id = h.organization_id and s.id = h.staff_id and %s
            where h.organization_id = $1 and h.desk_organization_id = $2 and h.desk_conversation_id = $3 and h.ended_at is null
            """.formatted(Takers.SQL);
    private static final String REGISTRATIONS = """
            select o.organization_id, s.id as staff_id, o.name, s.onboarded_at is not null as onboarded,
                   (select n.address from business_number n
                    where n.organization_id = o.organization_id and n.provider <> 'meta'
                    order by n.provider desc limit 1) as number
            from staff_member s join organization o on o.organization_id = s.organization_id
            where s.active and (s.phone = any ($1) or s.user_id = any ($2)) and ($3::uuid is null or s.organization_id = $3)
            order by o.name
            """;

    private record Sender(List<String> phones, List<String> userIds, boolean ofSuspended, Optional<HandoffId> handoff) {

        Tuple known() {
            return Tuple.of(phones.toArray(String[]::new), userIds.toArray(String[]::new));
        }
    }

    private final Database database;
    private final WorkersConfig config;
    private final YumeConfig yume;

    RouteLookup(Database database, WorkersConfig config, YumeConfig yume) {
        this.database = database;
        this.config = config;
        this.yume = yume;
    }

    Uni<RouteFacts> facts(OpenTurn turn) {
        var organization = turn.key().organization();
        var overRate = turn.recentMessages() > config.messagesPerMinute();
        var founding = turn.flow().filter(flow -> flow.kind() == FlowKind.BUSINESS_ONBOARDING
                && flow.state() != FlowState.PROVISIONING_NUMBER).isPresent();
        return sender(turn.key(), turn.person())
                .chain(sender -> registrations(organization, sender).chain(found -> handoffs(turn, sender, found)
                        .map(handoffs -> new RouteFacts(organization, sender.ofSuspended(), found, founding, overRate,
                                handoffs, command(turn, sender)))));
    }

    /** Never of the simulator, where anybody writes with any phone; and never by what a message says of its sender. */
    private Optional<AdminCommand> command(OpenTurn turn, Sender sender) {
        var ofAdministrator = turn.origin() == Origin.REAL && turn.key().organization().equals(OrganizationId.YUME)
                && turn.messages().size() == 1 && sender.phones().stream().map(PhoneNumber::parse)
                        .flatMap(Optional::stream).anyMatch(yume.adminPhones().orElse(Set.of())::contains);
        return ofAdministrator ? Optional.of(turn.messages().getFirst())
                .filter(message -> message.kind() == InboundKind.TEXT).flatMap(message -> AdminWords.read(message.body()))
                : Optional.empty();
    }

    /** A turn that asked for a person itself, and is repeated, is answered as it was. */
    private Uni<Sender> sender(TurnKey key, PersonId person) {
        var organization = key.organization();
        return database.inTenant(organization, connection -> connection.preparedQuery(SENDER)
                .execute(Tuple.of(organization.value(), person.value(), key.conversation().value(), key.turn().value()))
                .map(rows -> {
                    var row = rows.iterator().next();
                    return new Sender(List.of(row.getArrayOfStrings("phones")), List.of(row.getArrayOfStrings("user_ids")),
                            "suspended".equals(row.getString("status")),
                            Optional.ofNullable(row.getUUID("handoff_id")).map(HandoffId::new));
                }));
    }

    /** Of a customer's conversation it was read already; staff are asked about only where they are staff of one business. */
    private Uni<HandoffFacts> handoffs(OpenTurn turn, Sender sender, List<Registration> registrations) {
        if (registrations.size() != 1) {
            var open = sender.handoff().filter(_ -> !CustomerSide.forYume(turn.messages()));
            return Uni.createFrom().item(new HandoffFacts(open, Optional.empty(), Optional.empty()));
        }
        var organization = registrations.getFirst().organization();
        var call = HandoffCall.in(turn.messages(), turn.offered());
        return database.inTenant(organization, connection -> connection.preparedQuery(RELAYING)
                .execute(Tuple.of(organization.value(), turn.key().organization().value(), turn.key().conversation().value()))
                .map(rows -> new HandoffFacts(Optional.empty(), rows.size() == 0 ? Optional.empty()
                        : Optional.of(new HandoffId(rows.iterator().next().getUUID("id"))), call)));
    }

    private Uni<List<Registration>> registrations(OrganizationId organization, Sender sender) {
        return organization.equals(OrganizationId.YUME)
                ? database.inScope(Scope.ROUTING, connection -> query(connection, sender.known().addUUID(null)))
                : database.inTenant(organization,
                        connection -> query(connection, sender.known().addUUID(organization.value())));
    }

    private static Uni<List<Registration>> query(SqlConnection connection, Tuple values) {
        return connection.preparedQuery(REGISTRATIONS).execute(values).map(RouteLookup::registrations);
    }

    private static List<Registration> registrations(RowSet<Row> rows) {
        var found = new ArrayList<Registration>();
        rows.forEach(row -> found.add(new Registration(new OrganizationId(row.getUUID("organization_id")),
                new StaffId(row.getUUID("staff_id")), row.getString("name"), Optional.ofNullable(row.getString("number")),
                row.getBoolean("onboarded"))));
        return List.copyOf(found);
    }
}
