package mx.yume.scheduling.time;

import java.util.List;

/**
 * Services of a visit that are given at once, or a single one: between two groups of a visit nobody is still at work.
 *
 * @param parts sorted by offset
 * @param length from the first one's start to the last one's end, in seconds
 */
record Group(List<Placed> parts, long length) {

    /**
     * @param part the number of the service among those wanted
     * @param offset from the start of the group, in seconds
     */
    record Placed(int part, long offset, long length) {

        long end() {
            return offset + length;
        }

        boolean overlaps(Placed other) {
            return offset < other.end() && other.offset < end();
        }
    }

    Group {
        parts = List.copyOf(parts);
    }

    static Group of(List<Placed> parts) {
        return new Group(parts, parts.stream().mapToLong(Placed::end).max().orElseThrow());
    }

    /** Which services it holds, a bit for each. */
    int mask() {
        int mask = 0;
        for (var placed : parts) {
            mask |= 1 << placed.part();
        }
        return mask;
    }

    boolean single() {
        return parts.size() == 1;
    }

    /** What the customer saves by having them at once. */
    long saved() {
        return parts.stream().mapToLong(Placed::length).sum() - length;
    }

    /** The numbers of its services as they begin, counted from one: a digit for each, to compare with the order named. */
    int order() {
        int order = 0;
        for (var placed : parts) {
            order = order * 10 + placed.part() + 1;
        }
        return order;
    }
}
