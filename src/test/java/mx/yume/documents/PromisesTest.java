package mx.yume.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** A page that says which test keeps a promise, or which class does what, names one that is there. */
class PromisesTest {

    /** A test, by itself or with one of its methods. */
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");
    /** Where everything in backticks that looks like a class of ours is one. */
    private static final List<Path> NAMING_CLASSES = List.of(Path.of("docs/security.md"), Path.of("docs/reliability.md"));
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");

    @Test
    void everyTestThatAPageNamesIsThere() throws IOException {
        var sources = sources(Path.of("src/test/java"));
        var wrong = new ArrayList<String>();
        int named = 0;
        for (var page : Documents.all()) {
            for (var found : TEST.matcher(Documents.prose(page)).results().toList()) {
                named++;
                var source = sources.get(found.group(1));
                var method = found.group(2);
                if (source == null || (method != null && !Files.readString(source).contains("void " + method + "("))) {
                    wrong.add(page + ": " + found.group());
                }
            }
        }
        assertThat(named).as("tests that were found").isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyClassThatTheyNameIsThere() throws IOException {
        var sources = sources(Path.of("src"));
        var wrong = new ArrayList<String>();
        for (var page : NAMING_CLASSES) {
            var names = CLASS.matcher(Documents.prose(page)).results().map(found -> found.group(1)).toList();
            assertThat(names).as("classes named in " + page).isNotEmpty();
            names.stream().filter(name -> !sources.containsKey(name)).map(name -> page + ": " + name).forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    /** By the name of the class. */
    private static Map<String, Path> sources(Path root) throws IOException {
        var sources = new HashMap<String, Path>();
        try (var files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(String.valueOf(file.getFileName()).replace(".java", ""), file));
        }
        return sources;
    }
}
