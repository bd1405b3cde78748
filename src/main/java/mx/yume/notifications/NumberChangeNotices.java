package mx.yume.notifications;

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
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.NumberFact;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;

/**
 * Tells owners that somebody of their team writes from another number, and whether it lets them in. An owner's own change is told to
 * the others; where there are none and it lets nobody in, it is logged for whoever runs this installation.
 */
@ApplicationScoped
class NumberChangeNotices implements JobHandler {

    private static final Logger LOG = Logger.getLogger(NumberChangeNotices.class);

    private final Businesses businesses;
    private final Recipients recipients;
    private final NumberChangeTexts texts;
    private final ObjectMapper json;

    NumberChangeNotices(Businesses businesses, Recipients recipients, NumberChangeTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.recipients = recipients;
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
        var owners = Recipients.owners(business).stream().filter(owner -> !owner.id().equals(member.id())).toList();
        if (owners.isEmpty() && !fact.followed()) {
            LOG.warnf("An owner of %s changed their number and linked no user id: an administrator has to let %s in",
                    business.id(), member.id());
        }
        var phone = fact.phone().orElse("");
        var text = fact.followed() ? texts.followed(member.name(), business.publicName(), phone)
                : texts.notFollowed(member.name(), business.publicName(), phone);
        return recipients.tell(connection, business, owners, job.origin(),
                (owner, conversation) -> Letter.notice(conversation, "%s:%s:%s".formatted(job.kind(), job.id(), owner.id()),
                        new Text(text)).or(NoticeTemplates.toStaff(business, text)));
    }

    private NumberFact read(String payload) {
        try {
            return json.readValue(payload, NumberFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
