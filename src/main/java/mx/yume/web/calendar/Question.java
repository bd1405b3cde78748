package mx.yume.web.calendar;

import java.util.List;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;

/**
 * Something that is asked back before it is done, with the appointments that it concerns: nothing is done until it is answered.
 *
 * @param path where the answer goes
 * @param yes what whoever wants it all the same presses; empty where it cannot be had
 * @param back where whoever would rather not goes
 * @param kept what the form said the first time, and says again with the answer
 */
@TemplateData
public record Question(String title, String sentence, String path, String back, String yes, List<Kept> kept,
        List<Line> lines) {

    @TemplateData
    public record Kept(String name, String value) {}

    @TemplateData
    public record Line(String when, String about) {

        public static Line of(Appointment appointment) {
            return new Line(SpanishDates.dateTime(appointment.start()), about(appointment));
        }

        public static String about(Appointment appointment) {
            return appointment.customerName() + " · " + appointment.serviceName() + " con " + appointment.staffName();
        }
    }

    @CheckedTemplate(basePath = "pregunta")
    static class Templates {

        private Templates() {}

        static native TemplateInstance question(Frame frame, Question question);
    }

    public Question {
        kept = List.copyOf(kept);
        lines = List.copyOf(lines);
    }

    public RestResponse<TemplateInstance> asked(Here here, Section section) {
        return Answers.changed(Templates.question(here.frame(section), this));
    }
}
