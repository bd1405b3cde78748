package mx.yume.web.leaving;

import java.util.List;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.calendar.DeactivationOutcome;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Done;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;

/** It is gone, or the question what to do with its appointments. */
public final class LeavingPage {

    @CheckedTemplate(basePath = "salida")
    static class Templates {

        private Templates() {}

        static native TemplateInstance question(Frame frame, Question question);
    }

    @TemplateData
    public record Line(String id, String when, String customer, String service, String staff) {

        static Line of(Appointment appointment) {
            return new Line(appointment.id().value().toString(), SpanishDates.dateTime(appointment.start()),
                    appointment.customerName(), appointment.serviceName(), appointment.staffName());
        }
    }

    /**
     * @param path where the answer goes
     * @param back where whoever does not want to any more goes
     * @param substitutes whether somebody or something else may take them: services and locations have none
     */
    @TemplateData
    public record Question(String sentence, String path, String back, String version, List<Line> lines, boolean substitutes) {

        public Question {
            lines = List.copyOf(lines);
        }
    }

    private LeavingPage() {}

    /** @param back the list that it is taken off */
    public static RestResponse<TemplateInstance> answer(Here here, Section section, String path, String back, LeavingForm form,
            DeactivationOutcome outcome) {
        return switch (outcome) {
            case DeactivationOutcome.Done _ -> Answers.back(back, Done.REMOVED);
            case DeactivationOutcome.HasFuture(var ahead) -> ask(here, section, path, back, form,
                    ((DeactivationOutcome.HasFuture) outcome).sentence(), ahead);
            case DeactivationOutcome.CannotReassign(var ahead) -> ask(here, section, path, back, form,
                    ((DeactivationOutcome.CannotReassign) outcome).sentence(), ahead);
            case DeactivationOutcome.NotFound _ -> Answers.missing();
            case DeactivationOutcome.Refused why -> ask(here, section, path, back, form, why.sentence(), List.of());
        };
    }

    private static RestResponse<TemplateInstance> ask(Here here, Section section, String path, String back, LeavingForm form,
            String sentence, List<Appointment> ahead) {
        var substitutes = section == Section.TEAM || section == Section.SPOTS;
        return Answers.refused(Templates.question(here.frame(section), new Question(sentence, path, back,
                form.version == null ? "" : form.version, ahead.stream().map(Line::of).toList(), substitutes)));
    }
}
