package mx.yume.packaged;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One message as Twilio delivers it, signed. The same one can be delivered again. */
record Webhook(String sid, String from, String text) {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String TOKEN = "12345";
    private static final String PATH = "/api/v1/webhooks/whatsapp/twilio";
    private static final String SALON = "whatsapp:+525500000002";

    /** What Yume needs to speak to the stub. */
    static Map<String, String> environment(TwilioStub twilio) {
        return Map.of("TWILIO_ACCOUNT_SID", ACCOUNT, "TWILIO_AUTH_TOKEN", TOKEN, "TWILIO_API_URL", twilio.url(), "YUME_DEMO",
                "true", "YUME_DEBOUNCE", "200ms");
    }

    /** The status; 0 when nobody answered. */
    int deliver(PackagedYume yume) {
        var parameters = new TreeMap<>(Map.of("MessageSid", sid, "AccountSid", ACCOUNT, "From", from, "To", SALON, "Body", text,
                "NumMedia", "0", "ProfileName", "Reina", "WaId", from.replaceAll("\\D", "")));
        var form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return yume.send(HttpRequest.newBuilder(yume.uri(PATH)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(parameters))
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private static String signature(Map<String, String> sorted) {
        var signed = new StringBuilder("https://yume.test" + PATH);
        sorted.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
