package mx.yume.web.signin;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Whether a form was sent from a page of ours. Browsers say where from; what is no browser has no cookie to misuse. */
public final class SameOrigin {

    private SameOrigin() {}

    /**
     * @param origin as the browser sent it: null when it did not
     * @param host that the request was sent to: another than the public one where somebody tries it on their own machine
     */
    public static boolean allows(URI publicUrl, @Nullable String origin, @Nullable String host) {
        return origin == null || origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority())
                || (host != null && (origin.equals("https://" + host) || origin.equals("http://" + host)));
    }
}
