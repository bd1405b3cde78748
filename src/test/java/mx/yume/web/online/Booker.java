package mx.yume.web.online;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import mx.yume.testing.World;

/** Somebody at the public page, without a browser. */
final class Booker {

    static final String SHOP = "/s/salon-lupita";
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final Pattern TIME = Pattern.compile("<a href=\"([^\"]*/cita/datos[^\"]*)\">([^<]*)</a>");
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final World world;
    private final String address;

    Booker(World world, String address) {
        this.world = world;
        this.address = address;
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, String... fields) {
        var request = request();
        for (int at = 0; at < fields.length; at += 2) {
            request.formParam(fields[at], fields[at + 1]);
        }
        return request.post(path);
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).header("X-Forwarded-For", address).urlEncodingEnabled(true);
    }

    /** The pages of the times that are free, by their names in order. */
    List<String> times(String query) {
        return TIME.matcher(get(SHOP + "/cita/horas?" + query).asString()).results().map(found -> found.group(2)).toList();
    }

    /** The page of a free time. */
    Response chooses(String query, String time) {
        var page = get(SHOP + "/cita/horas?" + query).asString();
        var path = TIME.matcher(page).results().filter(found -> found.group(2).equals(time))
                .map(found -> found.group(1).replace("&amp;", "&")).findFirst();
        assertThat(path).as(time + " in " + page).isPresent();
        return given().redirects().follow(false).urlEncodingEnabled(false).get(path.orElseThrow());
    }

    /** What its form sends, with these two. */
    static String[] filled(Response details, String name, String phone) {
        return Stream.concat(HIDDEN.matcher(details.asString()).results().flatMap(it -> Stream.of(it.group(1), it.group(2))),
                Stream.of("nombre", name, "telefono", phone)).toArray(String[]::new);
    }

    /** Up to the page that asks for the code. */
    String orders(String query, String time, String name, String phone) {
        var sent = post(SHOP + "/cita/datos", filled(chooses(query, time), name, phone));
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
        return path(sent);
    }

    /** Where an answer leads. */
    static String path(Response answer) {
        return java.net.URI.create(answer.header("Location")).getPath();
    }

    /** The last that was sent. */
    String code() {
        var texts = world.rows("select content ->> 'body' from outbox where purpose like 'booking_code:%' order by sequence");
        assertThat(texts).isNotEmpty();
        var code = CODE.matcher(texts.getLast().getFirst());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** Another than the last that was sent. */
    String wrong() {
        return code().equals("000000") ? "000001" : "000000";
    }
}
