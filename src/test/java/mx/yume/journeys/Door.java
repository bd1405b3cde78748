package mx.yume.journeys;

import java.util.Optional;

import mx.yume.testing.SalonLupita;

/** A way in that a test can knock on over real HTTP. */
interface Door {

    /**
     * Delivers one message.
     *
     * @param number of the person, E.164
     * @param to the number written to, as the channel writes it
     * @param id the provider's, so that the same message can be delivered again
     * @param choice id and title of what was tapped, if something was
     * @return the HTTP status
     */
    int deliver(String number, String to, String id, String text, Optional<String> choice);

    /** The salon's number, as the channel writes it. */
    default String salon() {
        return SalonLupita.NUMBER;
    }

    /** The origin of what comes in here, as the database writes it. */
    String origin();
}
