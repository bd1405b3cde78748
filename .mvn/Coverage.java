import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints which share of the lines the tests ran, in all and by room and door, from JaCoCo's CSV report.
 * Arguments: the report, whether a minimum that is missed fails the build, then minimums in percent such as scheduling=95.
 */
public class Coverage {

    public static void main(String[] arguments) throws Exception {
        var missedAndCovered = new TreeMap<String, long[]>();
        for (var line : Files.readAllLines(Path.of(arguments[0]))) {
            var columns = line.split(",");
            if (columns[0].equals("GROUP")) {
                continue;
            }
            for (var name : new String[]{"all", part(columns[1])}) {
                var sum = missedAndCovered.computeIfAbsent(name, first -> new long[2]);
                sum[0] += Long.parseLong(columns[7]);
                sum[1] += Long.parseLong(columns[8]);
            }
        }
        var enforced = Boolean.parseBoolean(arguments[1]);
        var minimums = new TreeMap<String, Integer>();
        Arrays.stream(arguments).skip(2).map(minimum -> minimum.split("="))
                .forEach(minimum -> minimums.put(minimum[0], Integer.valueOf(minimum[1])));
        if (!print(missedAndCovered, minimums) && enforced) {
            System.err.println("Too little is covered by tests: see the lines above, and target/site/jacoco/index.html.");
            System.exit(1);
        }
    }

    private static boolean print(Map<String, long[]> missedAndCovered, Map<String, Integer> minimums) {
        System.out.println("Lines covered by tests:");
        var enough = true;
        for (var entry : missedAndCovered.entrySet()) {
            long covered = entry.getValue()[1];
            long lines = covered + entry.getValue()[0];
            double percent = lines == 0 ? 100 : 100.0 * covered / lines;
            var minimum = minimums.get(entry.getKey());
            enough &= minimum == null || percent >= minimum;
            System.out.printf("  %-14s %5.1f %%  (%d of %d)%s%n", entry.getKey(), percent, covered, lines,
                    minimum == null ? "" : "  at least " + minimum + " %" + (percent < minimum ? ": MISSED" : ""));
        }
        return enough;
    }

    /** mx.yume.scheduling.whatever is scheduling; the root package is the start. */
    private static String part(String packageName) {
        var names = packageName.split("\\.");
        return names.length > 2 ? names[2] : "start";
    }
}
