package mx.yume.web.page;

import java.util.Optional;

import jakarta.ws.rs.HeaderParam;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import mx.yume.web.signin.SessionCookies;

/** What a browser sends along when it asks for a page. As it was sent, whatever it is. */
public class Asking extends SessionCookies {

    /** Set by htmx: a piece of the page is wanted, not a new one. */
    @HeaderParam("HX-Request")
    @Nullable
    public String piece;

    /** Which location is looked at. */
    @RestQuery("sucursal")
    public Optional<String> location = Optional.empty();

    /** What was just done: see {@link Done}. */
    @RestQuery("hecho")
    public Optional<String> done = Optional.empty();

    public boolean wantsPiece() {
        return "true".equals(piece);
    }
}
