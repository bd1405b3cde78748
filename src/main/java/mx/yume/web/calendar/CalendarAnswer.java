package mx.yume.web.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.calendar.CalendarOutcome;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Done;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;

/**
 * What a page says about a change of hours.
 *
 * @param path of the form
 * @param back where whoever is done, or would rather not, goes
 */
public record CalendarAnswer(Here here, Section section, String path, String back, Done done) {

    /** @param refused the form again, with why it cannot be so */
    public Uni<RestResponse<TemplateInstance>> to(HoursForm form, CalendarOutcome outcome,
            Function<Explained, Uni<RestResponse<TemplateInstance>>> refused) {
        return switch (outcome) {
            case CalendarOutcome.Done _ -> now(Answers.back(back, done));
            case CalendarOutcome.Strands strands -> now(ask(form, strands.sentence(), strands.appointments()));
            case CalendarOutcome.Refused(HoursOutcome.CrossesMidnight why) -> now(ask(form, why.sentence(), List.of()));
            case CalendarOutcome.Refused(var why) -> refused.apply(why);
            case CalendarOutcome.NotFound _ -> now(Answers.missing());
        };
    }

    private RestResponse<TemplateInstance> ask(HoursForm form, String sentence, List<Appointment> appointments) {
        var kept = new ArrayList<>(form.kept());
        if (form.pastMidnight != null || appointments.isEmpty()) {
            kept.add(new Question.Kept("pasada", "si"));
        }
        appointments.forEach(one -> kept.add(new Question.Kept("cita", one.id().value().toString())));
        return new Question("Antes de cambiar el horario", sentence, path, back, "Sí, así está bien", kept,
                appointments.stream().map(Question.Line::of).toList()).asked(here, section);
    }

    private static Uni<RestResponse<TemplateInstance>> now(RestResponse<TemplateInstance> answer) {
        return Uni.createFrom().item(answer);
    }
}
