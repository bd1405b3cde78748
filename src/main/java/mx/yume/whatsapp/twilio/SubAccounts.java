package mx.yume.whatsapp.twilio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.KnownAccount;

/**
 * Twilio's sub-accounts that numbers of businesses are in, with the secrets that their webhooks are signed with. What was read is
 * remembered for half a minute: no longer may a secret that was changed be taken, or a new one not.
 */
@ApplicationScoped
class SubAccounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    /** Whoever makes accounts up gains nothing but a lookup each. */
    private static final int MOST = 1000;
    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");

    private record Read(Optional<KnownAccount> account, Instant until) {}

    private final Connections connections;
    private final Clock clock;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    SubAccounts(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** @param sid as a webhook names it, whatever it is */
    Uni<Optional<KnownAccount>> of(String sid) {
        if (!SID.matcher(sid).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var now = clock.instant();
        var known = read.get(sid);
        // A clock that was set back is no reason to remember longer.
        return known != null && now.isBefore(known.until()) && !now.plus(REMEMBERED).isBefore(known.until())
                ? Uni.createFrom().item(known.account())
                : connections.account("twilio", sid).invoke(account -> remember(sid, account, now));
    }

    private void remember(String sid, Optional<KnownAccount> account, Instant now) {
        if (read.size() >= MOST) {
            read.clear();
        }
        read.put(sid, new Read(account, now.plus(REMEMBERED)));
    }
}
