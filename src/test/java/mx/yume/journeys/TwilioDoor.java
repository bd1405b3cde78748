package mx.yume.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's webhook, signed as Twilio signs: base64(HMAC-SHA1(token, URL + parameters sorted by name)). */
final class TwilioDoor implements ProviderDoor {

    static final String PATH = "/api/v1/webhooks/whatsapp/twilio";
    private static final String PUBLIC_URL = "https://yume.test";
    private static final String TOKEN = "12345";

    @Override
    public int deliver(String number, String to, String id, String text, Optional<String> choice) {
        var parameters = message(number, to, id, text);
        choice.ifPresent(payload -> {
            parameters.put("ButtonPayload", payload);
            parameters.put("ButtonText", text);
        });
        return post(parameters);
    }

    @Override
    public int deliverFrom(String address, String id, String text) {
        var parameters = message("+525500000000", salon(), id, text);
        parameters.put("From", address);
        parameters.remove("WaId");
        return post(parameters);
    }

    @Override
    public String phone(String number) {
        return "whatsapp:" + whatsAppId(number);
    }

    @Override
    public String plainPhone(String number) {
        return "whatsapp:" + number;
    }

    @Override
    public String userId(String id) {
        return "whatsapp:" + id;
    }

    @Override
    public String channel() {
        return "twilio";
    }

    @Override
    public String origin() {
        return "real";
    }

    private static String whatsAppId(String number) {
        return number.startsWith("+52") ? "+521" + number.substring(3) : number;
    }

    static Map<String, String> message(String number, String to, String id, String text) {
        var whatsAppId = whatsAppId(number);
        var parameters = new TreeMap<String, String>();
        parameters.put("MessageSid", id);
        parameters.put("AccountSid", "AC00000000000000000000000000000001");
        parameters.put("From", "whatsapp:" + whatsAppId);
        parameters.put("WaId", whatsAppId.substring(1));
        parameters.put("To", "whatsapp:" + to);
        parameters.put("Body", text);
        parameters.put("NumMedia", "0");
        parameters.put("ProfileName", "💅 <b>Reina</b> {profile}");
        return parameters;
    }

    static int post(Map<String, String> parameters) {
        return post(parameters, signature(parameters));
    }

    /** From a business's own account, signed with that one's secret. */
    static int postSigned(Map<String, String> parameters, String account, String token) {
        var own = new TreeMap<>(parameters);
        own.put("AccountSid", account);
        return post(PATH, own, signature(token, PATH, own));
    }

    static int post(Map<String, String> parameters, String signature) {
        return post(PATH, parameters, signature);
    }

    private static int post(String path, Map<String, String> parameters, String signature) {
        var form = parameters.entrySet().stream().map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return Http.post(path, Map.of("X-Twilio-Signature", signature, "Content-Type", "application/x-www-form-urlencoded"),
                form);
    }

    /** Twilio tells how far a message has come, at the address that the message named. */
    static int report(String statusCallback, String sid, String status, Optional<String> errorCode) {
        var parameters = new TreeMap<String, String>();
        parameters.put("MessageSid", sid);
        parameters.put("MessageStatus", status);
        errorCode.ifPresent(code -> parameters.put("ErrorCode", code));
        var path = statusCallback.substring(PUBLIC_URL.length());
        return post(path, parameters, signature(path, parameters));
    }

    static String signature(Map<String, String> parameters) {
        return signature(PATH, parameters);
    }

    private static String signature(String path, Map<String, String> parameters) {
        return signature(TOKEN, path, parameters);
    }

    private static String signature(String token, String path, Map<String, String> parameters) {
        var signed = new StringBuilder(PUBLIC_URL + path);
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
