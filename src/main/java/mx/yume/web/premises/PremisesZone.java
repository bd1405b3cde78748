package mx.yume.web.premises;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.calendar.ZoneChange;
import mx.yume.scheduling.calendar.ZoneOutcome;
import mx.yume.web.calendar.Question;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Done;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** Other clocks for a location: what is booked happens at the same moment, which is asked about first. */
@Path(Premises.PATH + "/{id}/zona")
@Produces(MediaType.TEXT_HTML)
public class PremisesZone {

    private final Gate gate;
    private final ZoneChange zones;

    PremisesZone(Gate gate, ZoneChange zones) {
        this.gate = gate;
        this.zones = zones;
    }

    @POST
    public Uni<RestResponse<TemplateInstance>> change(@BeanParam ZoneForm form, @RestPath String id) {
        return gate.act(form, Capability.CHANGE_SETUP, here -> PremisesViews.location(id)
                .filter(location -> here.business().location(location).isPresent())
                .map(location -> zones.change(here.organization(), location, Numbers.version(form.version),
                        form.zone == null ? "" : form.zone, form.accepted()).map(outcome -> answer(here, id, form, outcome)))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    private static RestResponse<TemplateInstance> answer(Here here, String id, ZoneForm form, ZoneOutcome outcome) {
        return switch (outcome) {
            case ZoneOutcome.Done _ -> Answers.back(Premises.PATH + "/" + id, Done.SAVED);
            case ZoneOutcome.Refused(PremisesOutcome.UnknownLocation _) -> Answers.missing();
            case ZoneOutcome.Refused why -> ask(here, id, form, why.sentence(), List.of(), List.of(), "");
            case ZoneOutcome.Reads reads -> ask(here, id, form, reads.sentence(), lines(reads),
                    reads.appointments().stream().map(one -> new Question.Kept("cita", one.id().value().toString())).toList(),
                    "Sí, cambiar la zona");
        };
    }

    private static List<Question.Line> lines(ZoneOutcome.Reads reads) {
        return reads.appointments().stream().map(one -> new Question.Line(
                SpanishDates.dateTime(one.start()) + " pasa a " + SpanishDates.time(one.in(reads.zone()).start().toLocalTime()),
                Question.Line.about(one))).toList();
    }

    private static RestResponse<TemplateInstance> ask(Here here, String id, ZoneForm form, String sentence,
            List<Question.Line> lines, List<Question.Kept> shown, String yes) {
        var kept = new ArrayList<>(shown);
        kept.add(new Question.Kept("version", form.version == null ? "" : form.version));
        kept.add(new Question.Kept("zona", form.zone == null ? "" : form.zone));
        return new Question("Antes de cambiar la zona", sentence, Premises.PATH + "/" + id + "/zona", Premises.PATH + "/" + id,
                yes, kept, lines).asked(here, Section.PREMISES);
    }
}
