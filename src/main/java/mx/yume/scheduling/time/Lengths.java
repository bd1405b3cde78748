package mx.yume.scheduling.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How long each service of a visit may take. Everyone may take another time for it, and every choice of times is another layout
 * of the visit: beyond a bound those times that the fewest people take are left out, so that no request can keep a processor
 * busy. Whoever is left out that way can still be asked for by name.
 */
final class Lengths {

    /** Orders of the services times choices of their lengths. */
    static final int MOST_LAYOUTS = 2_000;

    private Lengths() {}

    /** For each service its lengths in seconds, the shortest first, never none. */
    static List<List<Long>> of(List<Choice> choices, boolean sideBySide) {
        var takers = choices.stream().map(Lengths::takers).toList();
        long orders = orders(choices.size(), sideBySide);
        while (choices.size() > 1 && layouts(orders, takers) > MOST_LAYOUTS
                && takers.stream().anyMatch(one -> one.size() > 1)) {
            leaveOutOne(takers);
        }
        return takers.stream().map(one -> List.copyOf(one.keySet())).toList();
    }

    private static Map<Long, Long> takers(Choice choice) {
        return choice.givers().stream()
                .collect(Collectors.groupingBy(giver -> giver.shape().length(), TreeMap::new, Collectors.counting()));
    }

    /** One after the other in any order; or each beginning with the visit or after any other: labelled forests. */
    private static long orders(int services, boolean sideBySide) {
        long orders = 1;
        for (int factor = 2; factor <= services; factor++) {
            orders *= sideBySide ? services + 1 : factor;
        }
        return orders;
    }

    private static long layouts(long orders, List<Map<Long, Long>> takers) {
        return takers.stream().mapToLong(Map::size).reduce(orders, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
    }

    private static void leaveOutOne(List<Map<Long, Long>> takers) {
        var most = takers.stream().max(Comparator.comparingInt(Map::size)).orElseThrow();
        var rarest = new ArrayList<>(most.keySet());
        rarest.sort(Comparator.comparing((Long length) -> most.get(length)).thenComparing(Comparator.reverseOrder()));
        most.remove(rarest.getFirst());
    }
}
