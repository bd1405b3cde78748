package mx.yume.conversation.inbox;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.team.StaffNumbers;
import mx.yume.conversation.InboundMessage;
import mx.yume.customers.PersonId;
import mx.yume.customers.Succeeded;
import mx.yume.customers.Succession;
import mx.yume.customers.Successions;
import mx.yume.customers.Successions.Told;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * Hears from the channels that somebody goes on under another phone or user id: the person, their conversation, and their
 * permission where it follows them. It is no message, and nobody answers it.
 */
@ApplicationScoped
public class ChangedIdentities {

    private static final Logger LOG = Logger.getLogger(ChangedIdentities.class);
    private static final Duration ONE_TRY = Duration.ofSeconds(3);

    /** What waits to leave goes where they are now; what is on its way already does not. */
    private static final String READDRESS_WAITING = """
            update outbox o set person_address = $5 from conversation c
            where o.organization_id = $1 and o.status = 'pending' and o.channel = $4
              and c.organization_id = $1 and c.id = o.conversation_id and c.person_id = $2 and c.origin = $3
            """;
    private static final String READDRESS = """
            update conversation set person_address = $5
            where organization_id = $1 and person_id = $2 and origin = $3 and channel = $4
            """;

    private final Database database;
    private final Receivers receivers;
    private final Successions successions;
    private final StaffNumbers staff;
    private final InboxConfig config;

    ChangedIdentities(Database database, Receivers receivers, Successions successions, StaffNumbers staff,
            InboxConfig config) {
        this.database = database;
        this.receivers = receivers;
        this.successions = successions;
        this.staff = staff;
        this.config = config;
    }

    /**
     * Everything that follows, in one transaction, once. Fails with {@link InboxUnavailable} when the database stays away for
     * {@link InboxConfig#hold}.
     *
     * @param notice the event as it came, from the old phone or user id; its id makes a second delivery harmless
     * @param change what is different from now on
     */
    public Uni<Void> changed(InboundMessage notice, IdentityChange change) {
        return held(() -> receivers.owner(notice.channel(), notice.receivedBy()).chain(owner -> owner.isEmpty()
                ? dropped(notice)
                : database.inTenant(owner.orElseThrow(),
                        connection -> changed(connection, owner.orElseThrow(), notice, change))));
    }

    private Uni<Void> changed(SqlConnection connection, OrganizationId organization, InboundMessage notice,
            IdentityChange change) {
        var told = new Told(notice.channel().sql(), notice.providerMessageId(), notice.origin().sql());
        var succession = new Succession(change.oldPhone(), change.oldUserId(), change.newPhone(), change.newUserId());
        return successions.succeed(connection, organization, told, succession)
                .invoke(succeeded -> LOG.infof("Somebody changed their number, as %s tells in %s: %s", told.provider(),
                        told.id(),
                        succeeded.getClass().getSimpleName()))
                .chain(succeeded -> switch (succeeded) {
                    case Succeeded.Moved(var person, var userIds) ->
                        readdress(connection, organization, person, notice, change.newAddress())
                                .chain(() -> follow(connection, organization, told, change, userIds));
                    case Succeeded.Unknown _,Succeeded.Taken _,Succeeded.TwoPeople _ ->
                        follow(connection, organization, told, change, Set.of());
                    case Succeeded.Repeated _ -> Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> follow(SqlConnection connection, OrganizationId organization, Told told, IdentityChange change,
            Set<String> userIds) {
        return staff.follow(connection, organization,
                new StaffNumbers.Change(change.oldPhone(), userIds, change.newPhone(), change.newUserId()), told.origin());
    }

    private static Uni<Void> readdress(SqlConnection connection, OrganizationId organization, PersonId person,
            InboundMessage notice, String address) {
        var values = Tuple.of(organization.value(), person.value(), notice.origin().sql(), notice.channel().sql(), address);
        return connection.preparedQuery(READDRESS).execute(values)
                .chain(() -> connection.preparedQuery(READDRESS_WAITING).execute(values)).replaceWithVoid();
    }

    private static Uni<Void> dropped(InboundMessage notice) {
        LOG.warnf("Dropped a change of number told to a number that nobody owns: %s, %s", notice.channel(),
                notice.providerMessageId());
        return Uni.createFrom().voidItem();
    }

    /** Tries again while the database is away; what the database refuses is not tried again. */
    private <T> Uni<T> held(Supplier<Uni<T>> attempt) {
        return Uni.createFrom().deferred(attempt::get).ifNoItem().after(ONE_TRY).fail()
                .onFailure(failure -> !Arrivals.refused(failure)).retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(1)).expireIn(config.hold().toMillis())
                .onFailure(failure -> !Arrivals.refused(failure)).transform(InboxUnavailable::new);
    }
}
