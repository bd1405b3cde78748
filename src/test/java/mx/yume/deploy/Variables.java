package mx.yume.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that Yume reads: those of the README's table, and those that stand for a property by MicroProfile's rule. */
final class Variables {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    /** Each for a property that is mapped or Quarkus's own. */
    private static final Set<String> PROPERTIES = Set.of("QUARKUS_HTTP_HOST");

    private Variables() {}

    /** Those among them that mean nothing to Yume. */
    static List<String> unknown(Stream<String> names) {
        var known = known();
        return names.filter(name -> !known.contains(name) && !PROPERTIES.contains(name)).toList();
    }

    private static Set<String> known() {
        try {
            return Files.readString(Path.of("README.md")).lines().filter(line -> line.startsWith("| `"))
                    .flatMap(line -> NAMED.matcher(line).results()).map(found -> found.group(1)).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
