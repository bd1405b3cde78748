package mx.yume.scheduling.blocks;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreaks;
import mx.yume.platform.Database;
import mx.yume.platform.TimeRange;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Appointment;

/**
 * The one way to time off, whoever asks; whether they may is decided before. Off the grid and outside the hours too. What is
 * blocked once reserves time like a visit: nobody is booked there by whatever way. What is blocked every week belongs to the
 * working hours.
 */
@ApplicationScoped
public class Blocks {

    private final Database database;
    private final Businesses businesses;
    private final Blocking blocking;
    private final Unblocking unblocking;

    Blocks(Database database, Businesses businesses, Blocking blocking, Unblocking unblocking) {
        this.database = database;
        this.businesses = businesses;
        this.blocking = blocking;
        this.unblocking = unblocking;
    }

    /**
     * Never cancels anything: over visits that are still to come it changes nothing and names them, until it is asked for
     * despite them; then they stay, and the time around them is blocked. Time off of one person that overlaps or touches becomes
     * one, under the new action.
     */
    public Uni<BlockOutcome> block(Business business, BlockRequest request, boolean despite) {
        return block(business, request, despite, Witness.none());
    }

    /**
     * The same, despite the visits that whoever asks for it was shown.
     *
     * @param shown whether these, sorted by start, are those: if not, nothing is blocked yet and they are named
     */
    public Uni<BlockOutcome> block(Business business, BlockRequest request, Predicate<List<Appointment>> shown) {
        return blocking.block(business.id(), request, shown, Witness.none());
    }

    /** The same, seen by a witness. */
    public Uni<BlockOutcome> block(Business business, BlockRequest request, boolean despite,
            Witness<? super BlockOutcome> witness) {
        return blocking.block(business.id(), request, found -> despite, witness);
    }

    /** What {@link #block} would say now instead of blocking, when it would not; changes nothing. */
    public Uni<Optional<BlockOutcome>> check(Business business, BlockRequest request) {
        return blocking.check(business.id(), request);
    }

    /**
     * All that this action blocked, of whoever, as far as nothing later has grown over it.
     *
     * @param origin of whoever gives it back: {@code real}, {@code simulator}, {@code playground} or {@code demo}
     */
    public Uni<UnblockOutcome> unblock(Business business, ActionId action, String origin) {
        return unblocking.action(business.id(), action, Optional.empty(), origin, Witness.none());
    }

    /** What this action blocked of these people, and of nobody else; seen by a witness. */
    public Uni<UnblockOutcome> unblock(Business business, ActionId action, Set<StaffId> whose, String origin,
            Witness<? super UnblockOutcome> witness) {
        return unblocking.action(business.id(), action, Optional.of(whose), origin, witness);
    }

    /** One person's stretch. */
    public Uni<UnblockOutcome> unblock(Business business, BlockId block, String origin) {
        return unblock(business, block, origin, Witness.none());
    }

    /** The same, seen by a witness. */
    public Uni<UnblockOutcome> unblock(Business business, BlockId block, String origin,
            Witness<? super UnblockOutcome> witness) {
        return unblocking.block(business.id(), block, origin, witness);
    }

    /** What is blocked once of one person in this time: what lies before and after it stays blocked. */
    public Uni<UnblockOutcome> unblock(Business business, StaffId member, When.Once part, String origin) {
        return unblock(business, member, part, origin, Witness.none());
    }

    /** The same, seen by a witness. */
    public Uni<UnblockOutcome> unblock(Business business, StaffId member, When.Once part, String origin,
            Witness<? super UnblockOutcome> witness) {
        return unblocking.part(business.id(), member, part, origin, witness);
    }

    /** All time off of those active now that overlaps the range, each turn of what comes back every week, sorted by start. */
    public Uni<List<TimeOff>> between(Business business, TimeRange range) {
        return database.inTenant(business.id(), connection -> businesses.load(connection, business.id())
                .chain(found -> found.map(open -> between(connection, open, range))
                        .orElse(Uni.createFrom().item(List.of()))));
    }

    /** The same in the caller's transaction, of the business as given. */
    public Uni<List<TimeOff>> between(SqlConnection connection, Business business, TimeRange range) {
        var staff = business.staff().stream().map(StaffMember::id).toList();
        return Uni.combine().all().unis(BlockRows.overlapping(connection, business.id(), staff, range),
                WeeklyBreaks.actions(connection, business.id(), staff))
                .with((blocks, actions) -> Stream.concat(
                        blocks.stream().flatMap(block -> timeOff(business, block).stream()),
                        business.staff().stream().flatMap(member -> turns(business, member, actions, range)))
                        .sorted(Comparator.comparing(TimeOff::start)).toList());
    }

    private static Optional<TimeOff> timeOff(Business business, Block block) {
        return business.staffMember(block.staff()).map(member -> TimeOff.of(business, member, block.during(), block.action(),
                Optional.of(block.id()), block.reason()));
    }

    private static Stream<TimeOff> turns(Business business, StaffMember member, Map<BreakId, UUID> actions, TimeRange range) {
        return member.breaks().stream().flatMap(weekly -> Optional.ofNullable(actions.get(weekly.id())).stream()
                .flatMap(action -> Occurrences.of(business, member, weekly, range).stream()
                        .map(turn -> TimeOff.of(business, member, turn, new ActionId(action), Optional.empty(),
                                weekly.reason()))));
    }
}
