package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.restassured.RestAssured;

/** Requests with exactly the bytes that a test means. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final int LARGE = 1 << 20;

    private Http() {}

    /**
     * Posts these bytes and gives the status. What is large is announced first (RFC 9110, 10.1.1): a server that refuses it by its length
     * and closes while it is still being sent may take its answer back.
     */
    static int post(String path, Map<String, String> headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .POST(BodyPublishers.ofByteArray(bytes)).expectContinue(bytes.length > LARGE);
        headers.forEach(request::header);
        return send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** Gets a page, exactly as it was sent. */
    static String get(String path) {
        var response = send(HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
