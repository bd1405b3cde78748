package mx.yume.scheduling.blocks;

import static mx.yume.scheduling.Counter.await;
import static mx.yume.testing.SalonLupita.LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import mx.yume.business.StaffId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.blocks.BlockOutcome.Blocked;

/** Salón Lupita, whose people take time off. Whatever a test did, in the end blocks reserve what they should and no more. */
abstract class WithBlocks extends AtTheCounter {

    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
              on one.organization_id = other.organization_id and one.resource_id = other.resource_id
             and one.during && other.during and one.ctid < other.ctid
            """;
    /** A block and what is booked or held inside it are, together, all of the block. */
    private static final String OPEN = """
            select count(*) from block b where not coalesce((
                select range_agg(during) from reservation r where r.resource_id = b.staff_id), '{}')
                @> tstzrange(b.starts_at, b.ends_at)
            """;
    private static final String OUTSIDE = """
            select count(*) from reservation r join block b on b.id = r.block_id
            where not r.during <@ tstzrange(b.starts_at, b.ends_at) or r.resource_id <> b.staff_id or r.kind <> 'staff'
            """;
    private static final String UNMERGED = """
            select count(*) from block one join block other on one.staff_id = other.staff_id and one.id < other.id
             and one.starts_at <= other.ends_at and one.ends_at >= other.starts_at
            """;

    protected Blocks blocks;

    @BeforeEach
    final void blocks() {
        blocks = yume.the(Blocks.class);
    }

    @AfterEach
    final void blocksReserveWhatTheyShould() {
        assertThat(count(OVERLAPS)).isZero();
        assertThat(count(OPEN)).isZero();
        assertThat(count(OUTSIDE)).isZero();
        assertThat(count(UNMERGED)).isZero();
    }

    static When.Once from(ZonedDateTime start, ZonedDateTime end) {
        return new When.Stretch(LOCATION, start.toLocalDateTime(), end.toLocalDateTime());
    }

    protected final BlockOutcome block(Who who, When when, String reason) {
        return await(blocks.block(salon(), new BlockRequest(who, when, reason), false));
    }

    protected final BlockOutcome block(StaffId member, ZonedDateTime start, ZonedDateTime end) {
        return block(Who.only(member), from(start, end), "");
    }

    protected final Blocked blocked(StaffId member, ZonedDateTime start, ZonedDateTime end) {
        return blocked(member, start, end, "");
    }

    protected final Blocked blocked(StaffId member, ZonedDateTime start, ZonedDateTime end, String reason) {
        return (Blocked) block(Who.only(member), from(start, end), reason);
    }

    protected final Blocked despite(StaffId member, ZonedDateTime start, ZonedDateTime end) {
        return (Blocked) await(blocks.block(salon(), new BlockRequest(Who.only(member), from(start, end), ""), true));
    }

    /** Blocked or not, of all who are there, in the fortnight from the test world's Wednesday. */
    protected final List<TimeOff> timeOff() {
        return await(blocks.between(salon(), TimeRange.of(clock.instant(), Duration.ofDays(14))));
    }

    /** What blocks reserve, as stretches without seams, on the salon's clocks. */
    protected final List<List<String>> reserved() {
        return yume.superuser().rows("""
                select to_char(lower(stretch) at time zone 'America/Mexico_City', 'DD HH24:MI'),
                       to_char(upper(stretch) at time zone 'America/Mexico_City', 'DD HH24:MI')
                from (select resource_id, unnest(range_agg(during)) as stretch from reservation
                      where block_id is not null group by resource_id) as closed
                order by stretch, resource_id
                """);
    }
}
