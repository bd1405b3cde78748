package mx.yume.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages that somebody reads: those at the top, and everything below docs. */
final class Documents {

    private Documents() {}

    static List<Path> all() {
        try (var top = Files.list(Path.of("")); var below = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, below).filter(path -> path.toString().endsWith(".md")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is shown as it is typed, in a block of its own, is no text: links and names in it are none. */
    static String prose(Path file) {
        return text(file).replaceAll("(?ms)^```.*?^```", "");
    }
}
