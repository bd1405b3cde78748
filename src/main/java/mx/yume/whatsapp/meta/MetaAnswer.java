package mx.yume.whatsapp.meta;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import mx.yume.conversation.Delivery;

/**
 * What the Graph API says.
 *
 * @param body a gateway in between may answer in HTML: then there is none, and the HTTP status has to do
 */
record MetaAnswer(int status, JsonNode body) {

    static MetaAnswer read(ObjectMapper json, Response response) {
        return read(json, response.getStatus(), response.readEntity(String.class));
    }

    static MetaAnswer read(ObjectMapper json, int status, @Nullable String body) {
        try {
            return new MetaAnswer(status, body == null || body.isBlank() ? MissingNode.getInstance() : json.readTree(body));
        } catch (JsonProcessingException notJson) {
            return new MetaAnswer(status, MissingNode.getInstance());
        }
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** @param ours stands in for an id that is missing, since an accepted message must not be sent again */
    Delivery delivery(String ours) {
        return accepted() ? new Delivery.Accepted(MetaText.id(body.path("messages").path(0), "id").orElse(ours))
                : MetaError.read(body.path("error")).map(this::refused).orElseGet(this::unexplained);
    }

    private Delivery refused(MetaError error) {
        return switch (error.meaning()) {
            case WINDOW_CLOSED -> new Delivery.WindowClosed(error.text());
            case LATER -> new Delivery.TryAgain(error.text());
            case DISCONNECTED -> new Delivery.Disconnected(error.text());
            case FINAL -> passes() ? new Delivery.TryAgain(error.text()) : new Delivery.Rejected(error.text());
        };
    }

    private Delivery unexplained() {
        var error = "HTTP " + status;
        if (status == 401) {
            return new Delivery.Disconnected(error);
        }
        return passes() ? new Delivery.TryAgain(error) : new Delivery.Rejected(error);
    }

    private boolean passes() {
        return status == 429 || status == 408 || status >= 500;
    }
}
