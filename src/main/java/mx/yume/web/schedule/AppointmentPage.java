package mx.yume.web.schedule;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
import mx.yume.business.Capability;
import mx.yume.customers.Customers;
import mx.yume.customers.Person;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.CancelOutcome;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.VisitOutcome;
import mx.yume.scheduling.board.Remarks;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Section;
import mx.yume.web.schedule.SheetViews.Choice;
import mx.yume.web.schedule.SheetViews.Sheet;

/** One appointment: all about it, and everything that can be done with it. */
@Path("/tablero/citas/{id}")
@Produces(MediaType.TEXT_HTML)
public class AppointmentPage {

    /** Of the customer's visits, for the line that says how often they came. */
    private static final int REMEMBERED = 50;

    @CheckedTemplate(basePath = "agenda")
    static class Templates {

        private Templates() {}

        static native TemplateInstance sheet(Frame frame, Sheet sheet, Choice choice);
    }

    private final Gate gate;
    private final Agenda agenda;
    private final Attendance attendance;
    private final Customers customers;
    private final Remarks remarks;
    private final Clock clock;

    AppointmentPage(Gate gate, Agenda agenda, Attendance attendance, Customers customers, Remarks remarks,
            Clock clock) {
        this.gate = gate;
        this.agenda = agenda;
        this.attendance = attendance;
        this.customers = customers;
        this.remarks = remarks;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> show(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.SEE_SCHEDULE, here -> found(here, id, visit -> drawing(here, visit)
                .map(drawing -> Answers.shown(sheet(drawing, List.of(), Wishes.of(visit))))));
    }

