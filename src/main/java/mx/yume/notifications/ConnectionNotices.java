package mx.yume.notifications;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Permission;
import mx.yume.business.numbers.ConnectionFact;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.SpanishDates;

/**
 * Tells the owners of a business of the connection of their own number. By Yume's number: what is to be told may be that theirs
 * does not work.
 */
@ApplicationScoped
class ConnectionNotices implements JobHandler {

    private record Words(String whole, String briefly) {}

    private final Businesses businesses;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Database database;
    private final ConnectionTexts texts;
    private final ObjectMapper json;

    ConnectionNotices(Businesses businesses, Correspondents correspondents, Outbox outbox, Database database,
            ConnectionTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.database = database;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ConnectionFact.CONNECTED, ConnectionFact.DISCONNECTED, ConnectionFact.EXPIRING);
    }

    /** A business that is no more has nobody to be told. */
    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        return businesses.load(connection, job.organization()).chain(found -> found.isEmpty() ? Uni.createFrom().voidItem()
                : database.lending(connection, job.organization(), OrganizationId.YUME,
                        () -> tell(connection, job, found.get(), words(job.kind(), read(job.payload()), found.get()))))
                .chain(() -> job.kind().equals(ConnectionFact.CONNECTED) ? goOn(connection, job) : Uni.createFrom().voidItem());
    }

    /** What waited for this leaves now. */
    private Uni<Void> goOn(SqlConnection connection, Job job) {
        return outbox.goOn(connection, job.organization(), read(job.payload()).address());
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, Words words) {
        var owners = business.staff().stream().filter(member -> member.permission() == Permission.OWNER)
                .flatMap(member -> member.phone().stream()).toList();
        var template = new Templated(Template.STAFF_NOTICE,
                Map.of("business", business.publicName(), "notice", words.briefly()));
        return correspondents.addressable(connection, OrganizationId.YUME, owners, job.origin())
                .chain(conversations -> Multi.createFrom().iterable(conversations)
                        .onItem().transformToUniAndConcatenate(conversation -> outbox.write(connection, OrganizationId.YUME,
                                Letter.notice(conversation, job.kind() + ":" + job.id() + ":" + conversation,
                                        new Text(words.whole())).or(template)))
                        .collect().asList().replaceWithVoid());
    }

    private Words words(String kind, ConnectionFact fact, Business business) {
        var number = Optional.ofNullable(fact.phone()).orElse("de WhatsApp");
        var name = business.publicName();
        return switch (kind) {
            case ConnectionFact.CONNECTED -> new Words(texts.connected(number, name), texts.connectedBriefly(number));
            case ConnectionFact.DISCONNECTED -> new Words(texts.disconnected(number, name), texts.disconnectedBriefly(number));
            default -> {
                var day = SpanishDates.date(LocalDate.ofInstant(Optional.ofNullable(fact.expires()).orElseThrow(),
                        business.location().zone()));
                yield new Words(texts.expiring(number, name, day), texts.expiringBriefly(number, day));
            }
        };
    }

    private ConnectionFact read(String payload) {
        try {
            return json.readValue(payload, ConnectionFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
