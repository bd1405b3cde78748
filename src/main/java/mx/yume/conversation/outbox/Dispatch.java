package mx.yume.conversation.outbox;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;

/** Writes to somebody because a person of the business wants to, into the chat they have with it. */
@ApplicationScoped
public class Dispatch {

    private final Database database;
    private final Correspondents correspondents;
    private final Outbox outbox;

    Dispatch(Database database, Correspondents correspondents, Outbox outbox) {
        this.database = database;
        this.correspondents = correspondents;
        this.outbox = outbox;
    }

    /**
     * Whether something sent now would arrive: they wrote within WhatsApp's window, and have not asked to be left alone.
     *
     * @param origin as the database writes it
     */
    public Uni<Boolean> reaches(OrganizationId organization, PersonId person, String origin) {
        return database.inTenant(organization,
                connection -> correspondents.reachable(connection, organization, person, origin))
                .map(found -> !found.isEmpty());
    }

    /** Whether they will hear of what is done to their visits: at any time by a template, unless they want to be left alone. */
    public Uni<Boolean> notifies(OrganizationId organization, PersonId person, String origin) {
        return database.inTenant(organization, connection -> correspondents.hears(connection, organization, person, origin));
    }

    /**
     * Sends it, together with what the witness records.
     *
     * @param purpose what it is for: the same never goes out twice
     * @return whether there was a chat to write into; nothing is sent where there is none
     */
    public Uni<Boolean> send(OrganizationId organization, PersonId person, String origin, String purpose,
            OutboundContent content, Witness<? super Boolean> witness) {
        return database.inTenant(organization, witness,
                connection -> correspondents.reachable(connection, organization, person, origin)
                        .call(found -> write(connection, organization, found, purpose, content))
                        .map(found -> !found.isEmpty()));
    }

    /** In which of its lives the business knows somebody: where they wrote last, else where the business itself is. */
    public Uni<Origin> life(OrganizationId organization, PersonId person) {
        return database.inTenant(organization,
                connection -> correspondents.life(connection, organization, person).chain(found -> found
                        .map(origin -> Uni.createFrom().item(origin))
                        .orElseGet(() -> correspondents.life(connection, organization))));
    }

    private Uni<Void> write(SqlConnection connection, OrganizationId organization, List<ConversationId> conversations,
            String purpose, OutboundContent content) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var conversation : conversations) {
            var letter = new Letter(conversation, Optional.empty(), purpose + ":" + conversation, content);
            written = written.chain(() -> outbox.write(connection, organization, letter));
        }
        return written;
    }
}