    @POST
    @Path("/atendida")
    public Uni<RestResponse<TemplateInstance>> complete(@BeanParam ChangeForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> appointment(id)
                .map(one -> attendance.complete(here.business(), here.actor(), one, form.seen(), Alongside.nothing())
                        .chain(outcome -> marked(here, id, form, outcome)))
                .orElseGet(AppointmentPage::missing));
    }

    @POST
    @Path("/no-llego")
    public Uni<RestResponse<TemplateInstance>> noShow(@BeanParam ChangeForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> appointment(id)
                .map(one -> attendance.noShow(here.business(), here.actor(), one, form.seen(), Alongside.nothing())
                        .chain(outcome -> marked(here, id, form, outcome)))
                .orElseGet(AppointmentPage::missing));
    }

    @POST
    @Path("/cancelar")
    public Uni<RestResponse<TemplateInstance>> cancel(@BeanParam ChangeForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> appointment(id)
                .map(one -> agenda.cancel(here.business(), actor(here, form), one, form.seen(), form.why(), Alongside.nothing())
                        .chain(outcome -> cancelled(here, id, form, outcome)))
                .orElseGet(AppointmentPage::missing));
    }

    /** Another time, person, service or length, all at once or not at all. */
    @POST
    @Path("/mover")
    public Uni<RestResponse<TemplateInstance>> move(@BeanParam ChangeForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> found(here, id, visit -> {
            var filled = Wishes.read(form, visit);
            return filled.good()
                    ? agenda.change(here.business(), actor(here, form), visit.id(), form.seen(),
                            Wishes.change(here.business(), visit, form, filled), Alongside.nothing())
                            .chain(outcome -> moved(here, visit, form, filled, outcome))
                    : refused(here, visit, form, filled, Optional.empty());
        }));
    }

    private static Actor.Staff actor(Here here, ChangeForm form) {
        return new Actor.Staff(here.memberId(), form.tellsThem());
    }

    private Uni<RestResponse<TemplateInstance>> marked(Here here, String id, ChangeForm form, VisitOutcome outcome) {
        return switch (outcome) {
            case VisitOutcome.Done _ -> Uni.createFrom().item(Answers.back(form.destination(id), Done.MARKED));
            case VisitOutcome.NotFound _ -> missing();
            case VisitOutcome.Changed(var now) -> faster(here, now, form, outcome);
            case VisitOutcome.NotNow(var _, var now) -> faster(here, now, form, outcome);
            case VisitOutcome.TooEarly _,VisitOutcome.TooLate _,VisitOutcome.BadRating _,VisitOutcome.LongComment _,VisitOutcome.OnlyTheOwner _ ->
                found(here, id, visit -> refused(here, visit, form, Wishes.of(visit).with(Filled.WHOLE, sentence(outcome)),
                        Optional.empty()));
        };
    }

    private static String sentence(Object outcome) {
        return outcome instanceof Explained explained ? explained.sentence() : "";
    }

    private Uni<RestResponse<TemplateInstance>> cancelled(Here here, String id, ChangeForm form, CancelOutcome outcome) {
        return switch (outcome) {
            case CancelOutcome.Cancelled(var visit) -> Uni.createFrom().item(
                    Answers.back(form.destination(id), form.told(visit.customer().isPresent(), Done.CANCELLED)));
            case CancelOutcome.AlreadyCancelled _ -> Uni.createFrom().item(Answers.back(form.destination(id), Done.ALREADY));
            case CancelOutcome.Changed(var now) -> faster(here, now, form, outcome);
            case CancelOutcome.NotFound _ -> missing();
        };
    }

    private Uni<RestResponse<TemplateInstance>> moved(Here here, Appointment visit, ChangeForm form, Filled filled,
            MoveOutcome outcome) {
        var id = visit.id().value().toString();
        return switch (outcome) {
            case MoveOutcome.Moved(var _, var after) -> Uni.createFrom().item(
                    Answers.back(form.destination(id), form.told(after.customer().isPresent(), Done.MOVED)));
            case MoveOutcome.Unchanged _ -> Uni.createFrom().item(Answers.back(form.destination(id), Done.ALREADY));
            case MoveOutcome.Refused(var why) ->
                refused(here, visit, form, Refusals.in(filled, why), Optional.of(why));
            case MoveOutcome.Changed(var now) -> faster(here, now, form, outcome);
            case MoveOutcome.NotFound _ -> missing();
        };
    }

    /** As it is now, and what changed since they saw it: nothing of what they wanted was done. */
    private Uni<RestResponse<TemplateInstance>> faster(Here here, Appointment now, ChangeForm form, Object outcome) {
        return drawing(here, now).map(drawing -> {
            var differences = drawing.differences(form);
            return Answers.changed(sheet(drawing, differences, Wishes.of(now).with(Filled.WHOLE, differences.isEmpty()
                    ? sentence(outcome)
                    : "Alguien cambió esta cita mientras la veías. Así está ahora; lo tuyo no se guardó.")));
        });
    }

    private Uni<RestResponse<TemplateInstance>> refused(Here here, Appointment visit, ChangeForm form, Filled filled,
            Optional<Refusal> why) {
        return drawing(here, visit).map(drawing -> Answers.refused(Templates.sheet(here.frame(Section.SCHEDULE),
                drawing.draw(List.of()), new Choice(filled, drawing.services(form.services),
                        SheetDrawing.people(here.business(), filled.value("persona")),
                        why.map(it -> Refusals.others(here.business(), it)).orElse(List.of()),
                        why.filter(Refusal.OutsideHours.class::isInstance).isPresent(), true))));
    }

    private static TemplateInstance sheet(SheetDrawing drawing, List<String> differences, Filled filled) {
        return Templates.sheet(drawing.here().frame(Section.SCHEDULE), drawing.draw(differences), new Choice(filled,
                drawing.services(List.of()), SheetDrawing.people(drawing.here().business(), ""), List.of(), false, false));
    }

    private Uni<SheetDrawing> drawing(Here here, Appointment visit) {
        var said = remarks.on(here.organization(), visit.id());
        if (visit.customer().isEmpty() || !here.may(Capability.RUN_THE_DAY)) {
            return said.map(words -> new SheetDrawing(here, visit, words, Optional.empty(), List.of(), clock.instant()));
        }
        var person = visit.customer().get();
        return Uni.combine().all()
                .unis(said, customers.person(here.organization(), person),
                        agenda.history(here.business(), person, REMEMBERED))
                .with((Remarks.Of words, Person known, List<Appointment> before) -> new SheetDrawing(here, visit, words,
                        Optional.of(known), before, clock.instant()));
    }

    private Uni<RestResponse<TemplateInstance>> found(Here here, String id,
            Function<Appointment, Uni<RestResponse<TemplateInstance>>> work) {
        return appointment(id).map(one -> agenda.appointment(here.business(), one)
                .chain(found -> found.map(work).orElseGet(AppointmentPage::missing))).orElseGet(AppointmentPage::missing);
    }

    private static Optional<AppointmentId> appointment(String id) {
        return Ids.parse(id).map(AppointmentId::new);
    }

    private static Uni<RestResponse<TemplateInstance>> missing() {
        return Uni.createFrom().item(Answers.missing());
    }
}
