package mx.yume.web.signin;

import java.net.URI;
import java.util.Optional;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import org.jspecify.annotations.Nullable;

import mx.yume.identity.Token;

/**
 * The cookie that holds a session's token, as a browser sends it. Where people come by https it has the prefix that browsers let
 * nobody set but this very host over https (RFC 6265bis, section 4.1.3.2); over plain http, on somebody's own machine, it has none.
 * Each is looked at only where it is the right one.
 */
public class SessionCookies {

    /** Over https. */
    public static final String COOKIE = "__Host-yume_sesion";
    /** Over plain http. */
    public static final String PLAIN_COOKIE = "yume_sesion";

    @CookieParam(COOKIE)
    @Nullable
    public String cookie;

    @CookieParam(PLAIN_COOKIE)
    @Nullable
    public String plainCookie;

    /** As it was sent, whatever it is. */
    public final Optional<String> sent(URI publicUrl) {
        return Optional.ofNullable(safe(publicUrl) ? cookie : plainCookie);
    }

    public final Optional<Token> token(URI publicUrl) {
        return sent(publicUrl).flatMap(Token::parse);
    }

    /** @param seconds that the browser keeps it; none: at once no more */
    static NewCookie of(URI publicUrl, String value, int seconds) {
        return new NewCookie.Builder(safe(publicUrl) ? COOKIE : PLAIN_COOKIE).value(value).path("/").maxAge(seconds)
                .httpOnly(true).sameSite(SameSite.LAX).secure(safe(publicUrl)).build();
    }

    public static boolean safe(URI publicUrl) {
        return "https".equals(publicUrl.getScheme());
    }
}
