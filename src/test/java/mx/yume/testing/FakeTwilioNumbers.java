package mx.yume.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

/**
 * Twilio's numbers, served by the application under test to itself: an inventory, what was bought of it, and strict about what it is
 * asked. It can be told to refuse, to fail, or to do as it was asked and lose the answer.
 */
@ApplicationScoped
@Path("/2010-04-01/Accounts/{account}")
public class FakeTwilioNumbers {

    static final String CREDENTIALS = "Basic " + Base64.getEncoder()
            .encodeToString("AC00000000000000000000000000000001:12345".getBytes(StandardCharsets.UTF_8));

    /** A number that was bought. */
    public static final class Bought {

        public final String sid;
        public final String number;
        public volatile String name;
        public volatile String smsUrl = "";

        Bought(String sid, String number, String name) {
            this.sid = sid;
            this.number = number;
            this.name = name;
        }

        String json() {
            return "{\"sid\":\"%s\",\"phone_number\":\"%s\",\"friendly_name\":\"%s\",\"sms_url\":\"%s\"}".formatted(sid, number,
                    name, smsUrl);
        }
    }

    private final List<String> inventory = new CopyOnWriteArrayList<>();
    private final Map<String, Bought> bought = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<RestResponse<String>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<RestResponse<String>> gone = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();

    public void reset(String... numbers) {
        inventory.clear();
        inventory.addAll(List.of(numbers));
        bought.clear();
        asked.clear();
        answers.clear();
        gone.clear();
        lost.set(0);
    }

    /** What it was asked, as method and resource: {@code POST IncomingPhoneNumbers}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public List<Bought> bought() {
        return List.copyOf(bought.values());
    }

    /** Somebody else's: it is in the list, and cannot be bought. */
    public void isGone(String number) {
        refusesPurchase(21422, number + " is not available");
    }

    /** The next purchase is refused with this. */
    public void refusesPurchase(int code, String message) {
        gone.add(error(400, code, message));
    }

    /** The next request, whatever it is, gets this. */
    public void answerNext(int status, int code) {
        answers.add(error(status, code, "told to"));
    }

    /** The next purchase is made, and its answer lost. */
    public void losesNextPurchase() {
        lost.set(1);
    }

    @GET
    @Path("/AvailablePhoneNumbers/{country}/{type}.json")
    public Uni<RestResponse<String>> available(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @PathParam("country") String country,
            @PathParam("type") String type, @QueryParam("SmsEnabled") String sms, @QueryParam("PageSize") int size) {
        return answer("GET AvailablePhoneNumbers", account, authorization, () -> {
            if (!country.equals("MX") || !type.equals("Local") || !"true".equals(sms) || size < 1 || size > 1000) {
                return error(400, 20001, "Bad search");
            }
            return json(200, "{\"available_phone_numbers\":[%s]}".formatted(inventory.stream()
                    .map("{\"phone_number\":\"%s\",\"iso_country\":\"MX\"}"::formatted).collect(Collectors.joining(","))));
        });
    }

    @GET
    @Path("/IncomingPhoneNumbers.json")
    public Uni<RestResponse<String>> list(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @QueryParam("FriendlyName") String name) {
        return answer("GET IncomingPhoneNumbers", account, authorization, () -> json(200,
                "{\"incoming_phone_numbers\":[%s]}".formatted(bought.values().stream()
                        .filter(number -> name == null || number.name.equals(name)).map(Bought::json)
                        .collect(Collectors.joining(",")))));
    }

    @POST
    @Path("/IncomingPhoneNumbers.json")
    public Uni<RestResponse<String>> buy(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @FormParam("PhoneNumber") String number,
            @FormParam("FriendlyName") String name, @FormParam("AddressSid") String address,
            @FormParam("BundleSid") String bundle) {
        return answer("POST IncomingPhoneNumbers", account, authorization, () -> {
            var refusal = gone.poll();
            if (refusal != null) {
                return refusal;
            }
            if (address == null || !address.matches("AD[0-9a-f]{32}")) {
                return error(400, 21631, "Phone Number Requires an Address");
            }
            if (bundle == null || !bundle.matches("BU[0-9a-f]{32}")) {
                return error(400, 21649, "Bundle required");
            }
            if (name == null || name.length() > 64 || !inventory.remove(number)) {
                return error(400, 21422, number + " is not available");
            }
            var made = new Bought("PN%032x".formatted(count.incrementAndGet()), number, name);
            bought.put(made.sid, made);
            return json(201, made.json());
        }).chain(made -> lost.getAndSet(0) == 1 ? Uni.createFrom().item(error(502, 0, "lost")) : Uni.createFrom().item(made));
    }

    @POST
    @Path("/IncomingPhoneNumbers/{sid}.json")
    public Uni<RestResponse<String>> configure(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @PathParam("sid") String sid,
            @FormParam("FriendlyName") String name, @FormParam("SmsUrl") String url, @FormParam("SmsMethod") String method) {
        return answer("POST IncomingPhoneNumbers/{sid}", account, authorization, () -> {
            var number = bought.get(sid);
            if (number == null) {
                return error(404, 20404, "not found");
            }
            if (url == null || !url.startsWith("https://") || !"POST".equals(method)) {
                return error(400, 21402, "SmsUrl is not valid");
            }
            number.smsUrl = url;
            number.name = name;
            return json(200, number.json());
        });
    }

    @DELETE
    @Path("/IncomingPhoneNumbers/{sid}.json")
    public Uni<RestResponse<String>> release(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @PathParam("sid") String sid) {
        return answer("DELETE IncomingPhoneNumbers/{sid}", account, authorization,
                () -> bought.remove(sid) == null ? error(404, 20404, "not found")
                        : ResponseBuilder.<String>create(204).build());
    }

    private synchronized Uni<RestResponse<String>> answer(String what, String account, String authorization,
            Supplier<RestResponse<String>> work) {
        asked.add(what);
        var told = answers.poll();
        if (told != null) {
            return Uni.createFrom().item(told);
        }
        var known = account.equals("AC00000000000000000000000000000001") && CREDENTIALS.equals(authorization);
        return Uni.createFrom().item(known ? work.get() : error(401, 20003, "Authenticate"));
    }

    static RestResponse<String> error(int status, int code, String message) {
        return json(status, "{\"code\":%d,\"message\":\"%s\",\"status\":%d}".formatted(code, message, status));
    }

    static RestResponse<String> json(int status, String body) {
        return ResponseBuilder.<String>create(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
