package mx.yume.assistant.language.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an owner sends, reading it ends, soon, without an error. The timeout only ends what would never end. */
@Timeout(60)
class HostileBusinessTextTest {
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private static final List<String> KNOWN = List.of("Corte de cabello", "Corte y barba", "Barba", "Tinte", "", "…", "y");

    static Stream<String> repeated() {
        return Stream.of("😀", "a", "a ", " ", "1", "1 ", "1:", "5 ", "55 1234 5678 ", "+52 ", "$", "$1 ", "$1,", "1,200,",
                "mil ", "cien y ",
                "media hora ", "hora y ", "corte ", "corte y ", "corte 30 150 ", "quita ", "no ", "desde ", "y ", ", ", "\n",
                "1.\n", "(",
                "lunes ", "lunes a ", "L-V ", "de 9 a 7 ", "de 9 a 2 y ", "menos ", "hasta las 3 ", "24 horas ",
                "de lunes a viernes de 9 a 7 y ",
                "Ana ", "Ana y ", "Ana de la ", "nadie ", "todo ", "hace ", "mañana de 2 a 4 ", "2 horas ",
                "a las 3 por 2 horas ",
                "todos los lunes ", "\u0000", "\uD800", "\u202E", "ñ\u0303", "\uFDFA", "99999999999", "9:99 ", "@0 ", "x'",
                "a-b");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aMessageFullOfTheSameThingIsRead(String piece) {
        String text = piece.repeat(LARGEST_MESSAGE / piece.length());

        readAll(text);
        readAll("x" + text);
    }

    /** Every order of the words that the readers react to; the seed is fixed, so that a failure can be repeated. */
    @Test
    void wordsInAnyOrderAreReadWithoutError() {
        Random random = new Random(20_270_113);
        List<String> words = List.of(
                ("corte barba tinte y e , . ; : - / ( ) $ 150 30 0 99 1,200 1.5 9:30 25:99 mil cien doscientos un una media hora horas min pesos "
                        + "desde quita agrega cambia no ya hago sin el la de del a en por con lunes a viernes sabados domingo L V S D todos los dias menos excepto "
                        + "cerrado abrimos cerramos hasta 7 12 24 am pm noche mañana tarde también solo resto Ana Beto María 5512345678 hace todo como encargada "
                        + "que vea agenda nadie yo hoy semana próxima cada del al 20 31 febrero rato ahorita")
                        .split(" "));
        for (int round = 0; round < 3_000; round++) {
            List<String> message = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(14); i++) {
                message.add(words.get(random.nextInt(words.size())));
            }
            readAll(String.join(" ", message));
        }
    }

    @Test
    void emptyMessagesSayNothing() {
        for (String text : List.of("", " ", "\n\n", "?", "...", "🎉", "\u200B", "\uD83D")) {
            assertThat(MenuReader.read(text, KNOWN).understood()).isFalse();
            assertThat(WeekReader.read(text)).isEmpty();
            assertThat(TeamReader.read(text, KNOWN)).isEmpty();
            assertThat(Amounts.price(text)).isEmpty();
            assertThat(Amounts.duration(text)).isEmpty();
            assertThat(Phones.in(text)).isEmpty();
            assertThat(Weekdays.read(text)).isEmpty();
            assertThat(BusinessReadings.span(SalonClock.lexicon(), text)).isEqualTo("-");
        }
    }

    private static void readAll(String text) {
        assertThatCode(() -> {
            MenuReader.read(text, KNOWN);
            WeekReader.read(text);
            TeamReader.read(text, KNOWN);
            Amounts.price(text);
            Amounts.duration(text);
            Phones.in(text);
            Weekdays.read(text);
            Spans.read(text, SalonClock.lexicon());
        }).as(text.length() > 200 ? text.substring(0, 200) : text).doesNotThrowAnyException();
    }
}
