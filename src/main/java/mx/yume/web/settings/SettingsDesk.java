package mx.yume.web.settings;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.profile.ProfileOutcome;
import mx.yume.business.profile.Profiles;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.web.guide.Guide;
import mx.yume.web.guide.GuideView;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** The business as a whole: how it is called, where customers find it, when notices go out. */
@Path(SettingsDesk.PATH)
@Produces(MediaType.TEXT_HTML)
public class SettingsDesk {

    static final String PATH = "/tablero/ajustes";

    @CheckedTemplate(basePath = "ajustes")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, SettingsView settings, Optional<GuideView> guide);
    }

    private final Gate gate;
    private final SettingsPage page;
    private final Guide guide;
    private final Profiles profiles;
    private final NoticeSetup notices;

    SettingsDesk(Gate gate, SettingsPage page, Guide guide, Profiles profiles, NoticeSetup notices) {
        this.gate = gate;
        this.page = page;
        this.guide = guide;
        this.profiles = profiles;
        this.notices = notices;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> settings(@BeanParam Asking asking) {
        return gate.see(asking, Capability.CHANGE_SETUP,
                here -> page(here, Optional.empty(), Optional.empty()).map(Answers::shown));
    }

    @POST
    @Path("/nombre")
    public Uni<RestResponse<TemplateInstance>> rename(@BeanParam NameForm form) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var name = form.name == null ? "" : form.name;
            var seen = Numbers.whole(form.version == null ? "" : form.version).orElse(-1);
            return profiles.rename(here.organization(), seen, name).chain(outcome -> switch (outcome) {
                case ProfileOutcome.Renamed _ -> Uni.createFrom().item(Answers.back(PATH, Done.SAVED));
                case ProfileOutcome.BadName why ->
                    page(here, Optional.of(SettingsWords.name(name).with("nombre", why.sentence())), Optional.empty())
                            .map(Answers::refused);
                case ProfileOutcome.Changed why -> changed(here, why);
            });
        });
    }

    /** With the name that somebody else gave it meanwhile. */
    private Uni<RestResponse<TemplateInstance>> changed(Here here, ProfileOutcome.Changed why) {
        return profiles.of(here.organization()).chain(now -> page(here,
                Optional.of(SettingsWords.name(now.name()).with("nombre", why.sentence())), Optional.empty()))
                .map(Answers::changed);
    }

    @POST
    @Path("/avisos")
    public Uni<RestResponse<TemplateInstance>> setNotices(@BeanParam NoticesForm form) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var filled = SettingsWords.notices(form.dailyAt, form.second, form.seen);
            return filled.good() ? setNotices(here, filled)
                    : page(here, Optional.empty(), Optional.of(filled)).map(Answers::refused);
        });
    }

    private Uni<RestResponse<TemplateInstance>> setNotices(Here here, Filled filled) {
        return SettingsWords.seen(filled)
                .map(seen -> notices.set(here.organization(), seen, SettingsWords.settings(filled)))
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(set -> set ? Uni.createFrom().item(Answers.back(PATH, Done.SAVED)) : noticesChanged(here));
    }

    /** With what somebody else made of them meanwhile. */
    private Uni<RestResponse<TemplateInstance>> noticesChanged(Here here) {
        return notices.of(here.organization()).chain(now -> page(here, Optional.empty(), Optional.of(SettingsWords.notices(now)
                .with("hora", "Alguien más lo cambió mientras tanto: así está ahora.")))).map(Answers::changed);
    }

    private Uni<TemplateInstance> page(Here here, Optional<Filled> name, Optional<Filled> typed) {
        return Uni.combine().all().unis(page.of(here, name, typed), guide.of(here))
                .with((settings, steps) -> Templates.page(here.frame(Section.SETTINGS), settings, steps));
    }
}
