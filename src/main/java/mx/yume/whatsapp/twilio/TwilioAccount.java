package mx.yume.whatsapp.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An account of Twilio's, and what opens it. */
record TwilioAccount(String sid, String token) {

    /** As the Authorization header carries it. */
    String credentials() {
        return "Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "TwilioAccount " + sid;
    }
}
