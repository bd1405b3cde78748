package mx.yume.web.team;

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
import mx.yume.business.BreakId;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Listed;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.StaffMember;
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
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** When somebody works every week at a location, and the breaks that come back. */
@Path(Team.PATH)
@Produces(MediaType.TEXT_HTML)
public class TeamHours {

    @CheckedTemplate(basePath = "equipo")
    static class Templates {

        private Templates() {}

        static native TemplateInstance week(Frame frame, Week week);
    }

    @TemplateData
    public record Week(String member, String location, String path, String back, int version, HoursView hours,
            String problem) {}

    private final Gate gate;
    private final Businesses businesses;
    private final WorkingCalendar calendar;

    TeamHours(Gate gate, Businesses businesses, WorkingCalendar calendar) {
        this.gate = gate;
        this.businesses = businesses;
        this.calendar = calendar;
    }

    @GET
    @Path("/{id}/horario/{location}")
    public Uni<RestResponse<TemplateInstance>> week(@BeanParam Asking asking, @RestPath String id, @RestPath String location) {
        return gate.see(asking, Capability.CHANGE_SETUP,
                here -> both(here, id, location, (member, place) -> now(Answers.shown(asItIs(here, member, place, "")))));
    }

    @POST
    @Path("/{id}/horario/{location}")
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam HoursForm form, @RestPath String id,
            @RestPath String location) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> both(here, id, location, (member, place) -> {
            var read = HoursTyped.of(form);
            return !read.good() ? now(Answers.refused(asTyped(here, member, place, form, read, "")))
                    : calendar.change(here.organization(), new CalendarChange.Work(member.what().id(),
                            Numbers.version(form.version), place.id(), read.week()), form.consent())
                            .chain(outcome -> new CalendarAnswer(here, Section.TEAM, path(member, place),
                                    Team.PATH + "/" + id, Done.SAVED).to(form, outcome,
                                            why -> refused(here, id, location, form, read, why)));
        }));
    }

    /** The break of one weekday is taken no more. */
    @POST
    @Path("/{id}/descansos/{rest}/quitar")
    public Uni<RestResponse<TemplateInstance>> drop(@BeanParam HoursForm form, @RestPath String id, @RestPath String rest) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> businesses.inventory(here.organization())
                .chain(inventory -> TeamViews.find(inventory, id).flatMap(member -> Ids.parse(rest).map(BreakId::new)
                        .filter(one -> member.what().breaks().stream().anyMatch(weekly -> weekly.id().equals(one))))
                        .map(one -> calendar.change(here.organization(), new CalendarChange.DropBreak(one, false),
                                form.consent()).chain(
                                        outcome -> new CalendarAnswer(here, Section.TEAM,
                                                Team.PATH + "/" + id + "/descansos/" + rest + "/quitar", Team.PATH + "/" + id,
                                                Done.REMOVED).to(form, outcome, _ -> now(Answers.missing()))))
                        .orElseGet(() -> now(Answers.missing()))));
    }

    private Uni<RestResponse<TemplateInstance>> refused(Here here, String id, String location, HoursForm form, HoursTyped read,
            Explained why) {
        return both(here, id, location, (member, place) -> now(why instanceof HoursOutcome.Changed
                ? Answers.changed(asItIs(here, member, place, why.sentence()))
                : Answers.refused(asTyped(here, member, place, form, read, why.sentence()))));
    }

    private static TemplateInstance asItIs(Here here, Listed<StaffMember> member, Location place, String problem) {
        return page(here, member, place, member.version(), HoursView.of(member.what().hoursAt(place.id())), problem);
    }

    private static TemplateInstance asTyped(Here here, Listed<StaffMember> member, Location place, HoursForm form,
            HoursTyped read, String problem) {
        return page(here, member, place, Numbers.version(form.version), HoursView.of(form, read), problem);
    }

    private static TemplateInstance page(Here here, Listed<StaffMember> member, Location place, int version, HoursView hours,
            String problem) {
        return Templates.week(here.frame(Section.TEAM), new Week(member.what().name(), place.name(), path(member, place),
                Team.PATH + "/" + member.what().id().value(), version, hours, problem));
    }

    private static String path(Listed<StaffMember> member, Location place) {
        return Team.PATH + "/" + member.what().id().value() + "/horario/" + place.id().value();
    }

    private Uni<RestResponse<TemplateInstance>> both(Here here, String id, String location,
            BiFunction<Listed<StaffMember>, Location, Uni<RestResponse<TemplateInstance>>> work) {
        return businesses.inventory(here.organization()).chain(inventory -> TeamViews.find(inventory, id)
                .flatMap(member -> Ids.parse(location).map(LocationId::new).flatMap(here.business()::location)
                        .map(place -> work.apply(member, place)))
                .orElseGet(() -> now(Answers.missing())));
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
