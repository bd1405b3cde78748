package mx.yume.web.premises;

import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.calendar.CalendarChange;
import mx.yume.scheduling.calendar.WorkingCalendar;
import mx.yume.web.calendar.CalendarAnswer;
import mx.yume.web.calendar.HoursForm;
import mx.yume.web.calendar.HoursTyped;
import mx.yume.web.calendar.HoursView;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** When a location is open every week. Whoever works just these hours works the new ones. */
@Path(Premises.PATH + "/{id}/horario")
@Produces(MediaType.TEXT_HTML)
public class PremisesHours {

    @CheckedTemplate(basePath = "sucursales")
    static class Templates {

        private Templates() {}

        static native TemplateInstance week(Frame frame, PremisesViews.Week week);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final WorkingCalendar calendar;

    PremisesHours(Gate gate, Businesses businesses, WorkingCalendar calendar) {
        this.gate = gate;
        this.businesses = businesses;
        this.calendar = calendar;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> week(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.CHANGE_SETUP, here -> now(here, id, "")
                .map(found -> found.map(Answers::shown).orElseGet(Answers::missing)));
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam HoursForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var read = HoursTyped.of(form);
            return !read.good() ? again(here, id, form, read, "")
                    : PremisesViews.location(id).map(location -> calendar.change(here.organization(),
                            new CalendarChange.OpenTogether(location, Numbers.version(form.version), read.week()),
                            form.consent())
                            .chain(outcome -> new CalendarAnswer(here, Section.PREMISES,
                                    Premises.PATH + "/" + id + "/horario", Premises.PATH + "/" + id, Done.SAVED)
                                    .to(form, outcome, why -> refused(here, id, form, read, why))))
                            .orElseGet(() -> Uni.createFrom().item(Answers.missing()));
        });
    }

    private Uni<RestResponse<TemplateInstance>> refused(Here here, String id, HoursForm form, HoursTyped read, Explained why) {
        return why instanceof HoursOutcome.Changed
                ? now(here, id, why.sentence()).map(found -> found.map(Answers::changed).orElseGet(Answers::missing))
                : again(here, id, form, read, why.sentence());
    }

    private Uni<RestResponse<TemplateInstance>> again(Here here, String id, HoursForm form, HoursTyped read, String problem) {
        return businesses.inventory(here.organization()).map(inventory -> PremisesViews.find(inventory, id)
                .map(found -> Answers.refused(Templates.week(here.frame(Section.PREMISES), new PremisesViews.Week(id,
                        found.what().name(), Numbers.version(form.version), HoursView.of(form, read), problem))))
                .orElseGet(Answers::missing));
    }

    private Uni<Optional<TemplateInstance>> now(Here here, String id, String problem) {
        return businesses.inventory(here.organization()).map(inventory -> PremisesViews.find(inventory, id)
                .map(found -> Templates.week(here.frame(Section.PREMISES), new PremisesViews.Week(id, found.what().name(),
                        found.version(), HoursView.of(found.what().hours()), problem))));
    }
}
