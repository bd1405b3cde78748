package mx.yume.assistant.joining;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.language.business.WeekReading;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursCheck;
import mx.yume.business.team.Joining;
import mx.yume.conversation.FlowState;

/** The tools of SPEC 5 for joining a team, as a model calls them. */
@ApplicationScoped
public class JoiningTools {

    private final JoiningDrafts drafts;
    private final JoiningWords words;
    private final CompleteTutorial complete;
    private final JoiningTexts texts;

    JoiningTools(JoiningDrafts drafts, JoiningWords words, CompleteTutorial complete, JoiningTexts texts) {
        this.drafts = drafts;
        this.words = words;
        this.complete = complete;
        this.texts = texts;
    }

    public List<JoiningTool> all() {
        return List.of(
                tool(Sheet.of("confirm_name", "Guarda cómo se llama quien escribe, como lo dijo o lo confirmó.",
                        Sheet.required("name", "Su nombre")), this::confirmName),
                tool(Sheet.of("save_availability",
                        "Guarda cuándo trabaja quien escribe: igual que el negocio, o sus propios días y horas.",
                        Sheet.optional("same_as_business", Sheet.Type.FLAG, "Si trabaja en el horario del negocio"),
                        Sheet.optional("hours", "Si no: como lo dijo, “martes a sábado de 11 a 20”")), this::saveAvailability),
                tool(Sheet.of("complete_tutorial", "Termina el registro cuando ya se explicó cómo se usa."),
                        (asking, _) -> complete.call(asking)));
    }

    private Uni<Result> confirmName(StaffAsking asking, Written written) {
        var name = written.text("name").orElseThrow(() -> new Unclear("Falta name."));
        if (!Joining.isName(name)) {
            return Uni.createFrom().item(new Result.Refused(texts.badName()));
        }
        var draft = drafts.read(asking);
        return kept(asking, told(asking, name) ? draft.name(name) : draft);
    }

    /** In words of this turn, or in those that the business has for them and they said yes to. */
    private boolean told(StaffAsking asking, String name) {
        var words = List.of(Plain.of(asking.words()).split("\\P{L}+"));
        var registered = List.of(Plain.of(asking.member().name()).split("\\P{L}+"));
        var parts = List.of(Plain.of(name).split("\\P{L}+"));
        var agrees = drafts.asked(asking) == FlowState.COLLECTING_NAME
                && (asking.answer().filter(Answer.YES::equals).isPresent()
                        || asking.said().stream().anyMatch(said -> said.reading().yesAndMore()));
        return parts.stream().allMatch(part -> words.contains(part) || registered.contains(part))
                && (agrees || parts.stream().anyMatch(words::contains));
    }

    private Uni<Result> saveAvailability(StaffAsking asking, Written written) {
        var draft = drafts.read(asking);
        if (written.flag("same_as_business").orElse(false)) {
            return kept(asking, draft.week(asking.business().location().hours().byDay(), Set.of()));
        }
        var reading = written.text("hours").flatMap(WeekReader::read)
                .orElseThrow(() -> new Unclear("No entendí el horario: escríbelo como “martes a sábado de 11 a 20”."));
        return kept(asking, heard(draft, reading));
    }

    /** Hours that cannot be are not kept. */
    static JoiningDraft heard(JoiningDraft draft, WeekReading reading) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        week.putAll(draft.week());
        week.putAll(reading.days());
        week.values().removeIf(List::isEmpty);
        return week.isEmpty() || HoursCheck.week(new WeeklyHours(week), true).isPresent() ? draft.otherHours()
                : draft.week(week, reading.doubts());
    }

    private Uni<Result> kept(StaffAsking asking, JoiningDraft draft) {
        drafts.keep(asking, draft);
        var question = words.question(asking, draft);
        return Uni.createFrom().item(new Result.Asked(question.body(), question.options()));
    }

    private interface Call {

        Uni<Result> with(StaffAsking asking, Written written);
    }

    private static JoiningTool tool(Sheet sheet, Call call) {
        return new JoiningTool() {
            @Override
            public Sheet sheet() {
                return sheet;
            }

            @Override
            public Uni<Result> call(StaffAsking asking, Written written) {
                return call.with(asking, written);
            }
        };
    }
}
