package mx.yume.journeys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.template.Template;
import mx.yume.testing.FakeMeta;
import mx.yume.testing.FakeMetaTemplates;

/** By Meta, templates with their words by name. */
@QuarkusTest
class MetaNoticesJourneyTest extends NoticesJourney {

    @Inject
    FakeMeta meta;
    @Inject
    FakeMetaTemplates accountTemplates;

    @BeforeEach
    @Override
    void everybodyWroteLongAgo() {
        meta.reset();
        super.everybodyWroteLongAgo();
    }

    @Override
    ProviderDoor door() {
        return new MetaDoor();
    }

    @Override
    List<Outgoing> sent(String phone) {
        return meta.sent().stream().map(FakeMeta.Sent::message).filter(it -> door().phone(phone).equals(it.getString("to")))
                .map(MetaNoticesJourneyTest::outgoing).toList();
    }

    private static Outgoing outgoing(JsonObject message) {
        return switch (message.getString("type")) {
            case "template" -> template(message.getJsonObject("template"));
            case "interactive" -> interactive(message.getJsonObject("interactive"));
            default -> new Outgoing(Optional.empty(), message.getJsonObject("text").getString("body"), List.of());
        };
    }

    private static Outgoing template(JsonObject template) {
        var components = objects(template, "components");
        var words = components.stream().filter(it -> it.getString("type").equals("body"))
                .flatMap(it -> objects(it, "parameters").stream()).map(it -> it.getString("text")).toList();
        var buttons = components.stream().filter(it -> it.getString("type").equals("button"))
                .flatMap(it -> objects(it, "parameters").stream()).map(it -> it.getString("payload")).toList();
        return new Outgoing(Optional.of(template.getString("name")), String.join("\n", words), buttons);
    }

    private static Outgoing interactive(JsonObject interactive) {
        var action = interactive.getJsonObject("action");
        var buttons = objects(action, "buttons").stream().map(it -> it.getJsonObject("reply").getString("id"));
        var rows = objects(action, "sections").stream().flatMap(it -> objects(it, "rows").stream())
                .map(it -> it.getString("id"));
        return new Outgoing(Optional.empty(), interactive.getJsonObject("body").getString("text"),
                Stream.concat(buttons, rows).toList());
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name) == null ? List.of()
                : json.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    @Override
    void approve(Template template) {
        accountTemplates.decide(template.id(), "APPROVED", "NONE");
    }

    @Override
    void closeWindow(String phone) {
        meta.closeWindow(door().phone(phone));
    }

    @Override
    void openWindow(String phone) {
        meta.openWindow(door().phone(phone));
    }

    @Override
    void refuseNextOutsideTheWindow() {
        meta.refuseNext(400, 131_047);
    }

    @Override
    List<String> refused() {
        return Stream.concat(meta.refused().stream(), accountTemplates.refused().stream()).toList();
    }
}
