package mx.yume.journeys;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/observe.md, as the application's own answer at /q/metrics says. */
final class ObserveDocument {

    static final Path FILE = Path.of("docs", "observe.md");
    private static final String FROM = "<!-- listed from /q/metrics by ObserveDocument, do not edit -->\n";
    private static final String TO = "<!-- end of the list -->";
    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (yume_\\w+) (.*)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private ObserveDocument() {}

    /** What the document has between its two marks. */
    static String listed(String document) {
        return document.substring(document.indexOf(FROM) + FROM.length(), document.indexOf(TO));
    }

    static String list(String metrics) {
        var types = TYPE.matcher(metrics).results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (a, _) -> a));
        var rows = new TreeMap<String, String>();
        HELP.matcher(metrics).results().filter(it -> !ofHistogram(it.group(1), types)).forEach(it -> rows.put(it.group(1),
                "| `%s` | %s | %s | %s |\n".formatted(it.group(1), types.get(it.group(1)), labels(metrics, it.group(1)),
                        it.group(2).strip())));
        return "\n| metric | kind | labels | what |\n|---|---|---|---|\n" + String.join("", rows.values()) + "\n";
    }

    /** Every name that a sample has. */
    static Set<String> names(String metrics) {
        return SAMPLE.matcher(metrics).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    /** By name, every label that a sample has. */
    static Map<String, Set<String>> labels(String metrics) {
        return SAMPLE.matcher(metrics).results().collect(Collectors.toMap(it -> it.group(1), it -> labelsOf(it.group(2)),
                (a, b) -> {
                    var both = new LinkedHashSet<>(a);
                    both.addAll(b);
                    return both;
                }));
    }

    private static Set<String> labelsOf(String written) {
        return written == null ? Set.of()
                : LABEL.matcher(written).results().map(it -> it.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Micrometer tells the longest of a while beside each histogram. */
    private static boolean ofHistogram(String name, Map<String, String> types) {
        return name.endsWith("_max") && "histogram".equals(types.get(name.substring(0, name.length() - "_max".length())));
    }

    private static String labels(String metrics, String name) {
        var all = labels(metrics);
        var found = List.of(name, name + "_count").stream().map(all::get).filter(it -> it != null).flatMap(Collection::stream)
                .distinct().sorted().toList();
        return found.isEmpty() ? "" : Arrays.stream(found.toArray()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
