package mx.yume.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

/** Twilio's Messages resource, served by the application under test to itself: keeps what is sent and answers as it is told. */
@ApplicationScoped
@Path("/2010-04-01/Accounts/{account}/Messages.json")
public class FakeTwilio {

    public record Sent(String account, String authorization, String from, String to, String body, String statusCallback) {}

    private record Answer(int status, String body) {}

    private static final Answer NONE = new Answer(0, "");

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The next request gets this instead of being accepted. */
    public void answerNext(int status, String body) {
        answers.add(new Answer(status, body));
    }

    /** The next request gets no answer at all. */
    public void ignoreNext() {
        answers.add(NONE);
    }

    public void reset() {
        sent.clear();
        answers.clear();
    }

    @POST
    public Uni<RestResponse<String>> send(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @FormParam("From") String from, @FormParam("To") String to,
            @FormParam("Body") String body, @FormParam("StatusCallback") String statusCallback) {
        sent.add(new Sent(account, authorization, from, to, body, statusCallback));
        var answer = answers.poll();
        if (NONE.equals(answer)) {
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().item(answer == null ? json(201, accepted()) : json(answer.status(), answer.body()));
    }

    private String accepted() {
        return "{\"sid\":\"SM%032x\",\"status\":\"queued\",\"error_code\":null}".formatted(count.incrementAndGet());
    }

    private static RestResponse<String> json(int status, String body) {
        return ResponseBuilder.<String>create(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
