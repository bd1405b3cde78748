package mx.yume.measuring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import mx.yume.testing.SalonLupita;
import mx.yume.whatsapp.twilio.Payloads;

/** Delivers messages as Twilio does, signed, over connections that are kept. */
public final class TwilioCalls {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String PATH = "/api/v1/webhooks/whatsapp/twilio";

    /** One delivery, ready to be made: signing it is not what is measured. */
    public record Call(String body, String signature) {}

    private final HttpClient client;
    private final int port;

    public TwilioCalls(Installation yume, int connections) {
        this.client = yume.vertx().createHttpClient(new HttpClientOptions().setMaxPoolSize(connections).setKeepAlive(true)
                .setPipelining(false).setMaxWaitQueueSize(-1));
        this.port = yume.port();
    }

    /** @param person E.164 */
    public static Call message(String id, String person, String text) {
        var digits = "521" + person.substring(3);
        var form = new TreeMap<String, String>(Map.of("SmsMessageSid", id, "NumMedia", "0", "ProfileName", "María José",
                "MessageType", "text", "SmsSid", id, "WaId", digits, "SmsStatus", "received", "Body", text, "To",
                "whatsapp:" + SalonLupita.NUMBER, "NumSegments", "1"));
        form.putAll(Map.of("ReferralNumMedia", "0", "MessageSid", id, "AccountSid", ACCOUNT, "From", "whatsapp:+" + digits,
                "ApiVersion", "2010-04-01"));
        return new Call(
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")),
                Payloads.signature(Payloads.TOKEN, Installation.PUBLIC_URL + PATH, form));
    }

    /** Fails unless it is answered with 200. */
    public Future<Void> deliver(Call call) {
        return client.request(HttpMethod.POST, port, "127.0.0.1", PATH)
                .compose(request -> request.putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .putHeader("X-Twilio-Signature", call.signature()).send(call.body()))
                .compose(response -> response.statusCode() == 200 ? response.end()
                        : Future.failedFuture("Answered with " + response.statusCode()));
    }

    public void close() {
        client.close();
    }
}
