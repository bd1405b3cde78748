package mx.yume.web.signin;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;
import mx.yume.platform.YumeConfig;

/**
 * From which network address somebody asks. What a proxy beside us says of it is believed, and as many addresses from the end as
 * proxies stand before Yume (YUME_PROXIES): what is before that, anybody may have written. Somebody who has a whole network of IPv6 (64
 * bits, as providers give them) is one.
 */
@ApplicationScoped
public class Caller {

    private static final int NETWORK = 8;
    private static final int IPV6 = 16;

    private final int proxies;

    Caller(YumeConfig config) {
        proxies = config.proxies().orElse(1);
    }

    /** Of a request, as far as it is known. */
    public String of(HttpServerRequest request) {
        var from = request.remoteAddress();
        return address(from == null ? null : from.hostAddress(), request.headers().getAll("X-Forwarded-For"), proxies);
    }

    /** @param from the address that the connection comes from; null where that is not known */
    static String address(@Nullable String from, List<String> forwarded, int proxies) {
        var direct = literal(from);
        return direct.filter(address -> !beside(address)).or(() -> said(forwarded, proxies)).or(() -> direct)
                .map(Caller::network).orElse("");
    }

    private static boolean beside(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || inside(address);
    }

    /** Networks that nobody comes from by the internet either: IPv6 of one's own (RFC 4193), and what providers share (RFC 6598). */
    private static boolean inside(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == IPV6 ? (bytes[0] & 0xfe) == 0xfc : (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    }

    private static Optional<InetAddress> said(List<String> forwarded, int proxies) {
        var addresses = forwarded.stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip).toList();
        return addresses.isEmpty() ? Optional.empty() : literal(addresses.get(Math.max(0, addresses.size() - proxies)));
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
