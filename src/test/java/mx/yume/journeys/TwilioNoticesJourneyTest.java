package mx.yume.journeys;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.template.Template;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;

/** By Twilio, templates as contents. */
@QuarkusTest
class TwilioNoticesJourneyTest extends NoticesJourney {

    @Inject
    FakeTwilio twilio;
    @Inject
    FakeTwilioContent contents;

    @BeforeEach
    @Override
    void everybodyWroteLongAgo() {
        twilio.reset();
        super.everybodyWroteLongAgo();
    }

    @Override
    ProviderDoor door() {
        return new TwilioDoor();
    }

    @Override
    List<Outgoing> sent(String phone) {
        return twilio.sent().stream().filter(sent -> sent.to().equals(door().phone(phone)) && !sent.sid().isEmpty())
                .map(sent -> new Outgoing(sent.contentSid().flatMap(contents::template), sent.body(),
                        sent.options().stream().map(Option::id).toList()))
                .toList();
    }

    @Override
    void approve(Template template) {
        contents.decide(template.id(), "approved", "");
    }

    @Override
    void closeWindow(String phone) {
        twilio.closeWindow(door().phone(phone));
    }

    @Override
    void openWindow(String phone) {
        twilio.openWindow(door().phone(phone));
    }

    @Override
    void refuseNextOutsideTheWindow() {
        twilio.answerNext(400, "{\"code\":63016,\"message\":\"outside the window\",\"status\":400}");
    }

    @Override
    List<String> refused() {
        return java.util.stream.Stream.concat(twilio.refused().stream(), contents.refused().stream()).toList();
    }
}
