package mx.yume.whatsapp.twilio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.netty.handler.codec.http.QueryStringDecoder;

/** The parameters of a request from Twilio, every one of them and untrimmed: all are signed, even those unknown to us. */
record TwilioForm(Map<String, String> parameters) {

    /** Far above what Twilio sends. Those beyond are not read, and then the signature does not fit. */
    private static final int MAX_PARAMETERS = 10_000;

    TwilioForm {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a form; empty when the bytes are not one. Of a name that comes twice, which Twilio never sends, the first counts. */
    static Optional<TwilioForm> read(byte[] body) {
        try {
            var decoder = new QueryStringDecoder(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false,
                    MAX_PARAMETERS, true);
            var parameters = new HashMap<String, String>();
            decoder.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
            return Optional.of(new TwilioForm(parameters));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /**
     * A message of Twilio's log, under the names that its webhook has. What was tapped is not in the log: its title is, as the body.
     */
    static TwilioForm of(JsonNode message) {
        var parameters = new HashMap<String, String>();
        parameters.put("MessageSid", message.path("sid").asText());
        parameters.put("From", message.path("from").asText());
        parameters.put("To", message.path("to").asText());
        parameters.put("Body", message.path("body").asText(""));
        parameters.put("NumMedia", message.path("num_media").asText("0"));
        return new TwilioForm(parameters);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The value as it came; empty when it is missing or has nothing in it. */
    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }
}
