package mx.yume.web.premises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.hours.DayNotes;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.calendar.CalendarChange;
import mx.yume.scheduling.calendar.WorkingCalendar;
import mx.yume.web.calendar.CalendarAnswer;
import mx.yume.web.calendar.HoursTyped;
import mx.yume.web.calendar.HoursView;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;

/** Dates on which a location is closed, or open at other hours than its week says. */
@Path(Premises.PATH + "/{id}/fechas")
@Produces(MediaType.TEXT_HTML)
public class PremisesDates {

    @CheckedTemplate(basePath = "sucursales")
    static class Templates {

        private Templates() {}

        static native TemplateInstance dates(Frame frame, PremisesViews.Dates dates);
    }

    private final Gate gate;
    private final Businesses businesses;
    private final DayNotes notes;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PremisesDates(Gate gate, Businesses businesses, DayNotes notes, WorkingCalendar calendar, Clock clock) {
        this.gate = gate;
        this.businesses = businesses;
        this.notes = notes;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> dates(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.CHANGE_SETUP,
                here -> page(here, id, Filled.empty(), HoursView.day(List.of()), Answers::shown));
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> add(@BeanParam DateForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> {
            var read = HoursTyped.of(form);
            var filled = filled(form, read);
            return !filled.good() || !read.good() ? page(here, id, filled, HoursView.day(form, read), Answers::refused)
                    : change(here, id, form, Done.SAVED, location -> new CalendarChange.OpenOn(location,
                            form.day().orElseThrow(), form.closed != null ? List.of() : read.day(),
                            form.note == null ? "" : form.note),
                            why -> page(here, id, refused(filled, why),
                                    HoursView.day(form, read), Answers::refused));
        });
    }

    @POST
    @Path("/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam DateForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> form.day()
                .map(day -> change(here, id, form, Done.REMOVED, location -> new CalendarChange.OpenAsUsual(location, day),
                        why -> page(here, id, Filled.empty().with(Filled.WHOLE, why.sentence()), HoursView.day(List.of()),
                                Answers::changed)))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    private Uni<RestResponse<TemplateInstance>> change(Here here, String id, DateForm form, Done done,
            Function<LocationId, CalendarChange> how, Function<Explained, Uni<RestResponse<TemplateInstance>>> refused) {
        var back = Premises.PATH + "/" + id + "/fechas";
        return PremisesViews.location(id).filter(location -> here.business().location(location).isPresent())
                .map(location -> calendar.change(here.organization(), how.apply(location), form.consent())
                        .chain(outcome -> new CalendarAnswer(here, Section.PREMISES,
                                done == Done.REMOVED ? back + "/quitar" : back, back, done).to(form, outcome, refused)))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing()));
    }

    private static Filled filled(DateForm form, HoursTyped read) {
        var filled = Filled.of(Map.of("fecha", form.date == null ? "" : form.date, "nota", form.note == null ? "" : form.note,
                "cerrado", form.closed == null ? "" : "si"));
        filled = form.day().isPresent() ? filled : filled.with("fecha", "Elige la fecha.");
        return form.closed == null && read.good() && read.day().isEmpty()
                ? filled.with("cerrado", "Marca que está cerrado, o escribe a qué hora abre y cierra ese día.")
                : filled;
    }

    private static Filled refused(Filled filled, Explained why) {
        var field = why instanceof HoursOutcome.InThePast || why instanceof HoursOutcome.TooFarAhead ? "fecha"
                : why instanceof HoursOutcome.NoteTooLong ? "nota" : Filled.WHOLE;
        return filled.with(field, why.sentence());
    }

    private Uni<RestResponse<TemplateInstance>> page(Here here, String id, Filled form, HoursView hours,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return businesses.inventory(here.organization()).chain(inventory -> PremisesViews.find(inventory, id)
                .map(found -> notes.of(here.organization(), found.what().id(), today(found.what()))
                        .map(why -> answer.apply(Templates.dates(here.frame(Section.PREMISES),
                                dates(id, found.what(), why, form, hours)))))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    private PremisesViews.Dates dates(String id, Location location, Map<LocalDate, String> why, Filled form, HoursView hours) {
        return new PremisesViews.Dates(id, location.name(), PremisesViews.dates(location, today(location), why),
                PremisesViews.holidays(location, today(location)), hours, form);
    }

    private LocalDate today(Location location) {
        return LocalDate.ofInstant(clock.instant(), location.zone());
    }
}
