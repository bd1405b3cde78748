package mx.yume.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversations.Story.Entry;
import mx.yume.conversations.Story.Happens;
import mx.yume.conversations.Story.Mode;
import mx.yume.conversations.Story.Says;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.ScriptedModel;

/** Plays one story in one mode, from the empty stage to the books at its end. */
final class Performance {

    /** Longer than a burst, slow enough for the rate limit. */
    private static final Duration TYPING = Duration.ofSeconds(10);

    private final PlainYume guided;
    private final PlainYume withModel;
    private final ScriptedModel model;
    private final Story story;
    private final Mode mode;
    private final Stage stage;
    private final Manners manners;
    /** What was said, for whoever has to understand a failure. */
    private final List<String> transcript = new ArrayList<>();
    /** What was last offered to tap under each title, by phone and number. */
    private final Map<String, Option> offered = new HashMap<>();
    private long heard;
    private int turns;

    Performance(PlainYume guided, PlainYume withModel, ScriptedModel model, Story story, Mode mode) {
        this.guided = guided;
        this.withModel = withModel;
        this.model = model;
        this.story = story;
        this.mode = mode;
        this.stage = Stage.set(guided);
        this.manners = new Manners(guided);
    }

    void play() {
        for (var scene : story.scenes()) {
            at(scene.line(), () -> {
                switch (scene) {
                    case Happens event -> happens(event);
                    case Says said -> says(said);
                }
            });
        }
        new Ending(guided, stage).check(story.ending(), this::at);
    }

    /** Runs it, and says on which line and after which words it failed. */
    private void at(int line, Runnable part) {
        try {
            part.run();
        } catch (Failed known) {
            throw known;
        } catch (AssertionError | RuntimeException failure) {
            throw new Failed("%s.txt:%d (%s): %s%n%s".formatted(story.name(), line, mode.spanish(), failure.getMessage(),
                    String.join("\n", transcript)), failure);
        }
    }

    /** What failed, with its place and the words before it. */
    private static final class Failed extends AssertionError {

        private static final long serialVersionUID = 1L;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private void happens(Happens event) {
        transcript.add("(" + event.what() + (event.details().isEmpty() ? "" : ": " + event.details()) + ")");
        stage.happens(event);
        listen();
    }

    private void says(Says said) {
        var number = stage.number(said.to());
        var byModel = mode.modelAnswers(turns);
        var yume = byModel ? withModel : guided;
        transcript.add("%s%s: %s".formatted(said.who(), said.goesOn() ? "…" : "", said.tap() ? "[toca: " + said.body() + "]"
                : said.body().isEmpty() ? said.kind() : said.body()));
        post(yume.phone(stage.phone(said.who())).to(number), said, number);
        if (said.goesOn()) {
            return;
        }
        script(byModel ? said.model() : List.of());
        yume.clock().tick(TYPING);
        yume.settle();
        check(said, number, byModel, listen());
        turns++;
    }

    private void post(Phone plain, Says said, String number) {
        var phone = stage.profile(said.who()).map(plain::called).orElse(plain);
        if (said.tap()) {
            phone.tapped(Optional.ofNullable(offered.get(stage.phone(said.who()) + number + said.body()))
                    .orElseThrow(() -> new AssertionError("Nothing called \"" + said.body() + "\" was ever offered")));
        } else {
            phone.posts(said.kind(), said.body());
        }
    }

    private void script(List<Entry> steps) {
        model.reset();
        for (var step : steps) {
            switch (step.key()) {
                case "modelo dice" -> model.says(step.value().replace("\\n", "\n"));
                case "modelo relata" -> model.saysWhatItWasTold();
                case "modelo calla" -> model.saysNothing();
                case "modelo falla" -> model.failsWith(500);
                case "modelo" -> {
                    var call = step.value().split(" ", 2);
                    model.calls(call[0], call.length > 1 ? call[1] : "{}");
                }
                default -> throw new IllegalArgumentException("Line " + step.line() + ": " + step.key());
            }
        }
    }

