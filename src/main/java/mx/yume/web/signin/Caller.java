package mx.yume.web.signin;

import java.net.InetAddress;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;

/**
 * From which network address somebody asks. What a proxy beside us says of it is believed, and only the last that it says: what is
 * before that, anybody may have written. Somebody who has a whole network of IPv6 (64 bits, as providers give them) is one.
 */
public final class Caller {

    private static final int NETWORK = 8;
    private static final int IPV6 = 16;

    private Caller() {}

    /** Of a request, as far as it is known. */
    public static String of(HttpServerRequest request, @Nullable String forwarded) {
        var from = request.remoteAddress();
        return address(from == null ? null : from.hostAddress(), forwarded);
    }

    /** @param from the address that the connection comes from; null where that is not known */
    static String address(@Nullable String from, @Nullable String forwarded) {
        var direct = literal(from);
        return direct.filter(address -> !beside(address)).or(() -> last(forwarded)).or(() -> direct).map(Caller::network)
                .orElse("");
    }

    private static boolean beside(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }

    private static Optional<InetAddress> last(@Nullable String forwarded) {
        if (forwarded == null) {
            return Optional.empty();
        }
        return literal(forwarded.substring(forwarded.lastIndexOf(',') + 1).strip());
    }

    private static Optional<InetAddress> literal(@Nullable String said) {
        try {
            return said == null ? Optional.empty() : Optional.of(InetAddress.ofLiteral(said));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        var text = new StringBuilder();
        for (int at = 0; at < (bytes.length == IPV6 ? NETWORK : bytes.length); at++) {
            text.append(bytes[at] & 0xff).append('.');
        }
        return text.toString();
    }
}
