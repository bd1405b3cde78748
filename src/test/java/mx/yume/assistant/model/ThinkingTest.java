package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.Thinking.Bounds;
import mx.yume.assistant.model.Thinking.Thought;
import mx.yume.assistant.model.endpoint.Circuit;
import mx.yume.assistant.model.endpoint.Deadline;
import mx.yume.assistant.model.endpoint.DefaultPrice;
import mx.yume.assistant.model.endpoint.Endpoint;
import mx.yume.assistant.model.endpoint.Meter;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.endpoint.ModelWatch;
import mx.yume.assistant.model.guard.Appointments;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.toolbox.ToolOutcome;
import mx.yume.assistant.model.toolbox.Toolbox;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Progress;
import mx.yume.conversation.TraceStep;
import mx.yume.conversation.spending.ModelUse;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SettableClock;

class ThinkingTest {

    private final Deque<Function<ChatRequest, ChatResponse>> script = new ArrayDeque<>();
    private final List<ChatRequest> asked = new ArrayList<>();
    private final List<ObjectNode> called = new ArrayList<>();
    private final Deque<Uni<ToolOutcome>> outcomes = new ArrayDeque<>();
    private final Progress progress = new Progress(Optional.empty());
    private final CountDownLatch never = new CountDownLatch(1);
    private final Endpoint endpoint = new Endpoint(Optional.of(new Script()), "fake", 1,
            new Circuit(new SettableClock(), 3, Duration.ofSeconds(30)), PlainYume.shared().the(ModelWatch.class));
    private final Meter meter = new Meter(new DefaultPrice());
    private Duration budget = Duration.ofSeconds(20);

    @AfterEach
    void close() {
        never.countDown();
        endpoint.close();
    }

    @Test
    void whatTheModelSaysIsTheAnswer() {
        says(" ¡Hola! ");
        assertThat(think()).isEqualTo(new Thought.Said("¡Hola!", List.of()));
        assertThat(asked.getFirst().toolSpecifications()).extracting(ToolSpecification::name).containsExactly("look", "do");
        assertThat(progress.trace()).extracting(TraceStep::kind).containsExactly("model");
    }

    @Test
    void anAnswerIsTextThatCanBeStored() {
        says("Ho\u0000la");
        assertThat(think()).isEqualTo(new Thought.Said("Ho\uFFFDla", List.of()));
    }

    @Test
    void aToolIsCalledAndItsResultGoesBack() {
        calls("look", "{\"day\":\"2027-01-15\"}");
        outcomes.add(told("Libre a las 3:00 p.m."));
        says("¿A las 3:00 p.m.?");
        assertThat(think()).isEqualTo(new Thought.Said("¿A las 3:00 p.m.?", List.of()));
        assertThat(called).hasSize(1).first().satisfies(call -> assertThat(call.path("day").asText()).isEqualTo("2027-01-15"));
        assertThat(asked.getLast().messages()).last().isInstanceOfSatisfying(ToolExecutionResultMessage.class,
                result -> assertThat(result.text()).isEqualTo("Libre a las 3:00 p.m."));
    }

    @Test
    void whatIsShownEndsTheTurnAndNothingElseIsCalled() {
        script.add(_ -> response(AiMessage.from(List.of(request("do", "{}"), request("look", "{}")))));
        outcomes.add(Uni.createFrom().item(new ToolOutcome.Shown(List.of(new Text("¿Confirmas?")))));
        assertThat(think()).isEqualTo(new Thought.Shown(List.of(new Text("¿Confirmas?")), List.of()));
        assertThat(called).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    @Test
    void eightStepsAreEnoughAndTheNinthIsNot() {
        for (int i = 0; i < 8; i++) {
            calls("look", "{}");
            outcomes.add(told("nada"));
        }
        says("Listo no.");
        assertThat(think()).isInstanceOf(Thought.Said.class);
        for (int i = 0; i < 9; i++) {
            calls("look", "{}");
            outcomes.add(told("nada"));
        }
        fails(Reason.TOO_MANY_STEPS);
        assertThat(called).hasSize(16);
    }

    @Test
    void manyCallsInOneAnswerCountOneByOne() {
        var nine = java.util.stream.IntStream.range(0, 9).mapToObj(_ -> request("look", "{}")).toList();
        script.add(_ -> response(AiMessage.from(nine)));
        nine.forEach(_ -> outcomes.add(told("nada")));
        fails(Reason.TOO_MANY_STEPS);
        assertThat(called).hasSize(8);
    }

    @Test
    void aToolThatWasNotOfferedIsNotCalled() {
        calls("delete_everything", "{}");
        fails(Reason.UNKNOWN_TOOL);
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"day\":", "not json", "[1]", "\"text\"", "7"})
    void argumentsThatAreNoObjectFail(String arguments) {
        calls("look", arguments);
        fails(Reason.MALFORMED_CALL);
        assertThat(called).isEmpty();
    }

