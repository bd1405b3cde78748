package mx.yume.web.availability;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.Origin;
import mx.yume.platform.TimeRange;
import mx.yume.platform.Witness;
import mx.yume.scheduling.blocks.ActionId;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.UnblockOutcome;
import mx.yume.web.calendar.Question;
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
import mx.yume.web.page.Sending;
import mx.yume.web.signin.Notices;

/** Time off: one's own, and for who may, that of others and of everybody. What is booked in it is shown, and stays. */
@Path(TimeOffPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class TimeOffPages {

    static final String PATH = "/tablero/disponibilidad";

    /** A year is as long as a block can be. */
    private static final Duration AHEAD = Duration.ofDays(366);

    @CheckedTemplate(basePath = "disponibilidad")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, TimeOffViews.Listing listing);

        static native TemplateInstance ask(Frame frame, TimeOffViews.Asking asking);
    }

    private final Gate gate;
    private final Blocks blocks;
    private final Clock clock;

    TimeOffPages(Gate gate, Blocks blocks, Clock clock) {
        this.gate = gate;
        this.blocks = blocks;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking, @RestQuery("pagina") Optional<String> page) {
        return gate.see(asking, Capability.RUN_THE_DAY, here -> blocks
                .between(here.business(), TimeRange.of(clock.instant(), AHEAD))
                .map(all -> Answers.shown(Templates.list(here.frame(Section.AVAILABILITY),
                        TimeOffViews.listing(here, all, Math.max(1, Numbers.whole(page.orElse("1")).orElse(1)))))));
    }

    @GET
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking, @RestQuery("tipo") Optional<String> kind,
            @RestQuery("quien") Optional<String> who) {
        return gate.see(asking, Capability.RUN_THE_DAY, here -> now(Answers.shown(ask(here, Filled.of(Map.of(
                "tipo", kind(kind.orElse("")), "quien", who.orElse(""),
                "desde", TimeOffViews.today(here, clock.instant()).toString())), List.of()))));
    }

    private static String kind(String asked) {
        return Stream.of(Reading.HOURS, Reading.WEEK).filter(asked::equals).findFirst().orElse(Reading.DAYS);
    }

    @POST
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> block(@BeanParam TimeOffForm form) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> {
            form.kind = kind(form.kind == null ? "" : form.kind);
            var read = Reading.of(here, form);
            if (!read.allowed()) {
                return now(Notices.notAllowed());
            }
            return read.request().map(request -> block(here, form, read.filled(), request))
                    .orElseGet(() -> now(Answers.refused(ask(here, read.filled(), form.weekdays))));
        });
    }

    private Uni<RestResponse<TemplateInstance>> block(Here here, TimeOffForm form, Filled filled, BlockRequest request) {
        return blocks.block(here.business(), request, form::keeps).map(outcome -> switch (outcome) {
            case BlockOutcome.Blocked _ -> Answers.back(PATH, Done.BLOCKED);
            case BlockOutcome.Overlaps overlaps -> new Question("Hay citas en ese tiempo", overlaps.sentence(),
                    PATH + "/nuevo", PATH, "Sí, bloquear lo demás", form.kept(overlaps.appointments()),
                    overlaps.appointments().stream().map(Question.Line::of).toList()).asked(here, Section.AVAILABILITY);
            case BlockOutcome.Refused(var why) ->
                Answers.refused(ask(here, Reading.refused(filled, why), form.weekdays));
        });
    }

    /** Whoever may not block others takes back only what is their own of it. */
    @POST
    @Path("/quitar")
    public Uni<RestResponse<TemplateInstance>> unblock(@BeanParam Sending form, @RestForm("accion") @Nullable String action) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> Ids.parse(action).map(ActionId::new)
                .map(one -> here.may(Capability.BLOCK_OTHERS)
                        ? blocks.unblock(here.business(), one, Origin.REAL.sql())
                        : blocks.unblock(here.business(), one, Set.of(here.memberId()), Origin.REAL.sql(), Witness.none()))
                .map(undone -> undone.map(outcome -> switch (outcome) {
                    case UnblockOutcome.Unblocked _ -> Answers.back(PATH, Done.UNBLOCKED);
                    case UnblockOutcome.NotFound _,UnblockOutcome.Refused _ -> Answers.missing();
                })).orElseGet(() -> now(Answers.missing())));
    }

    private static TemplateInstance ask(Here here, Filled form, List<String> weekdays) {
        return Templates.ask(here.frame(Section.AVAILABILITY), TimeOffViews.asking(here, form, weekdays));
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
