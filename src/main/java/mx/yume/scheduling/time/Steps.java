package mx.yume.scheduling.time;

import java.util.Arrays;
import java.util.List;

/** Which of some sets of {@link Spans} have a second, as bits that only change at known seconds. */
final class Steps {

    /** More sets than bits: those after the last are left out. */
    static final int MOST = Long.SIZE;

    /** The seconds at which the bits change, sorted, and the bits from each on. */
    private final long[] changes;
    private final long[] bits;

    /** @param sets each with the bit of its place in the list */
    Steps(List<Spans> sets) {
        int most = Math.min(MOST, sets.size());
        var edges = new long[sets.stream().limit(most).mapToInt(set -> 2 * set.count()).sum()];
        int end = 0;
        for (int set = 0; set < most; set++) {
            for (int span = 0; span < sets.get(set).count(); span++) {
                edges[end++] = sets.get(set).from(span);
                edges[end++] = sets.get(set).to(span);
            }
        }
        changes = Arrays.stream(edges).sorted().distinct().toArray();
        bits = new long[changes.length];
        for (int set = 0; set < most; set++) {
            mark(sets.get(set), 1L << set);
        }
    }

    private void mark(Spans set, long bit) {
        int at = 0;
        for (int span = 0; span < set.count(); span++) {
            while (changes[at] < set.from(span)) {
                at++;
            }
            for (; at < changes.length && changes[at] < set.to(span); at++) {
                bits[at] |= bit;
            }
        }
    }

    long at(long second) {
        int step = step(second);
        return step < 0 ? 0 : bits[step];
    }

    /** When the bits change next after that second; never is {@link Long#MAX_VALUE}. */
    long nextAfter(long second) {
        int next = step(second) + 1;
        return next < changes.length ? changes[next] : Long.MAX_VALUE;
    }

    private int step(long second) {
        int found = Arrays.binarySearch(changes, second);
        return found >= 0 ? found : -found - 2;
    }
}
