package mx.yume.notifications;

import java.util.List;
import java.util.Map;
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
import mx.yume.business.team.Inviting;
import mx.yume.business.team.StaffFact;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Correspondents.Correspondent;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.PhoneNumber;

/**
 * Asks those who were added to the team to join, from the business's own number: what they answer there is how they do. Where it
 * has none yet, they are asked when it gets one.
 */
@ApplicationScoped
class StaffWelcome implements JobHandler {

    private static final Set<String> KINDS = Set.of(StaffFact.INVITED, StaffFact.INVITED_AGAIN);

    private final Businesses businesses;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final ObjectMapper json;

    StaffWelcome(Businesses businesses, Correspondents correspondents, Outbox outbox, ObjectMapper json) {
        this.businesses = businesses;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var staff = new StaffId(read(job.payload()).staff());
        var again = job.kind().equals(StaffFact.INVITED_AGAIN) ? ":" + job.id() : "";
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> welcome(connection, business, Optional.of(staff), job.origin(), again));
    }

    /** Everybody who has not joined yet: the business can be written to now. */
    Uni<Void> everybody(SqlConnection connection, Business business, String origin) {
        return welcome(connection, business, Optional.empty(), origin, "");
    }

    /** @param again tells one invitation of somebody from the next */
    private Uni<Void> welcome(SqlConnection connection, Business business, Optional<StaffId> only, String origin,
            String again) {
        return Inviting.awaited(connection, business.id()).chain(awaited -> {
            Uni<Void> asked = Uni.createFrom().voidItem();
            for (var id : awaited.stream().filter(id -> only.isEmpty() || only.get().equals(id)).toList()) {
                var member = business.staffMember(id);
                asked = asked.chain(() -> member.flatMap(it -> it.phone().map(phone -> ask(connection, business, it, phone,
                        origin, again))).orElseGet(() -> Uni.createFrom().voidItem()));
            }
            return asked;
        });
    }

    private Uni<Void> ask(SqlConnection connection, Business business, StaffMember member, PhoneNumber phone, String origin,
            String again) {
        return correspondents.introduced(connection, business.id(), List.of(phone), origin)
                .chain(found -> outbox.write(connection, business.id(), found.stream().filter(it -> !it.optedOut())
                        .map(Correspondent::conversation).map(chat -> letter(business, member, chat, again)).toList()));
    }

    private static Letter letter(Business business, StaffMember member, ConversationId conversation, String again) {
        var words = new Templated(Template.STAFF_WELCOME, Map.of("name", member.name(), "business", business.publicName()));
        return Letter.notice(conversation, "staff_welcome:" + member.id() + again, new Text(words.body())).or(words)
                .quietIn(business.location().zone());
    }

    private StaffFact read(String payload) {
        try {
            return json.readValue(payload, StaffFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
