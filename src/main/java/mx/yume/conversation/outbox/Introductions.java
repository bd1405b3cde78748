package mx.yume.conversation.outbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.customers.Identities;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Begins a conversation with somebody who never wrote: from the organization's own number, or from Yume's for Yume itself. */
@ApplicationScoped
class Introductions {

    private static final String KNOWN = """
            select 1 from conversation c
            join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
            where c.organization_id = $1 and i.organization_id = $1 and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = $2
              and c.origin = $3
            """;
    /** The number that a business brought along comes before the one that it was given. */
    private static final String NUMBERS = """
            select provider, address from business_number where organization_id = $1 order by provider, address
            """;
    private static final String BEGIN = """
            insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, person_id, origin) do nothing
            """;

    private record Number(ChannelName channel, String address) {}

    private final Identities identities;
    private final List<Channel> channels;

    Introductions(Identities identities, @All List<Channel> channels) {
        this.identities = identities;
        this.channels = channels.stream().filter(Channel::on).sorted(Comparator.comparing(Channel::name)).toList();
    }

    /** Nothing happens where they wrote before, and where there is no number to write from. */
    Uni<Void> introduce(SqlConnection connection, OrganizationId organization, PhoneNumber phone, String origin) {
        return connection.preparedQuery(KNOWN).execute(Tuple.of(organization.value(), phone.e164(), origin))
                .chain(rows -> rows.size() > 0 ? Uni.createFrom().voidItem()
                        : number(connection, organization, Origin.ofSql(origin)).chain(number -> number.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : begin(connection, organization, phone, origin, number.orElseThrow())));
    }

    private Uni<Void> begin(SqlConnection connection, OrganizationId organization, PhoneNumber phone, String origin,
            Number number) {
        var channel = channels.stream().filter(it -> it.name() == number.channel()).findFirst().orElseThrow();
        return identities.resolve(connection, organization, Optional.of(phone), Optional.empty(), Optional.empty())
                .chain(person -> connection.preparedQuery(BEGIN)
                        .execute(Tuple.from(new Object[]{organization.value(), ConversationId.next().value(), person.value(),
                                origin, number.channel().sql(), number.address(), channel.address(phone)})))
                .replaceWithVoid();
    }

    /** In the simulator whichever number the business has, by the simulator; in real life one whose channel is on. */
    private Uni<Optional<Number>> number(SqlConnection connection, OrganizationId organization, Origin origin) {
        var simulated = origin != Origin.REAL;
        if (organization.equals(OrganizationId.YUME)) {
            return Uni.createFrom().item(channels.stream()
                    .filter(channel -> simulated == (channel.name() == ChannelName.SIMULATOR))
                    .flatMap(channel -> channel.central().map(address -> new Number(channel.name(), address)).stream())
                    .findFirst());
        }
        return connection.preparedQuery(NUMBERS).execute(Tuple.of(organization.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Introductions::read)
                        .flatMap(number -> (simulated ? inTheSimulator(number) : Optional.of(number)).stream())
                        .filter(number -> channels.stream().anyMatch(channel -> channel.name() == number.channel()))
                        .findFirst());
    }

    private static Number read(Row row) {
        return new Number(ChannelName.ofSql(row.getString("provider")), row.getString("address"));
    }

    /** It writes to phone numbers, which Meta's ids are not. */
    private static Optional<Number> inTheSimulator(Number number) {
        return number.channel() == ChannelName.META ? Optional.empty()
                : Optional.of(new Number(ChannelName.SIMULATOR, number.address()));
    }
}
