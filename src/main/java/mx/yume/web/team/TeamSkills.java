package mx.yume.web.team;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Listed;
import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.StaffMember;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.Skills;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.web.leaving.LeavingForm;
import mx.yume.web.leaving.LeavingPage;
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

/** Whether somebody gives a service, and how theirs differs. */
@Path(Team.PATH + "/{id}/servicios/{service}")
@Produces(MediaType.TEXT_HTML)
public class TeamSkills {

    @CheckedTemplate(basePath = "equipo")
    static class Templates {

        private Templates() {}

        static native TemplateInstance skill(Frame frame, Giving giving);
    }

    /**
     * @param usual how the service is for everybody else, in words
     * @param longer whether is asked that it may be longer than any day
     */
    @TemplateData
    public record Giving(String member, String path, String back, String service, String usual, int version, Filled form,
            boolean gives, boolean longer) {}

    private final Gate gate;
    private final Businesses businesses;
    private final Skills skills;
    private final Deactivating deactivating;

    TeamSkills(Gate gate, Businesses businesses, Skills skills, Deactivating deactivating) {
        this.gate = gate;
        this.businesses = businesses;
        this.skills = skills;
        this.deactivating = deactivating;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> one(@BeanParam Asking asking, @RestPath String id, @RestPath String service) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> both(here, id, service, (member, given) -> now(
                Answers.shown(page(here, member, given, of(member.what(), given), member.version(), false)))));
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> give(@BeanParam SkillForm form, @RestPath String id,
            @RestPath String service) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> both(here, id, service, (member, given) -> {
            var filled = read(form);
            int seen = Numbers.version(form.version);
            return !filled.good() ? now(Answers.refused(page(here, member, given, filled, seen, false)))
                    : skills.give(here.organization(), member.what().id(), seen, given.id(), skill(filled),
                            form.longer != null).chain(outcome -> came(here, id, service, filled, seen, outcome));
        }));
    }

    private Uni<RestResponse<TemplateInstance>> came(Here here, String id, String service, Filled filled, int seen,
            MenuOutcome outcome) {
        return switch (outcome) {
            case MenuOutcome.NotFound _,MenuOutcome.UnknownStaff _ -> now(Answers.missing());
            case MenuOutcome.Changed why -> both(here, id, service, (member, given) -> now(Answers.changed(page(here, member,
                    given, of(member.what(), given).with(Filled.WHOLE, why.sentence()), member.version(), false))));
            case MenuOutcome.Refusal why -> both(here, id, service, (member, given) -> now(Answers.refused(page(here, member,
                    given, filled.with(field(why), why.sentence()), seen, why instanceof MenuOutcome.LongerThanAnyDay))));
            default -> now(Answers.back(Team.PATH + "/" + id, Done.SAVED));
        };
    }

    private static String field(MenuOutcome.Refusal why) {
        return why instanceof MenuOutcome.BadDuration || why instanceof MenuOutcome.ShorterThanRest ? "minutos"
                : why instanceof MenuOutcome.BadPrice ? "precio" : Filled.WHOLE;
    }

    @POST
    @Path("/quitar")
    public Uni<RestResponse<TemplateInstance>> take(@BeanParam LeavingForm form, @RestPath String id,
            @RestPath String service) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> both(here, id, service, (member, given) -> deactivating
                .skill(member.what().id(), given.id(), form.request(here)).map(outcome -> LeavingPage.answer(here, Section.TEAM,
                        path(id, service) + "/quitar", Team.PATH + "/" + id, form, outcome))));
    }

    private static Filled read(SkillForm form) {
        var filled = form.typed();
        if (Numbers.minutes(filled.value("minutos")).isEmpty()) {
            filled = filled.with("minutos", "Escribe los minutos con número, por ejemplo 45.");
        }
        return filled.value("precio").isEmpty() || Numbers.pesos(filled.value("precio")).isPresent() ? filled
                : filled.with("precio", "Escribe el precio en pesos, por ejemplo 250.");
    }

    /** @param filled without errors */
    private static Skill skill(Filled filled) {
        return new Skill(Numbers.minutes(filled.value("minutos")).filter(own -> !own.isZero()),
                Numbers.pesos(filled.value("precio")).map(own -> new Price(own, filled.is("desde", "si"))),
                filled.is("por_chat", "si"));
    }

    private static Filled of(StaffMember member, Service service) {
        var skill = member.skills().getOrDefault(service.id(), Skill.USUAL);
        var values = new LinkedHashMap<String, String>();
        values.put("minutos", skill.duration().map(Numbers::typed).orElse(""));
        values.put("precio", skill.price().map(price -> Numbers.typed(price.amount())).orElse(""));
        values.put("desde", skill.price().filter(Price::from).isPresent() ? "si" : "");
        values.put("por_chat", skill.online() ? "si" : "");
        return Filled.of(values);
    }

    private static TemplateInstance page(Here here, Listed<StaffMember> member, Service service, Filled form, int version,
            boolean longer) {
        var id = member.what().id().value().toString();
        return Templates.skill(here.frame(Section.TEAM),
                new Giving(member.what().name(), path(id, service.id().value().toString()), Team.PATH + "/" + id,
                        service.name(), SpanishDates.duration(service.duration()) + ", " + service.price(), version, form,
                        member.what().gives(service.id()), longer));
    }

    private static String path(String id, String service) {
        return Team.PATH + "/" + id + "/servicios/" + service;
    }

    private Uni<RestResponse<TemplateInstance>> both(Here here, String id, String service,
            BiFunction<Listed<StaffMember>, Service, Uni<RestResponse<TemplateInstance>>> work) {
        return businesses.inventory(here.organization()).chain(inventory -> {
            Optional<Service> given = Ids.parse(service).map(ServiceId::new).flatMap(wanted -> inventory.services().stream()
                    .filter(Listed::active).map(Listed::what).filter(one -> one.id().equals(wanted)).findFirst());
            return TeamViews.find(inventory, id).flatMap(member -> given.map(one -> work.apply(member, one)))
                    .orElseGet(() -> now(Answers.missing()));
        });
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
