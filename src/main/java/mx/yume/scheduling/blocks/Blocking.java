package mx.yume.scheduling.blocks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.WeeklyBreak;
import mx.yume.business.WeeklyBreaks;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;
import mx.yume.scheduling.blocks.BlockOutcome.Overlaps;
import mx.yume.scheduling.blocks.BlockOutcome.Refused;

/** Takes time off the calendar: around the visits that are there already, never over them, and only when told to despite them. */
@ApplicationScoped
class Blocking {

    private final Database database;
    private final Businesses businesses;
    private final FreedTime freedTime;
    private final Clock clock;

    Blocking(Database database, Businesses businesses, FreedTime freedTime, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.freedTime = freedTime;
        this.clock = clock;
    }

    Uni<BlockOutcome> block(OrganizationId organization, BlockRequest request, Predicate<List<Appointment>> despite,
            Witness<? super BlockOutcome> witness) {
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> StaffLocks.lock(connection, organization, request.who()))
                        .chain(() -> businesses.load(connection, organization))
                        .chain(business -> business.map(open -> block(connection, open, request, despite))
                                .orElse(Uni.createFrom().item(new Refused(new BlockRefusal.UnknownLocation()))))));
    }

    /** As far as can be said without waiting for anybody. */
    Uni<Optional<BlockOutcome>> check(OrganizationId organization, BlockRequest request) {
        return database.inTenant(organization, connection -> businesses.load(connection, organization)
                .chain(business -> business.map(open -> check(connection, open, request))
                        .orElse(Uni.createFrom().item(Optional.of(new Refused(new BlockRefusal.UnknownLocation()))))));
    }

    private Uni<Optional<BlockOutcome>> check(SqlConnection connection, Business business, BlockRequest request) {
        return switch (Reading.of(business, request, clock.instant())) {
            case Reading.Not no -> Uni.createFrom().item(Optional.of(new Refused(no.why())));
            case Reading.Once once -> InTheWay.of(connection, business, once, clock.instant()).map(Blocking::overlaps);
            case Reading.EveryWeek weekly -> InTheWay.of(connection, business, weekly, clock.instant())
                    .map(Blocking::overlaps);
        };
    }

    private static Optional<BlockOutcome> overlaps(List<Appointment> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(new Overlaps(found));
    }

    private Uni<BlockOutcome> block(SqlConnection connection, Business business, BlockRequest request,
            Predicate<List<Appointment>> despite) {
        return switch (Reading.of(business, request, clock.instant())) {
            case Reading.Not no -> Uni.createFrom().item(new Refused(no.why()));
            case Reading.Once once -> queueFor(connection, once)
                    .chain(() -> InTheWay.of(connection, business, once, clock.instant()))
                    .chain(found -> found.isEmpty() || despite.test(found)
                            ? once(connection, business, once, request.reason(), found)
                            : Uni.createFrom().item(new Overlaps(found)));
            case Reading.EveryWeek weekly -> InTheWay.of(connection, business, weekly, clock.instant())
                    .chain(found -> found.isEmpty() || despite.test(found)
                            ? everyWeek(connection, business, weekly, found)
                            : Uni.createFrom().item(new Overlaps(found)));
        };
    }

    /** Whoever writes for these people now waits for us, and what they wrote before is seen. */
    private static Uni<Void> queueFor(SqlConnection connection, Reading.Once once) {
        return Reservations.queueFor(connection, once.staff().stream().map(member -> member.id().value()).toList());
    }

    private Uni<BlockOutcome> once(SqlConnection connection, Business business, Reading.Once once, String reason,
            List<Appointment> kept) {
        var action = ActionId.next();
        var asked = Reading.ids(once.staff()).stream()
                .map(member -> new Block(BlockId.next(), action, member, once.range(), reason, clock.instant())).toList();
        return BlockRows.touching(connection, business.id(), Reading.ids(once.staff()), once.range())
                .call(older -> BlockRows.delete(connection, business.id(), older))
                .map(older -> asked.stream().map(block -> block.over(older)).toList())
                .call(blocks -> BlockRows.insert(connection, business.id(), blocks))
                .call(blocks -> freedTime.close(connection, business.id(), blocks.stream().map(Block::claim).toList()))
                .replaceWith(new Blocked(action, Reading.ids(once.staff()), kept));
    }

    private static Uni<BlockOutcome> everyWeek(SqlConnection connection, Business business, Reading.EveryWeek weekly,
            List<Appointment> kept) {
        var action = ActionId.next();
        var breaks = weekly.staff().stream().flatMap(member -> weekly.breaks().stream()
                .map(each -> new WeeklyBreaks.Of(member.id(), another(each)))).toList();
        return WeeklyBreaks.insert(connection, business.id(), action.value(), breaks)
                .replaceWith(new Blocked(action, Reading.ids(weekly.staff()), kept));
    }

    private static WeeklyBreak another(WeeklyBreak same) {
        return new WeeklyBreak(BreakId.next(), same.weekday(), same.hours(), same.first(), same.last(), same.reason());
    }
}
