package mx.yume.web.online;

import java.net.URI;

import jakarta.ws.rs.HeaderParam;

import org.jspecify.annotations.Nullable;

import mx.yume.web.signin.SameOrigin;

/** From where a form is sent. Nobody is signed in here, and there is no cookie: what browsers say of the page it was on decides. */
public class Sender {

    @HeaderParam("Origin")
    @Nullable
    public String origin;
    @HeaderParam("Host")
    @Nullable
    public String host;

    boolean isOurs(URI publicUrl) {
        return SameOrigin.allows(publicUrl, origin, host);
    }
}
