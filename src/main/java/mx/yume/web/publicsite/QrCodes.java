package mx.yume.web.publicsite;

import java.time.Duration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response.Status;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.ChatLinks;

/** What customers point their camera at to write to a business. WhatsApp fetches it too, to hand it to the owner. */
@Path("/s/{slug}/qr.png")
public class QrCodes {

    private static final Duration KEPT = Duration.ofHours(1);

    private final ChatLinks links;

    QrCodes(ChatLinks links) {
        this.links = links;
    }

    /** 404 for a business that is not there, is suspended, or has no number yet. */
    @GET
    @Produces("image/png")
    public Uni<RestResponse<byte[]>> picture(@PathParam("slug") String slug) {
        return links.of(slug).map(link -> link
                .map(address -> ResponseBuilder.ok(QrPicture.of(address))
                        .header("Cache-Control", "public, max-age=" + KEPT.toSeconds()).build())
                .orElseGet(() -> RestResponse.status(Status.NOT_FOUND)));
    }
}
