package mx.yume.web.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.customers.Newcomer;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.UuidV7;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.WalkIn;
import mx.yume.scheduling.board.BookingForms;
import mx.yume.scheduling.board.FormOutcome;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Section;
import mx.yume.web.schedule.SheetViews.Choice;

/** An appointment for somebody who called, or stands at the counter. */
@Path(NewAppointment.PATH)
@Produces(MediaType.TEXT_HTML)
public class NewAppointment {

    static final String PATH = "/tablero/citas/nueva";

    private static final int LONGEST_NAME = 80;
    private static final String ORIGIN = "real";

    @CheckedTemplate(basePath = "agenda")
    static class Templates {

        private Templates() {}

        static native TemplateInstance fresh(Frame frame, Choice choice, String key, String place, String back);
    }

    private final Gate gate;
    private final BookingForms forms;
    private final Clock clock;

    NewAppointment(Gate gate, BookingForms forms, Clock clock) {
        this.gate = gate;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam LookingAt asked, @RestQuery("hora") Optional<String> time) {
        return gate.see(asked, Capability.RUN_THE_DAY, here -> {
            var values = new LinkedHashMap<String, String>();
            values.put("fecha", asked.day.flatMap(Moments::day).orElseGet(() -> today(here.location())).toString());
            values.put("hora", time.flatMap(Moments::time).map(String::valueOf).orElse(""));
            values.put("persona", asked.person.orElse(""));
            return Uni.createFrom().item(Answers.shown(page(here, here.location(), Filled.of(values), List.of(), List.of())));
        });
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> book(@BeanParam BookingForm form) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> {
            var location = Ids.parse(form.place).map(LocationId::new).flatMap(here.business()::location)
                    .orElseGet(here::location);
            var filled = read(form);
            return filled.good() ? book(here, location, form, filled)
                    : Uni.createFrom().item(Answers.refused(page(here, location, filled, form.services, List.of())));
        });
    }

    private Uni<RestResponse<TemplateInstance>> book(Here here, Location location, BookingForm form, Filled filled) {
        // A key that is none cannot be remembered: such a form is a new one.
        var key = Ids.parse(form.key).orElseGet(UuidV7::next);
        var newcomer = PhoneNumber.parse(filled.value("telefono"))
                .map(phone -> new Newcomer(phone, filled.value("nombre")));
        return forms.book(here.business(), here.actor(), walkIn(here, location, form, filled), newcomer, ORIGIN, key)
                .map(outcome -> answered(here, location, form, filled, outcome));
    }

    private static WalkIn walkIn(Here here, Location location, BookingForm form, Filled filled) {
        return new WalkIn(Wishes.services(here.business(), form.services), Optional.empty(),
                Optional.of(filled.value("nombre")),
                Ids.parse(filled.value("persona")).map(StaffId::new), Optional.of(location.id()),
                Optional.of(Wishes.start(filled, location.zone())));
    }

    private RestResponse<TemplateInstance> answered(Here here, Location location, BookingForm form, Filled filled,
            FormOutcome outcome) {
        return switch (outcome) {
            case FormOutcome.Again _ -> Answers.back(back(here, location, filled), Done.ALREADY);
            case FormOutcome.First(BookingOutcome.Booked _) -> Answers.back(back(here, location, filled), Done.BOOKED);
            case FormOutcome.First(BookingOutcome.Refused(var why)) ->
                Answers.refused(page(here, location, Refusals.in(filled, why), form.services,
                        Refusals.others(here.business(), why)));
        };
    }

    private static Filled read(BookingForm form) {
        var values = new LinkedHashMap<String, String>();
        values.put("nombre", ChangeForm.text(form.name).replaceAll("\\p{Cc}+", " "));
        values.put("telefono", ChangeForm.text(form.phone));
        values.put("persona", ChangeForm.text(form.person));
        values.putAll(Wishes.moment(form.day, form.time, form.other));
        var filled = Wishes.checkedMoment(Filled.of(values));
        var name = filled.value("nombre");
        if (name.isBlank()) {
            filled = filled.with("nombre", "Escribe a nombre de quién es.");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            filled = filled.with("nombre", "El nombre puede tener hasta " + LONGEST_NAME + " letras.");
        }
        if (!filled.value("telefono").isEmpty() && PhoneNumber.parse(filled.value("telefono")).isEmpty()) {
            filled = filled.with("telefono", "Ese teléfono no está completo: son 10 dígitos.");
        }
        return form.services.isEmpty() ? filled.with("servicios", "Elige qué se va a hacer.") : filled;
    }

    private TemplateInstance page(Here here, Location location, Filled filled, List<String> services,
            List<SheetViews.Other> others) {
        UUID key = UuidV7.next();
        return Templates.fresh(here.frame(Section.SCHEDULE),
                new Choice(filled, SheetDrawing.services(here.business(), services),
                        SheetDrawing.people(here.business(), filled.value("persona")), others, false, true),
                key.toString(), location.id().value().toString(), back(here, location, filled));
    }

    private String back(Here here, Location location, Filled filled) {
        var day = Moments.day(filled.value("fecha")).orElseGet(() -> today(location));
        return Section.SCHEDULE.path() + "?fecha=" + day + "&vista=dia"
                + (location.id().equals(here.business().location().id()) ? "" : "&sucursal=" + location.id().value());
    }

    private LocalDate today(Location location) {
        return LocalDate.ofInstant(clock.instant(), location.zone());
    }
}
