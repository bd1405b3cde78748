package mx.yume.whatsapp.twilio;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.KnownAccount;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.Remembered;

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

    private final Connections connections;
    private final Remembered<String, Optional<KnownAccount>> read;

    SubAccounts(Connections connections, Clock clock) {
        this.connections = connections;
        this.read = new Remembered<>(REMEMBERED, MOST, clock);
    }

    /** @param sid as a webhook names it, whatever it is */
    Uni<Optional<KnownAccount>> of(String sid) {
        return SID.matcher(sid).matches() ? read.of(sid, () -> connections.account(ChannelName.TWILIO.sql(), sid))
                : Uni.createFrom().item(Optional.empty());
    }
}
