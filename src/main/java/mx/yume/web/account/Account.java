package mx.yume.web.account;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.team.Emails;
import mx.yume.identity.Sessions;
import mx.yume.identity.SignedIn;
import mx.yume.identity.Token;
import mx.yume.notifications.preferences.NoticeChoices;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.platform.Witness;
import mx.yume.platform.YumeConfig;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;
import mx.yume.web.signin.Entrance;
import mx.yume.web.signin.OpenIdConfig;

/** Somebody's own account: everybody who may come in at all sees and changes theirs, and nobody another's. */
@Path(Account.PATH)
@Produces(MediaType.TEXT_HTML)
public class Account {

    static final String PATH = "/tablero/cuenta";

    private static final String EMAIL = "correo";

    @CheckedTemplate(basePath = "cuenta")
    static class Templates {

        private Templates() {}

        static native TemplateInstance account(Frame frame, AccountView account);
    }

    private final Gate gate;
    private final Sessions sessions;
    private final NoticePreferences preferences;
    private final Emails emails;
    private final OpenIdConfig openId;
    private final YumeConfig config;
    private final Clock clock;

    Account(Gate gate, Sessions sessions, NoticePreferences preferences, Emails emails, OpenIdConfig openId,
            YumeConfig config, Clock clock) {
        this.gate = gate;
        this.sessions = sessions;
        this.preferences = preferences;
        this.emails = emails;
        this.openId = openId;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> page(@BeanParam Asking asking) {
        return gate.see(asking, Capability.SEE_SCHEDULE, here -> emails.of(here.organization(), here.memberId())
                .chain(email -> filled(here, asking, Filled.of(Map.of(EMAIL, email.orElse(""))))).map(Answers::shown));
    }

    private Uni<TemplateInstance> filled(Here here, Asking asking, Filled email) {
        return Uni.combine().all().unis(sessions.of(who(here), token(asking)), preferences.of(here.organization()))
                .with((open, choices) -> Templates.account(here.frame(Section.ACCOUNT), AccountWords.view(here.member(), open,
                        choices, clock.instant(), here.location().zone(), openId.on() ? openId.name() : "", email)));
    }

    /** Nothing typed: they are known by none. */
    @POST
    @Path("/correo")
    public Uni<RestResponse<TemplateInstance>> email(@BeanParam Sending form, @RestForm(EMAIL) @Nullable String typed) {
        return gate.act(form, Capability.SEE_SCHEDULE, here -> {
            var filled = Filled.of(Map.of(EMAIL, typed == null ? "" : typed.strip()));
            var email = Emails.parse(filled.value(EMAIL));
            return email.isEmpty() && !filled.value(EMAIL).isEmpty()
                    ? filled(here, form, filled.with(EMAIL, "Escribe un correo completo, por ejemplo nombre@gmail.com."))
                            .map(Answers::refused)
                    : emails.set(here.organization(), here.memberId(), email).chain(set -> set
                            ? Uni.createFrom().item(Answers.back(PATH, Done.SAVED))
                            : filled(here, form, filled.with(EMAIL, "Ese correo ya es de alguien de tu equipo."))
                                    .map(Answers::refused));
        });
    }

    @POST
    @Path("/avisos")
    public Uni<RestResponse<TemplateInstance>> notices(@BeanParam NoticesForm form) {
        return gate.act(form, Capability.SEE_SCHEDULE, here -> preferences.of(here.organization())
                .chain(choices -> say(here, choices, form.wanted(), true)
                        .chain(() -> say(here, choices, form.wanted(), false)))
                .map(said -> Answers.back(PATH, Done.SAVED)));
    }

    /** Only what is to be another way than it is: the rest goes on following what is usual. */
    private Uni<Void> say(Here here, NoticeChoices choices, Set<NoticeKind> wanted, boolean which) {
        var kinds = Arrays.stream(NoticeKind.values()).filter(kind -> wanted.contains(kind) == which
                && choices.wants(here.member(), kind) != which).toList();
        return kinds.isEmpty() ? Uni.createFrom().voidItem()
                : preferences.set(here.organization(), here.memberId(), kinds, which, Witness.none());
    }

    @POST
    @Path("/sesiones/{id}/cerrar")
    public Uni<RestResponse<TemplateInstance>> close(@BeanParam Sending form, @RestPath String id) {
        return gate.act(form, Capability.SEE_SCHEDULE, here -> Ids.parse(id)
                .map(session -> sessions.close(who(here), session)
                        .map(closed -> closed ? Answers.back(PATH, Done.CLOSED) : Answers.missing()))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    @POST
    @Path("/sesiones/cerrar-otras")
    public Uni<RestResponse<TemplateInstance>> closeOthers(@BeanParam Sending form) {
        return gate.act(form, Capability.SEE_SCHEDULE, here -> sessions.closeOthers(who(here), token(form))
                .map(closed -> Answers.back(PATH, Done.CLOSED)));
    }

    /** This one too. */
    @POST
    @Path("/sesiones/cerrar-todas")
    public Uni<RestResponse<TemplateInstance>> closeAll(@BeanParam Sending form) {
        return gate.act(form, Capability.SEE_SCHEDULE,
                here -> sessions.closeAll(who(here)).map(closed -> Entrance.out(config)));
    }

    private static SignedIn who(Here here) {
        return new SignedIn(here.organization(), here.memberId().value());
    }

    /** Whoever is here has one. */
    private Token token(Asking asking) {
        return asking.token(config.publicUrl()).orElseThrow();
    }
}