    @Test
    void noArgumentsAreAnEmptyObject() {
        calls("look", "");
        outcomes.add(told("nada"));
        says("Nada.");
        think();
        assertThat(called).hasSize(1).first().satisfies(call -> assertThat(call.isEmpty()).isTrue());
    }

    @Test
    void badArgumentsAreToldOnceAndThenFail() {
        calls("do", "{}");
        outcomes.add(Uni.createFrom().item(new ToolOutcome.BadArguments("Falta service.")));
        says("¿Qué servicio?");
        assertThat(think()).isInstanceOf(Thought.Said.class);
        assertThat(asked.getLast().messages()).last().isInstanceOfSatisfying(ToolExecutionResultMessage.class,
                result -> assertThat(result.text()).isEqualTo("Falta service."));
        for (int i = 0; i < 2; i++) {
            calls("do", "{}");
            outcomes.add(Uni.createFrom().item(new ToolOutcome.BadArguments("Falta service.")));
        }
        fails(Reason.BAD_ARGUMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n"})
    void anEmptyAnswerFails(String nothing) {
        script.add(_ -> response(AiMessage.builder().text(nothing).build()));
        fails(Reason.EMPTY_ANSWER);
    }

    @Test
    void anAnswerCutShortFails() {
        script.add(_ -> ChatResponse.builder().aiMessage(AiMessage.from("Tu cita")).finishReason(FinishReason.LENGTH).build());
        fails(Reason.EMPTY_ANSWER);
    }

    @Test
    void whatTheEndpointSaysOfItsFailureIsNotTraced() {
        script.add(_ -> {
            throw new IllegalStateException("Bearer a-secret-key");
        });
        fails(Reason.ENDPOINT);
        assertThat(progress.trace().toString()).doesNotContain("secret").contains("ENDPOINT: IllegalStateException");
    }

    @Test
    void aTimeoutOfTheClientIsATimeout() {
        script.add(_ -> {
            throw new dev.langchain4j.exception.TimeoutException("slow");
        });
        fails(Reason.TIMEOUT);
    }

    @Test
    void aModelThatHangsIsLeftWhenTheTimeIsOver() {
        budget = Duration.ofMillis(100);
        script.add(_ -> {
            try {
                never.await();
            } catch (InterruptedException abandoned) {
                Thread.currentThread().interrupt();
            }
            return response(AiMessage.from("tarde"));
        });
        fails(Reason.TIMEOUT);
    }

    @Test
    void noToolIsCalledAfterTheTimeIsOver() {
        budget = Duration.ZERO;
        calls("do", "{}");
        fails(Reason.TIMEOUT);
        assertThat(called).isEmpty();
    }

    @Test
    void aFailureOfAToolIsNotTheModels() {
        calls("do", "{}");
        outcomes.add(Uni.createFrom().failure(new IllegalStateException("the database is away")));
        assertThatThrownBy(this::think).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void factsOfAllToolsAreKept() {
        calls("do", "{}");
        var fact = new Fact(Fact.Kind.READ, Appointments.friday());
        outcomes.add(Uni.createFrom().item(new ToolOutcome.Told("leída", List.of(fact))));
        says("Tienes cita.");
        assertThat(think()).isEqualTo(new Thought.Said("Tienes cita.", List.of(fact)));
    }

    @Test
    void oneMoreThanThePlacesIsTurnedAway() {
        var inside = new CountDownLatch(1);
        var first = endpoint.turn(() -> {
            inside.await();
            return "done";
        }).subscribeAsCompletionStage();
        assertThatThrownBy(() -> endpoint.turn(() -> "no").await().atMost(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(ModelFailed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.BUSY));
        inside.countDown();
        assertThat(first.join()).isEqualTo("done");
        assertThat(endpoint.turn(() -> Thread.currentThread().isVirtual()).await().atMost(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aLongAnswerIsAskedToBeShorterOnceAndThenNotSent() {
        says("Claro que sí. ".repeat(60));
        says("Claro que sí.");
        assertThat(think()).isEqualTo(new Thought.Said("Claro que sí.", List.of()));
        assertThat(asked.getLast().messages()).last().isInstanceOfSatisfying(SystemMessage.class,
                request -> assertThat(request.text()).contains("menos de 350 caracteres"));
        says("Claro que sí. ".repeat(60));
        says("Claro que sí. ".repeat(51));
        fails(Reason.TOO_LONG);
    }

    @Test
    void markdownBecomesWhatsAppsBeforeItIsMeasured() {
        says("**" + "a".repeat(698) + "**");
        assertThat(think()).isEqualTo(new Thought.Said("*" + "a".repeat(698) + "*", List.of()));
        says("```\n```");
        fails(Reason.EMPTY_ANSWER);
    }

    @Test
    void whatIsUsedIsCountedAndPriced() {
        script.add(_ -> ChatResponse.builder().aiMessage(AiMessage.from(List.of(request("look", "{}"))))
                .tokenUsage(new TokenUsage(1000, 50)).build());
        outcomes.add(told("nada"));
        script.add(_ -> ChatResponse.builder().aiMessage(AiMessage.from("Nada.")).tokenUsage(new TokenUsage(1101, 7)).build());
        think();
        assertThat(meter.use()).isEqualTo(new ModelUse(2, 2101, 57, 0, 1750 + 700 + 1927 + 98));
        assertThat(progress.trace().getFirst().detail()).isEqualTo("fake, 1000 + 50 tokens, $0.0025");
    }

    @Test
    void whatNobodyCountsIsEstimatedAndWhatIsAbandonedTooButNotWhatNeverGotThere() {
        says("Hola");
        think();
        var first = meter.use();
        assertThat(first.inputTokens()).isGreaterThan(6);
        assertThat(first.outputTokens()).isPositive();
        script.add(_ -> {
            throw new dev.langchain4j.exception.TimeoutException("slow");
        });
        fails(Reason.TIMEOUT);
        assertThat(meter.use().inputTokens()).isEqualTo(2 * first.inputTokens());
        script.add(_ -> {
            throw new IllegalStateException("down");
        });
        fails(Reason.ENDPOINT);
        assertThat(meter.use().calls()).isEqualTo(2);
    }

    @Test
    void afterThreeFailuresNobodyIsSentToTheEndpoint() {
        for (int i = 0; i < 3; i++) {
            script.add(_ -> {
                throw new IllegalStateException("down");
            });
            fails(Reason.ENDPOINT);
        }
        assertThatThrownBy(() -> endpoint.turn(() -> "no").await().atMost(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(ModelFailed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.RESTING));
        assertThat(asked).hasSize(3);
    }

    private Thought think() {
        return new Thinking(endpoint, new ObjectMapper(), new Box(), progress,
                new Bounds(Deadline.in(budget), meter, 700),
                List.of(UserMessage.from("hola"))).run();
    }

    private void fails(Reason reason) {
        assertThatThrownBy(this::think).isInstanceOfSatisfying(ModelFailed.class,
                failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    private void says(String text) {
        script.add(_ -> response(AiMessage.from(text)));
    }

    private void calls(String tool, String arguments) {
        script.add(_ -> response(AiMessage.from(List.of(request(tool, arguments)))));
    }

    private static ToolExecutionRequest request(String tool, String arguments) {
        return ToolExecutionRequest.builder().id("1").name(tool).arguments(arguments).build();
    }

    private static Uni<ToolOutcome> told(String text) {
        return Uni.createFrom().item(new ToolOutcome.Told(text));
    }

    private static ChatResponse response(AiMessage message) {
        return ChatResponse.builder().aiMessage(message).build();
    }

    private final class Script implements ChatModel {

        @Override
        public ChatResponse doChat(ChatRequest request) {
            asked.add(request);
            return script.remove().apply(request);
        }
    }

    private final class Box implements Toolbox {

        @Override
        public List<ToolSpecification> offered() {
            return Arrays.asList(ToolSpecification.builder().name("look").build(),
                    ToolSpecification.builder().name("do").build());
        }

        @Override
        public Uni<ToolOutcome> call(String name, ObjectNode arguments) {
            called.add(arguments);
            return outcomes.remove();
        }
    }
}
