package mx.yume.scheduling.blocks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.business.WeeklyBreaks;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Claim;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.blocks.UnblockOutcome.NotFound;
import mx.yume.scheduling.blocks.UnblockOutcome.Refused;
import mx.yume.scheduling.blocks.UnblockOutcome.Unblocked;

/** Gives time off back: all that one action took, one stretch of it, or a part. */
@ApplicationScoped
class Unblocking {

    private final Database database;
    private final Businesses businesses;
    private final FreedTime freedTime;
    private final Clock clock;

    Unblocking(Database database, Businesses businesses, FreedTime freedTime, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.freedTime = freedTime;
        this.clock = clock;
    }

    Uni<UnblockOutcome> action(OrganizationId organization, ActionId action, Optional<Set<StaffId>> whose, String origin,
            Witness<? super UnblockOutcome> witness) {
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> held(connection, organization, () -> ofAction(connection, organization, action, whose)))
                        .chain(blocks -> giveBack(connection, organization, blocks, Optional.empty(), origin))
                        .chain(once -> breaks(connection, organization, action, whose, origin)
                                .map(weekly -> outcome(Stream.concat(once.stream(), weekly.stream()))))));
    }

    private static Uni<List<Block>> ofAction(SqlConnection connection, OrganizationId organization, ActionId action,
            Optional<Set<StaffId>> whose) {
        return BlockRows.ofAction(connection, organization, action).map(blocks -> blocks.stream()
                .filter(block -> whose.map(those -> those.contains(block.staff())).orElse(true)).toList());
    }

    Uni<UnblockOutcome> block(OrganizationId organization, BlockId id, String origin,
            Witness<? super UnblockOutcome> witness) {
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> held(connection, organization, () -> BlockRows.find(connection, organization, id)))
                        .chain(blocks -> giveBack(connection, organization, blocks, Optional.empty(), origin))
                        .map(staff -> outcome(staff.stream()))));
    }

    Uni<UnblockOutcome> part(OrganizationId organization, StaffId member, When.Once part, String origin,
            Witness<? super UnblockOutcome> witness) {
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> hold(connection, organization, List.of(member)))
                        .chain(() -> businesses.load(connection, organization))
                        .chain(business -> business.map(open -> part(connection, open, member, part, origin))
                                .orElse(Uni.createFrom().item(new Refused(new BlockRefusal.UnknownLocation()))))));
    }

    private Uni<UnblockOutcome> part(SqlConnection connection, Business business, StaffId member, When.Once part,
            String origin) {
        return switch (Window.of(business, part, clock.instant())) {
            case Window.Not no -> Uni.createFrom().item(new Refused(no.why()));
            case Window.Open open -> BlockRows.overlapping(connection, business.id(), List.of(member), open.range())
                    .chain(blocks -> giveBack(connection, business.id(), blocks, Optional.of(open.range()), origin))
                    .map(staff -> outcome(staff.stream()));
        };
    }

    /** They stay as they are read until the transaction ends. */
    private static Uni<List<Block>> held(SqlConnection connection, OrganizationId organization,
            Supplier<Uni<List<Block>>> read) {
        return read.get().chain(blocks -> hold(connection, organization, blocks.stream().map(Block::staff).toList()))
                .chain(read::get);
    }

    private static Uni<Void> hold(SqlConnection connection, OrganizationId organization, List<StaffId> staff) {
        return StaffLocks.lock(connection, organization, staff)
                .chain(() -> Reservations.queueFor(connection, staff.stream().map(StaffId::value).toList()));
    }

    /** @return whose time it was */
    private Uni<List<StaffId>> giveBack(SqlConnection connection, OrganizationId organization, List<Block> blocks,
            Optional<TimeRange> part, String origin) {
        var rest = part.stream().flatMap(range -> blocks.stream().flatMap(block -> block.without(range).stream())).toList();
        return BlockRows.delete(connection, organization, blocks)
                .call(() -> BlockRows.insert(connection, organization, rest))
                .call(() -> freedTime.close(connection, organization, rest.stream().map(Block::claim).toList()))
                .map(claims -> part.map(range -> within(claims, range)).orElse(claims))
                .chain(claims -> freedTime.freed(connection, organization, origin, claims))
                .replaceWith(blocks.stream().map(Block::staff).toList());
    }

    private static List<Claim> within(List<Claim> claims, TimeRange part) {
        return claims.stream().flatMap(claim -> claim.during().intersection(part).stream()
                .map(common -> new Claim(claim.resource(), claim.kind(), common))).toList();
    }

    /** @return whose breaks they were */
    private Uni<List<StaffId>> breaks(SqlConnection connection, OrganizationId organization, ActionId action,
            Optional<Set<StaffId>> whose, String origin) {
        return businesses.load(connection, organization)
                .chain(business -> WeeklyBreaks.delete(connection, organization, action.value(), whose)
                        .call(breaks -> freedTime.freed(connection, organization, origin, business.stream()
                                .flatMap(open -> breaks.stream().flatMap(each -> turns(open, each))).toList())))
                .map(breaks -> breaks.stream().map(WeeklyBreaks.Of::staff).toList());
    }

    /** As far ahead as customers can book. */
    private Stream<Claim> turns(Business business, WeeklyBreaks.Of each) {
        var ahead = TimeRange.of(clock.instant(), Duration.ofDays(business.location().horizonDays() + 1L));
        return business.staffMember(each.staff()).stream()
                .flatMap(member -> Occurrences.of(business, member, each.weekly(), ahead).stream())
                .map(turn -> new Claim(each.staff().value(), Claim.STAFF, turn));
    }

    private static UnblockOutcome outcome(Stream<StaffId> staff) {
        var whose = staff.distinct().toList();
        return whose.isEmpty() ? new NotFound() : new Unblocked(whose);
    }
}
