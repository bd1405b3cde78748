package mx.yume.journeys;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.FakeTwilio;

/** Over Twilio. */
@QuarkusTest
class GuidedBookingJourneyTest extends GuidedBookingJourney {

    @Inject
    FakeTwilio twilio;

    @BeforeEach
    void reset() {
        twilio.reset();
    }

    @Override
    Door door() {
        return new TwilioDoor();
    }

    @Override
    void breakNextSend() {
        twilio.answerNext(503, "");
    }
}
