package mx.yume.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The corpus: what people write to Salón Lupita and what is understood, to the letter. What is not listed is not read. */
class PhrasesTest {
    private final SpanishReader reader = new SpanishReader();

    /** @param known why the phrase is not read as expected, for those that are known failures */
    record Phrase(String clock, String text, String expected, String known) {

        static Phrase of(String line) {
            String[] parts = line.split("\t", -1);
            return new Phrase(parts[0], parts[1].replace("\\n", "\n"), parts[2], parts.length > 3 ? parts[3] : "");
        }

        boolean fails() {
            return !known.isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> phrasesAreReadAsExpected() {
        return corpus().filter(phrase -> !phrase.fails())
                .map(phrase -> DynamicTest.dynamicTest(phrase.clock() + ": " + phrase.text(),
                        () -> assertThat(read(phrase)).isEqualTo(phrase.expected())));
    }

    /** A known failure that passes is to be moved to the rest. */
    @TestFactory
    Stream<DynamicTest> knownFailuresStillFail() {
        return corpus().filter(Phrase::fails)
                .map(phrase -> DynamicTest.dynamicTest(phrase.clock() + ": " + phrase.text() + " (" + phrase.known() + ")",
                        () -> assertThat(read(phrase)).isNotEqualTo(phrase.expected())));
    }

    @Test
    void theCorpusIsLargeAndItsKnownFailuresFew() {
        List<Phrase> phrases = corpus().toList();
        assertThat(phrases).hasSizeGreaterThanOrEqualTo(250);
        assertThat(phrases).filteredOn(Phrase::fails).hasSizeLessThan(phrases.size() / 20);
    }

    private String read(Phrase phrase) {
        Lexicon lexicon = SalonLupita.lexicon(Objects.requireNonNull(SalonLupita.CLOCKS.get(phrase.clock()), phrase.clock()));
        return Readings.written(reader.read(phrase.text(), lexicon), lexicon);
    }

    private static Stream<Phrase> corpus() {
        try (InputStream file = Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("/language/phrases.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Phrase::of).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
