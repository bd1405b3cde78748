package mx.yume.notifications;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.NumberFact;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * Tells owners that somebody of their team writes from another number, and whether it lets them in. An owner's own change is told to
 * the others; where there are none and it lets nobody in, it is logged for whoever runs this installation.
 */
@ApplicationScoped
class NumberChangeNotices implements JobHandler {

    private static final Logger LOG = Logger.getLogger(NumberChangeNotices.class);

    private final Businesses businesses;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Database database;
    private final NumberChangeTexts texts;
    private final ObjectMapper json;

    NumberChangeNotices(Businesses businesses, Correspondents correspondents, Outbox outbox, Database database,
            NumberChangeTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.database = database;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(NumberFact.CHANGED);
    }

    /** Nobody is told of somebody who has left. */
    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var fact = read(job.payload());
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> business.staffMember(new StaffId(fact.staff()))
                        .map(member -> tell(connection, job, business, fact, member))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, NumberFact fact, StaffMember member) {
        var owners = business.staff().stream()
                .filter(one -> one.permission() == Permission.OWNER && !one.id().equals(member.id())).toList();
        if (owners.isEmpty() && !fact.followed()) {
            LOG.warnf("An owner of %s changed their number and linked no user id: an administrator has to let %s in",
                    business.id(), member.id());
        }
        var phones = owners.stream().flatMap(owner -> owner.phone().stream()).toList();
        var phone = fact.phone().orElse("");
        var text = fact.followed() ? texts.followed(member.name(), business.publicName(), phone)
                : texts.notFollowed(member.name(), business.publicName(), phone);
        return write(connection, business.id(), job, phones, text).chain(told -> told ? Uni.createFrom().voidItem()
                : database.lending(connection, business.id(), OrganizationId.YUME,
                        () -> write(connection, OrganizationId.YUME, job, phones, text)).replaceWithVoid());
    }

    /** @return whether anybody could be written to there */
    private Uni<Boolean> write(SqlConnection connection, OrganizationId where, Job job, List<PhoneNumber> phones, String text) {
        return correspondents.reachable(connection, where, phones, job.origin()).chain(conversations -> {
            Uni<Void> written = Uni.createFrom().voidItem();
            for (ConversationId conversation : conversations) {
                var purpose = "%s:%s:%s".formatted(job.kind(), job.id(), conversation);
                written = written.chain(() -> outbox.write(connection, where,
                        Letter.notice(conversation, purpose, new Text(text))));
            }
            return written.replaceWith(!conversations.isEmpty());
        });
    }

    private NumberFact read(String payload) {
        try {
            return json.readValue(payload, NumberFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
