package mx.yume.notifications;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.team.Workplaces;
import mx.yume.business.team.Workplaces.Workplace;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.identity.AskingLimits;
import mx.yume.identity.AskingLimits.Thing;
import mx.yume.identity.MagicLink;
import mx.yume.identity.MagicLinks;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * Sends a link to whoever says on the page that this is their phone: from Yume's own number, one message for each business where it
 * works. Asking does the same work whatever the phone is; who it is, is looked up afterwards, so that nobody learns from the answer
 * or from how long it takes whether a phone works anywhere.
 */
@ApplicationScoped
public class SignInLinks implements JobHandler {

    private static final String ASKED = "sign_in.asked";

    private final AskingLimits limits;
    private final Jobs jobs;
    private final Workplaces workplaces;
    private final Correspondents correspondents;
    private final MagicLinks links;
    private final Outbox outbox;
    private final SpentLinks spent;
    private final Database database;
    private final DashboardLinkTexts texts;
    private final ObjectMapper json;

    SignInLinks(AskingLimits limits, Jobs jobs, Workplaces workplaces, Correspondents correspondents, MagicLinks links,
            Outbox outbox, SpentLinks spent, Database database, DashboardLinkTexts texts, ObjectMapper json) {
        this.limits = limits;
        this.jobs = jobs;
        this.workplaces = workplaces;
        this.correspondents = correspondents;
        this.links = links;
        this.outbox = outbox;
        this.spent = spent;
        this.database = database;
        this.texts = texts;
        this.json = json;
    }

    /**
     * What is asked for too often is not done, and that is not told either.
     *
     * @param address of whoever asks, on the network
     */
    public Uni<Void> ask(PhoneNumber phone, String address) {
        return database.inTenant(OrganizationId.YUME, connection -> limits.take(connection, Thing.SIGN_IN, phone, address)
                .chain(fine -> fine
                        ? jobs.add(connection, OrganizationId.YUME, ASKED, written(phone), Origin.REAL.sql())
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var phone = read(job.payload());
        return workplaces.of(connection, phone)
                .chain(found -> Multi.createFrom().iterable(found)
                        .onItem().transformToUniAndConcatenate(workplace -> send(connection, job, phone, workplace))
                        .collect().asList())
                .replaceWithVoid();
    }

    /** A business that was only ever played with is opened from the simulator: what is not real never reaches a provider. */
    private Uni<Void> send(SqlConnection connection, Job job, PhoneNumber phone, Workplace workplace) {
        return database.lending(connection, OrganizationId.YUME, workplace.organization(),
                () -> correspondents.life(connection, workplace.organization()))
                .chain(life -> correspondents.introduced(connection, OrganizationId.YUME, List.of(phone), life.sql()))
                .chain(chats -> chats.isEmpty() ? Uni.createFrom().voidItem()
                        : issue(connection, workplace).chain(link -> write(connection, chats.getFirst().conversation(), job,
                                workplace, link)));
    }

    private Uni<MagicLink> issue(SqlConnection connection, Workplace workplace) {
        return database.lending(connection, OrganizationId.YUME, workplace.organization(),
                () -> links.issue(connection, workplace.organization(), workplace.member().value()));
    }

    private Uni<Void> write(SqlConnection connection, ConversationId chat, Job job, Workplace workplace, MagicLink link) {
        var address = link.address().toString();
        var purpose = "magic_link:sign_in:" + job.id() + ":" + workplace.organization();
        return outbox.write(connection, OrganizationId.YUME, Letter.notice(chat, purpose,
                new Text(texts.entrance(workplace.business(), address)))
                .or(new Templated(Template.MAGIC_LINK, Map.of("link", address))).until(link.expires()).answering())
                .chain(() -> spent.takeOut(connection, OrganizationId.YUME, purpose, link.expires()));
    }

    private String written(PhoneNumber phone) {
        try {
            return json.writeValueAsString(phone.e164());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A phone that cannot be written", impossible);
        }
    }

    private PhoneNumber read(String payload) {
        try {
            return new PhoneNumber(json.readValue(payload, String.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A phone that cannot be read back", impossible);
        }
    }
}
