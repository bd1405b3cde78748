package mx.yume.assistant.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * A file of phrases and what is understood of each.
 *
 * @param reader of (setting, text), to the line that the file expects
 */
record Corpus(String file, BinaryOperator<String> reader) {

    /**
     * @param setting what was known or asked when it was written
     * @param known why the phrase is not read as expected, for those that are known failures
     */
    record Phrase(String setting, String text, String expected, String known) {

        static Phrase of(String line) {
            String[] parts = line.split("\t", -1);
            return new Phrase(parts[0], parts[1].replace("\\n", "\n"), parts[2], parts.length > 3 ? parts[3] : "");
        }

        boolean fails() {
            return !known.isEmpty();
        }

        @Override
        public String toString() {
            return setting + ": " + text;
        }
    }

    List<Phrase> phrases() {
        try (InputStream stream = Objects.requireNonNull(Corpus.class.getResourceAsStream("/language/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Phrase::of).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String read(Phrase phrase) {
        return reader.apply(phrase.setting(), phrase.text());
    }
}
