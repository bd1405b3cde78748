package mx.yume.journeys;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of PromQL as can be checked without Prometheus: brackets, and which metrics an expression names. */
final class PromQl {

    private static final Set<String> WORDS = Set.of("sum", "max", "min", "rate", "increase", "by", "or", "and", "unless", "on",
            "histogram_quantile", "without", "ignoring", "avg", "count", "absent");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without|ignoring) \\([^)]*\\)");
    private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        var bare = STRING.matcher(expression).replaceAll("");
        for (var pattern : new Pattern[]{GROUPING, MATCHERS, RANGE}) {
            bare = pattern.matcher(bare).replaceAll(" ");
        }
        return NAME.matcher(bare).results().map(it -> it.group()).filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    static boolean balanced(String expression) {
        var open = new ArrayDeque<Character>();
        boolean quoted = false;
        for (int at = 0; at < expression.length(); at++) {
            char letter = expression.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(letter) >= 0) {
                open.push(letter);
            } else if (!quoted && ")]}".indexOf(letter) >= 0
                    && (open.isEmpty() || "([{".indexOf(open.pop()) != ")]}".indexOf(letter))) {
                return false;
            }
        }
        return open.isEmpty() && !quoted;
    }
}
