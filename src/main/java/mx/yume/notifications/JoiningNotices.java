package mx.yume.notifications;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.StaffFact;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;

/** Tells owners that somebody has joined. */
@ApplicationScoped
class JoiningNotices implements JobHandler {

    private final Businesses businesses;
    private final Recipients recipients;
    private final JoiningNoticeTexts texts;
    private final ObjectMapper json;

    JoiningNotices(Businesses businesses, Recipients recipients, JoiningNoticeTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.recipients = recipients;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(StaffFact.JOINED);
    }

    /** Nobody is told of somebody who has left again. */
    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var staff = new StaffId(read(job.payload()).staff());
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> business.staffMember(staff).map(member -> tell(connection, job, business, member))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, StaffMember joined) {
        var others = Recipients.owners(business).stream().filter(owner -> !owner.id().equals(joined.id())).toList();
        var text = texts.joined(joined.name(), business.publicName());
        return recipients.tell(connection, business, others, job.origin(),
                (owner, conversation) -> Letter.notice(conversation,
                        "%s:%s:%s".formatted(job.kind(), joined.id(), owner.id()), new Text(text))
                        .or(NoticeTemplates.toStaff(business, text)).quietIn(business.location().zone()))
                .replaceWithVoid();
    }

    private StaffFact read(String payload) {
        try {
            return json.readValue(payload, StaffFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