    /** Why the guided assistant had to answer the last turn, if it had. */
    private Optional<String> takeover() {
        return guided.superuser()
                .rows("""
                        select step ->> 'detail' from (select steps from turn_trace order by started_at desc, turn_id desc limit 1) last,
                        jsonb_array_elements(steps) step where step ->> 'kind' = 'takeover'""")
                .stream().map(List::getFirst)
                .findFirst();
    }

    private List<String> told() {
        var requests = model.requests();
        return requests.isEmpty() ? List.of() : requests.getLast().said("tool");
    }

    /** Everything that was written since, held to its manners. */
    private List<Outgoing> listen() {
        var news = Outgoing.after(guided, heard);
        for (var message : news) {
            heard = message.sequence();
            var titles = message.content().options().stream().map(Option::title).toList();
            transcript.add("    → %s: %s%s".formatted(message.phone(), message.content().body().replace("\n", "\n      "),
                    titles.isEmpty() ? "" : " " + titles));
            message.content().options()
                    .forEach(option -> offered.put(message.phone() + message.number() + option.title(), option));
            manners.check(message);
        }
        return news;
    }

    private void check(Says said, String number, boolean byModel, List<Outgoing> news) {
        var phone = stage.phone(said.who());
        var answers = news.stream().filter(message -> message.answers(phone, number)).toList();
        assertThat(answers).as("Answers to one turn").hasSize(said.has("silencio") ? 0 : 1);
        assertThat(model.requests().size()).as("Steps of the model; what its tools told it: %s", told())
                .isEqualTo(byModel ? said.model().size() : 0);
        var taken = takeover();
        assertThat(taken.isPresent()).as("The guided assistant took over: %s; tools told %s", taken, told())
                .isEqualTo(byModel && said.has("relevo"));
        var expectations = new Expectations(stage, answers.stream().findFirst(), news, byModel && taken.isEmpty());
        said.expected().forEach(entry -> at(entry.line(), () -> expectations.check(entry)));
    }

    /** What a turn's entries ask for. */
    private record Expectations(Stage stage, Optional<Outgoing> answer, List<Outgoing> news, boolean byModel) {

        void check(Entry entry) {
            switch (entry.key()) {
                case "dice" -> says(entry);
                case "guiada dice" -> {
                    if (!byModel) {
                        says(entry);
                    }
                }
                case "no dice" -> entries(entry).forEach(words -> assertThat(body()).doesNotContainIgnoringCase(words));
                case "botones" -> assertThat(titles()).containsExactlyElementsOf(entries(entry));
                case "guiada ofrece" -> {
                    if (!byModel) {
                        offers(entry);
                    }
                }
                case "ofrece" -> offers(entry);
                case "no ofrece" -> assertThat(titles()).doesNotContainAnyElementsOf(entries(entry));
                case "silencio", "relevo", "modelo", "modelo dice", "modelo relata", "modelo calla", "modelo falla" -> {
                }
                default -> received(entry);
            }
        }

        private void says(Entry entry) {
            entries(entry).forEach(words -> assertThat(body()).containsIgnoringCase(words));
        }

        private void offers(Entry entry) {
            assertThat(titles()).containsAll(entries(entry));
        }

        private void received(Entry entry) {
            var words = entry.key().split(" ", 2);
            if (words.length < 2 || !stage.knows(words[0])) {
                throw new IllegalArgumentException("Nobody knows what \"" + entry.key() + "\" asks for");
            }
            var texts = news.stream().filter(message -> !answer.filter(message::equals).isPresent())
                    .filter(message -> message.phone().equals(stage.phone(words[0])))
                    .map(message -> message.content().body().replace('\n', ' ')).toList();
            switch (words[1]) {
                case "recibe" -> assertThat(String.join("\n", texts)).as("What %s was told", words[0])
                        .contains(entries(entry));
                case "no recibe nada" -> assertThat(texts).as("What %s was told", words[0]).isEmpty();
                default -> throw new IllegalArgumentException("Nobody knows what \"" + entry.key() + "\" asks for");
            }
        }

        private String body() {
            return answer.map(message -> message.content().body().replace('\n', ' ')).orElse("");
        }

        private List<String> titles() {
            return answer.stream().flatMap(message -> message.content().options().stream()).map(Option::title).toList();
        }

        private static List<String> entries(Entry entry) {
            return List.of(entry.value().split(" \\| "));
        }
    }
}
