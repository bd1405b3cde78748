package mx.yume.notifications.online;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.identity.PhoneCodes;
import mx.yume.identity.PhoneCodes.Issued;
import mx.yume.notifications.SpentLinks;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;

/**
 * Makes the code that was asked for and sends it from the business's number: so its chat is where they are told of their appointment,
 * and can change it. Whoever opted out asked for this one.
 */
@ApplicationScoped
class SentCodes implements JobHandler {

    static final String ASKED = "booking_code.asked";

    private final PhoneCodes codes;
    private final Businesses businesses;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final SpentLinks spent;
    private final OnlineTexts texts;
    private final ObjectMapper json;

    SentCodes(PhoneCodes codes, Businesses businesses, Correspondents correspondents, Outbox outbox, SpentLinks spent,
            OnlineTexts texts, ObjectMapper json) {
        this.codes = codes;
        this.businesses = businesses;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.spent = spent;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var order = order(job.payload());
        return businesses.load(connection, job.organization())
                .chain(found -> found
                        .map(business -> codes.issue(connection, job.organization(), order)
                                .chain(issued -> issued.map(code -> send(connection, job, business, order, code))
                                        .orElseGet(() -> Uni.createFrom().voidItem())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> send(SqlConnection connection, Job job, Business business, UUID order, Issued code) {
        return correspondents.introduced(connection, business.id(), List.of(code.phone()), job.origin())
                .chain(chats -> chats.isEmpty() ? Uni.createFrom().voidItem()
                        : write(connection, business, chats.getFirst().conversation(), order, code));
    }

    private Uni<Void> write(SqlConnection connection, Business business, ConversationId chat, UUID order, Issued code) {
        var purpose = "booking_code:" + order;
        return outbox.write(connection, business.id(), Letter.notice(chat, purpose,
                new Text(texts.code(business.publicName(), code.code())))
                .or(new Templated(Template.BOOKING_CODE, Map.of("code", code.code()))).until(code.expires()).answering())
                .chain(() -> spent.takeCodeOut(connection, business.id(), purpose, code.expires()));
    }

    private UUID order(String payload) {
        try {
            return UUID.fromString(json.readValue(payload, String.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An order that cannot be read back", impossible);
        }
    }
}
