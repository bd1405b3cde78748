package mx.yume.whatsapp.twilio;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connection;
import mx.yume.business.numbers.Connections;
import mx.yume.business.numbers.OwnAccount;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.Remembered;

/**
 * The accounts that numbers send with: the sub-account that a number is in, or the installation's own, which serves all others. What
 * was read is remembered for half a minute.
 */
@ApplicationScoped
class TwilioAccounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 1000;

    private record Line(OrganizationId organization, String address) {}

    private final TwilioConfig config;
    private final Connections connections;
    private final Remembered<Line, Optional<Connection>> own;

    TwilioAccounts(TwilioConfig config, Connections connections, Clock clock) {
        this.config = config;
        this.connections = connections;
        this.own = new Remembered<>(REMEMBERED, MOST, clock);
    }

    /** With what this number sends; empty when its connection is broken, or there is no account at all. */
    Uni<Optional<TwilioAccount>> of(OrganizationId organization, String businessAddress) {
        return connection(organization, businessAddress)
                .map(found -> found.map(it -> Optional.of(it).filter(Connection::working).map(TwilioAccounts::account))
                        .orElseGet(config::account));
    }

    /** In which account this number is, whether it can be used at the moment or not. */
    Uni<Optional<String>> sid(OrganizationId organization, String businessAddress) {
        return connection(organization, businessAddress)
                .map(found -> found.map(it -> it.account().id()).or(config::accountSid));
    }

    /** The installation's own, and then those of businesses that can be used. */
    Uni<List<TwilioAccount>> all() {
        return connections.accounts(ChannelName.TWILIO.sql()).map(brought -> {
            var all = new ArrayList<TwilioAccount>(config.account().stream().toList());
            brought.stream().filter(it -> !config.accountSid().equals(Optional.of(it.id())))
                    .forEach(it -> all.add(account(it)));
            return List.copyOf(all);
        });
    }

    private Uni<Optional<Connection>> connection(OrganizationId organization, String businessAddress) {
        var address = PhoneNumber.parse(businessAddress).map(PhoneNumber::e164).orElse(businessAddress);
        return organization.equals(OrganizationId.YUME) ? Uni.createFrom().item(Optional.empty())
                : own.of(new Line(organization, address),
                        () -> connections.of(organization, ChannelName.TWILIO.sql(), address));
    }

    private static TwilioAccount account(Connection connection) {
        return account(connection.account());
    }

    private static TwilioAccount account(OwnAccount account) {
        return new TwilioAccount(account.id(), account.token());
    }
}
