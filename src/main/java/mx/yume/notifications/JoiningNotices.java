package mx.yume.notifications;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Permission;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.team.StaffFact;
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
 * Tells owners that somebody has joined: in their chat with the business, or in the one with Yume where they do not write to the
 * business themselves.
 */
@ApplicationScoped
class JoiningNotices implements JobHandler {

    private final Businesses businesses;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Database database;
    private final JoiningNoticeTexts texts;
    private final ObjectMapper json;

    JoiningNotices(Businesses businesses, Correspondents correspondents, Outbox outbox, Database database,
            JoiningNoticeTexts texts,
            ObjectMapper json) {
        this.businesses = businesses;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.database = database;
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
        var phones = business.staff().stream()
                .filter(member -> member.permission() == Permission.OWNER && !member.id().equals(joined.id()))
                .flatMap(member -> member.phone().stream()).toList();
        var text = texts.joined(joined.name(), business.publicName());
        return write(connection, business.id(), job, phones, text, joined).chain(told -> told ? Uni.createFrom().voidItem()
                : database.lending(connection, business.id(), OrganizationId.YUME,
                        () -> write(connection, OrganizationId.YUME, job, phones, text, joined)).replaceWithVoid());
    }

    /** @return whether anybody could be written to there */
    private Uni<Boolean> write(SqlConnection connection, OrganizationId where, Job job, List<PhoneNumber> phones, String text,
            StaffMember joined) {
        return correspondents.reachable(connection, where, phones, job.origin()).chain(conversations -> {
            Uni<Void> written = Uni.createFrom().voidItem();
            for (ConversationId conversation : conversations) {
                var purpose = "%s:%s:%s".formatted(job.kind(), joined.id(), conversation);
                var letter = new Letter(conversation, Optional.empty(), purpose, new Text(text));
                written = written.chain(() -> outbox.write(connection, where, letter));
            }
            return written.replaceWith(!conversations.isEmpty());
        });
    }

    private StaffFact read(String payload) {
        try {
            return json.readValue(payload, StaffFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
