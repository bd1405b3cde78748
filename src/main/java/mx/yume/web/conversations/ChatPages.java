package mx.yume.web.conversations;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.chats.ChatList;
import mx.yume.conversation.chats.Chats;
import mx.yume.conversation.handoff.PageOutcome;
import mx.yume.conversation.handoff.PageSide;
import mx.yume.conversation.outbox.FailedMessages;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** Conversations with customers. */
@Path(ChatPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class ChatPages {

    static final String PATH = "/tablero/conversaciones";
    private static final int ON_A_PAGE = 30;
    private static final int LAST_PAGE = 1_000;
    private static final int LINES = 80;
    /** Milliseconds since 1970 as an address has them. */
    private static final String MOMENT = "\\d{10,14}";

    @CheckedTemplate(basePath = "conversaciones")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, ChatViews.Listing listing);

        static native TemplateInstance one(Frame frame, ChatViews.Room room);
    }

    private final Gate gate;
    private final ChatList list;
    private final Chats chats;
    private final PageSide side;
    private final FailedMessages failed;
    private final ConversationEvents events;
    private final Clock clock;

    ChatPages(Gate gate, ChatList list, Chats chats, PageSide side, FailedMessages failed, ConversationEvents events,
            Clock clock) {
        this.gate = gate;
        this.list = list;
        this.chats = chats;
        this.side = side;
        this.failed = failed;
        this.events = events;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> all(@BeanParam Asking asking, @RestQuery("pagina") Optional<String> page) {
        int number = Math.clamp(Numbers.whole(page.orElse("1")).orElse(1), 1, LAST_PAGE);
        return gate.see(asking, Capability.RUN_THE_DAY, here -> list
                .page(here.organization(), (number - 1) * ON_A_PAGE, ON_A_PAGE)
                .map(found -> Answers.shown(Templates.list(here.frame(Section.CONVERSATIONS),
                        ChatViews.listing(found, number, here.location().zone(), clock)))));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id,
            @RestQuery("antes") Optional<String> before) {
        var until = before.filter(text -> text.matches(MOMENT)).map(Long::parseLong).map(Instant::ofEpochMilli);
        return gate.see(asking, Capability.RUN_THE_DAY,
                here -> with(id, chat -> shown(here, chat, until, Filled.empty(), Answers::shown)));
    }

    /** One event whenever the conversation is worth asking for again. */
    @GET
    @Path("/{id}/eventos")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @FollowedChat
    public Multi<String> follow(@BeanParam Asking asking, @RestPath String id, @RestQuery("marca") Optional<String> shown) {
        var chat = Ids.parse(id).map(ConversationId::new).orElseThrow(NotFoundException::new);
        return gate.follow(asking, Capability.RUN_THE_DAY).toMulti()
                .flatMap(found -> found.map(here -> changes(asking, here, chat, shown.orElse("")))
                        .orElseGet(Multi.createFrom()::empty));
    }

    private Multi<String> changes(Asking asking, Here here, ConversationId chat, String shown) {
        var mine = events.stream()
                .select().where(event -> event.organization().equals(here.organization()) && event.conversation().equals(chat));
        return new Following(shown, () -> chats.mark(here.organization(), chat),
                () -> gate.follow(asking, Capability.RUN_THE_DAY).map(Optional::isPresent)).of(mine);
    }

    @POST
    @Path("/{id}/tomar")
    public Uni<RestResponse<TemplateInstance>> take(@BeanParam ChatForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, chat -> side
                .take(here.organization(), here.member(), chat).chain(outcome -> came(here, chat, form, outcome))));
    }

    @POST
    @Path("/{id}/escribir")
    public Uni<RestResponse<TemplateInstance>> write(@BeanParam ChatForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, chat -> side
                .write(here.organization(), here.member(), chat, Ids.parse(form.once).orElseGet(UUID::randomUUID), typed(form))
                .chain(outcome -> came(here, chat, form, outcome))));
    }

    @POST
    @Path("/{id}/devolver")
    public Uni<RestResponse<TemplateInstance>> giveBack(@BeanParam ChatForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, chat -> side
                .giveBack(here.organization(), here.member(), chat).chain(outcome -> came(here, chat, form, outcome))));
    }

    /** A message that failed, as if for the first time. */
    @POST
    @Path("/{id}/otra-vez")
    public Uni<RestResponse<TemplateInstance>> again(@BeanParam ChatForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, chat -> chats
                .read(here.organization(), chat, Optional.empty(), 1)
                .chain(found -> found.isEmpty() || Ids.parse(form.message).isEmpty() ? Uni.createFrom().item(Answers.missing())
                        : failed.retry(here.organization(), chat, Ids.parse(form.message).orElseThrow())
                                .map(sent -> Answers.back(PATH + "/" + chat, sent ? Done.SENT : Done.ALREADY)))));
    }

    private Uni<RestResponse<TemplateInstance>> came(Here here, ConversationId chat, ChatForm form, PageOutcome outcome) {
        return switch (outcome) {
            case PageOutcome.Done _ -> Uni.createFrom().item(RestResponse.seeOther(URI.create(PATH + "/" + chat)));
            case PageOutcome.NotFound _ -> Uni.createFrom().item(Answers.missing());
            case PageOutcome.Refusal why -> shown(here, chat, Optional.empty(),
                    Filled.of(Map.of("texto", typed(form))).with("texto", why.sentence()), Answers::refused);
        };
    }

    private Uni<RestResponse<TemplateInstance>> shown(Here here, ConversationId chat, Optional<Instant> before, Filled form,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        // Before what is shown: whatever is said after it is told to whoever follows the page.
        return chats.mark(here.organization(), chat)
                .chain(mark -> chats.read(here.organization(), chat, before, LINES).map(found -> found
                        .map(read -> answer.apply(Templates.one(here.frame(Section.CONVERSATIONS),
                                ChatViews.room(here, read, before.isEmpty(), mark, form, clock.instant()))))
                        .orElseGet(Answers::missing)));
    }

    private static String typed(ChatForm form) {
        return form.text == null ? "" : form.text.replace("\r\n", "\n");
    }

    private static Uni<RestResponse<TemplateInstance>> with(String id,
            Function<ConversationId, Uni<RestResponse<TemplateInstance>>> work) {
        return Ids.parse(id).map(ConversationId::new).map(work).orElseGet(() -> Uni.createFrom().item(Answers.missing()));
    }
}
