package mx.yume.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import mx.yume.assistant.language.Corpus.Phrase;
import mx.yume.assistant.language.business.BusinessReadings;

/** Every phrase of every corpus, each read to the letter, and how many of all are right. */
class CorporaTest {
    private static final int FEWEST = 600;
    private static final double SHARE_RIGHT = 0.97;
    private static final SpanishReader READER = new SpanishReader();

    private static final List<Corpus> CORPORA = List.of(new Corpus("phrases.tsv", CorporaTest::customer),
            new Corpus("amounts.tsv", BusinessReadings::amount), new Corpus("menus.tsv", BusinessReadings::menu),
            new Corpus("weeks.tsv", BusinessReadings::week), new Corpus("teams.tsv", BusinessReadings::team),
            new Corpus("spans.tsv", (clock, text) -> BusinessReadings.span(lexicon(clock), text)));

    @TestFactory
    Stream<DynamicTest> phrasesAreReadAsExpected() {
        return CORPORA.stream().flatMap(corpus -> corpus.phrases().stream().filter(phrase -> !phrase.fails())
                .map(phrase -> DynamicTest.dynamicTest(corpus.file() + " " + phrase,
                        () -> assertThat(corpus.read(phrase)).isEqualTo(phrase.expected()))));
    }

    /** A known failure that passes is to be moved to the rest. */
    @TestFactory
    Stream<DynamicTest> knownFailuresStillFail() {
        return CORPORA.stream().flatMap(corpus -> corpus.phrases().stream().filter(Phrase::fails)
                .map(phrase -> DynamicTest.dynamicTest(corpus.file() + " " + phrase + " (" + phrase.known() + ")",
                        () -> assertThat(corpus.read(phrase)).isNotEqualTo(phrase.expected()))));
    }

    @Test
    void nearlyAllOfManyPhrasesAreRight() {
        int total = 0;
        List<String> failing = new ArrayList<>();
        StringBuilder report = new StringBuilder("Phrases read:\n");
        for (Corpus corpus : CORPORA) {
            List<Phrase> phrases = corpus.phrases();
            List<Phrase> wrong = phrases.stream().filter(phrase -> !corpus.read(phrase).equals(phrase.expected())).toList();
            report.append("  %-12s %4d of %4d%n".formatted(corpus.file(), phrases.size() - wrong.size(), phrases.size()));
            wrong.forEach(phrase -> failing.add("  %s %s%n    expected %s%n    read     %s%n    because  %s%n"
                    .formatted(corpus.file(), phrase, phrase.expected(), corpus.read(phrase), phrase.known())));
            total += phrases.size();
        }
        int right = total - failing.size();
        report.append("  together %d of %d, %.1f %%%nNot read:%n".formatted(right, total, 100.0 * right / total))
                .append(String.join("", failing));
        System.out.println(report);
        assertThat(total).isGreaterThanOrEqualTo(FEWEST);
        assertThat(right).as(report.toString()).isGreaterThanOrEqualTo((int) Math.ceil(total * SHARE_RIGHT));
    }

    private static String customer(String clock, String text) {
        Lexicon lexicon = lexicon(clock);
        return Readings.written(READER.read(text, lexicon), lexicon);
    }

    private static Lexicon lexicon(String clock) {
        return SalonLupita.lexicon(Objects.requireNonNull(SalonLupita.CLOCKS.get(clock), clock));
    }
}
