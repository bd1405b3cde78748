package mx.yume.scheduling.blocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

import mx.yume.business.StaffId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Claim;

/**
 * One row of somebody's time off. No two of a person overlap or touch, and none ever changes: what is cut or grows is another
 * one, so an id always means the same stretch.
 */
record Block(BlockId id, ActionId action, StaffId staff, TimeRange during, String reason, Instant createdAt) {

    private static final String BETWEEN_REASONS = "; ";

    /** Grown over others of the same person that it overlaps or touches; all their reasons are kept as far as they fit. */
    Block over(Collection<Block> others) {
        var mine = others.stream().filter(other -> other.staff.equals(staff)).toList();
        var start = mine.stream().map(other -> other.during.start()).min(Comparator.naturalOrder())
                .filter(during.start()::isAfter).orElse(during.start());
        var end = mine.stream().map(other -> other.during.end()).max(Comparator.naturalOrder())
                .filter(during.end()::isBefore).orElse(during.end());
        return new Block(id, action, staff, new TimeRange(start, end), reasons(mine), createdAt);
    }

    private String reasons(List<Block> others) {
        var all = new LinkedHashSet<String>();
        all.add(reason);
        others.forEach(other -> all.add(other.reason));
        all.remove("");
        var joined = String.join(BETWEEN_REASONS, all);
        return joined.codePointCount(0, joined.length()) <= BlockRefusal.LONGEST_REASON ? joined : reason;
    }

    /** What is left of it: nothing, the stretch before, the one after, or both. */
    List<Block> without(TimeRange part) {
        var left = new ArrayList<Block>();
        if (during.start().isBefore(part.start())) {
            left.add(only(new TimeRange(during.start(), part.start())));
        }
        if (part.end().isBefore(during.end())) {
            left.add(only(new TimeRange(part.end(), during.end())));
        }
        return left;
    }

    private Block only(TimeRange stretch) {
        return new Block(BlockId.next(), action, staff, stretch, reason, createdAt);
    }

    Claim claim() {
        return new Claim(staff.value(), Claim.STAFF, during);
    }
}
