package mx.yume.scheduling.time;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;

/** How far a zone's clocks are ahead of UTC over some days, in stretches between their changes; all in seconds. */
final class Offsets {

    /** Further than any clock is from UTC or is ever moved. */
    private static final long MARGIN = 2 * 86_400;

    /** When each stretch but the last ends. */
    private final long[] ends;
    /** One for each stretch. */
    private final long[] offsets;

    private Offsets(long[] ends, long[] offsets) {
        this.ends = ends;
        this.offsets = offsets;
    }

    /** For wall-clock times between the two, given as seconds since the epoch as if they were UTC. */
    static Offsets around(ZoneRules rules, long from, long to) {
        var jumps = new ArrayList<ZoneOffsetTransition>();
        var begins = Instant.ofEpochSecond(from - MARGIN);
        var jump = rules.nextTransition(begins);
        while (jump != null && jump.toEpochSecond() < to + MARGIN) {
            jumps.add(jump);
            jump = rules.nextTransition(jump.getInstant());
        }
        var ends = new long[jumps.size()];
        var offsets = new long[jumps.size() + 1];
        offsets[0] = rules.getOffset(begins).getTotalSeconds();
        for (int at = 0; at < ends.length; at++) {
            ends[at] = jumps.get(at).toEpochSecond();
            offsets[at + 1] = jumps.get(at).getOffsetAfter().getTotalSeconds();
        }
        return new Offsets(ends, offsets);
    }

    /**
     * When the wall clock shows that: the first time if it does twice, the moment of the jump if it skips it.
     *
     * @param wallClock seconds since the epoch as if it were UTC
     */
    long second(long wallClock) {
        long second = wallClock - offsets[0];
        for (int at = 0; at < ends.length && wallClock >= ends[at] + offsets[at]; at++) {
            second = Math.max(ends[at], wallClock - offsets[at + 1]);
        }
        return second;
    }

    /** When a stretch ends; the last one never does. */
    long until(int stretch) {
        return stretch < ends.length ? ends[stretch] : Long.MAX_VALUE;
    }

    long offset(int stretch) {
        return offsets[stretch];
    }
}
