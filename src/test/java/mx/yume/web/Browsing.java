package mx.yume.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.web.signin.Visitors;

/** Requests as a browser makes them, many of them: without what a browser costs, and without any assertion's cost either. */
@ApplicationScoped
class Browsing {

    /** Which says the host in a header of its own, as whoever stands before the application does. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Desk desk;

    Browsing(Desk desk) {
        this.desk = desk;
    }

    /** @param session as the cookie holds it; any other word for nobody's */
    HttpResponse<String> get(String session, String address) {
        return send(as(session, address).build(), BodyHandlers.ofString());
    }

    /** As it goes over the line. */
    HttpResponse<byte[]> compressed(String session, String address) {
        return send(as(session, address).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String session, String address, Map<String, String> form) {
        return post(session, address, form, desk.server().getScheme() + "://" + desk.server().getAuthority());
    }

    HttpResponse<String> post(String session, String address, Map<String, String> form, String origin) {
        return send(as(session, address).header("Origin", origin).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream().map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"))))
                .build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder as(String session, String address) {
        return HttpRequest.newBuilder(URI.create(desk.server() + address)).header("Cookie", Visitors.COOKIE + "=" + session);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(request.uri().toString(), broken);
        }
    }
}
