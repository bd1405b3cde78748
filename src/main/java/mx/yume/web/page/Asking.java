package mx.yume.web.page;

import java.util.Optional;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;

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

    /** Who asks, of a request that has not come to its method yet. */
    public static Asking of(ContainerRequestContext request) {
        var asking = new Asking();
        asking.cookie = value(request, COOKIE);
        asking.plainCookie = value(request, PLAIN_COOKIE);
        return asking;
    }

    private static @Nullable String value(ContainerRequestContext request, String name) {
        @Nullable
        Cookie cookie = request.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }

    public boolean wantsPiece() {
        return "true".equals(piece);
    }
}
