package mx.yume.journeys;

import io.quarkus.test.junit.QuarkusTest;

/** Over Twilio. */
@QuarkusTest
class DeliveryJourneyTest extends DeliveryJourney {

    @Override
    ProviderDoor door() {
        return new TwilioDoor();
    }
}
