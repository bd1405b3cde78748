package mx.yume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.platform.JobHandler;
import mx.yume.platform.OutsideJob;
import mx.yume.platform.Sweep;
import mx.yume.testing.PlainYume;

/** The lists of docs/jobs.md, as the beans say. Run {@link #main} in the project's folder to write them there. */
final class JobsDocument {

    static final Path FILE = Path.of("docs", "jobs.md");
    private static final String FROM = "<!-- listed from the beans by JobsDocument, do not edit -->\n";
    private static final String TO = "<!-- end of the lists -->";

    private JobsDocument() {}

    public static void main(String[] arguments) throws IOException {
        var document = Files.readString(FILE);
        Files.writeString(FILE, document.substring(0, document.indexOf(FROM) + FROM.length()) + lists()
                + document.substring(document.indexOf(TO)));
    }

    static String lists() {
        return "\n### Sweeps\n\n| sweep | every | what |\n|---|---|---|\n" + sweeps()
                + "\n### Jobs\n\n| kind | handled by |\n|---|---|\n" + jobs() + "\n";
    }

    /** What the document has between its two marks. */
    static String listed(String document) {
        return document.substring(document.indexOf(FROM) + FROM.length(), document.indexOf(TO));
    }

    private static String sweeps() {
        return PlainYume.shared().all(Sweep.class).stream().sorted(Comparator.comparing(Sweep::name))
                .map(sweep -> "| %s | %s | %s |\n".formatted(sweep.name(), words(sweep.every()), sweep.purpose()))
                .collect(Collectors.joining());
    }

    private static String jobs() {
        var facts = PlainYume.shared().all(JobHandler.class).stream().flatMap(handler -> rows(handler, handler.kinds(), ""));
        var outside = PlainYume.shared().all(OutsideJob.class).stream()
                .flatMap(handler -> rows(handler, handler.kinds(), ", outside"));
        return Stream.concat(facts, outside).sorted().collect(Collectors.joining());
    }

    private static Stream<String> rows(Object handler, Set<String> kinds, String where) {
        return kinds.stream().map(kind -> "| %s | %s%s |\n".formatted(kind, handler.getClass().getSimpleName(), where));
    }

    private static String words(Duration every) {
        if (every.toHours() > 0) {
            return every.toHours() + " h";
        }
        return every.toMinutes() > 0 ? every.toMinutes() + " min" : every.toSeconds() + " s";
    }
}
