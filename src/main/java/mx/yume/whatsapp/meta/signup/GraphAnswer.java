package mx.yume.whatsapp.meta.signup;

import java.util.Set;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whatever the Graph API answers: of each answer those parts that are there. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record GraphAnswer(@JsonProperty("access_token") @Nullable String accessToken,
        @JsonProperty("expires_in") @Nullable Long expiresIn, @Nullable Data data,
        @JsonProperty("display_phone_number") @Nullable String displayPhoneNumber, @Nullable Error error) {

    private static final GraphAnswer NOTHING = new GraphAnswer(null, null, null, null, null);
    /**
     * Meta's own trouble, too many calls, and numbers that are just being registered: come again (Graph API and Cloud API error
     * codes).
     */
    private static final Set<Integer> COME_AGAIN = Set.of(1, 2, 4, 17, 80007, 130429, 131000, 133000, 133004, 133015);

    /** @param expiresAt in seconds since 1970; 0 for a token that does not expire */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(@JsonProperty("expires_at") @Nullable Long expiresAt) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Error(@Nullable Integer code, @JsonProperty("error_subcode") @Nullable Integer subcode, @Nullable String message) {}

    /**
     * What the response says.
     *
     * @throws IllegalStateException when it says to come again
     */
    static GraphAnswer read(ObjectMapper json, Response response) {
        int status = response.getStatus();
        var answer = parsed(json, response.readEntity(String.class));
        var trouble = status == 429 || status == 408 || status >= 500;
        if (trouble || COME_AGAIN.contains(answer.code())) {
            throw new IllegalStateException(answer.reason(status));
        }
        return status < 300 ? answer : answer.refused(status);
    }

    private static GraphAnswer parsed(ObjectMapper json, @Nullable String body) {
        try {
            var read = body == null || body.isBlank() ? null : json.readValue(body, GraphAnswer.class);
            return read == null ? NOTHING : read;
        } catch (JsonProcessingException notJson) {
            // A gateway in between answers in HTML: then the status has to do.
            return NOTHING;
        }
    }

    private GraphAnswer refused(int status) {
        return error != null ? this : new GraphAnswer(null, null, null, null, new Error(null, null, "HTTP " + status));
    }

    boolean yes() {
        return error == null;
    }

    /** 0 for none. */
    int code() {
        return error == null || error.code() == null ? 0 : error.code();
    }

    String reason() {
        return reason(0);
    }

    private String reason(int status) {
        return error == null ? "Meta: HTTP " + status
                : "Meta: %d %s".formatted(code(), error.message() == null ? "" : error.message());
    }

    /** So that a token gets into no log by accident. */
    @Override
    public String toString() {
        return "GraphAnswer " + code();
    }
}
