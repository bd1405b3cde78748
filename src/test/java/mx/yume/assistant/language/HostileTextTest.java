package mx.yume.assistant.language;

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

/** Whatever is sent, reading it ends, soon, without an error, and understands nothing that is not there. The timeout only ends what would never end. */
@Timeout(60)
class HostileTextTest {
    private static final int LARGEST_MESSAGE = 64 * 1024;
    private final SpanishReader reader = new SpanishReader();
    private final Lexicon lexicon = SalonLupita.lexicon();

    static Stream<String> repeated() {
        return Stream.of("😀", "👍🏽", "a", "a ", " ", "1", "1 ", "1:", "de ", "el ", "no ", "no puedo ", "y ", "30 y 5 ",
                "corte ", "corte y ", "uñas o ",
                "mañana ", "mañana o ", "@0 ", "entre 3 y ", "a las 5 y media ", "si ", "soy ", "soy a", "para mi hija ",
                "María de la ", "viernes 15 ", "55 ",
                "\u0000", "\uD800", "\uDC00", "\u202E", "\u0301", "ñ\u0303", "{x}", "<b>", "'; drop table", "\uFDFA", "(", "\\",
                "$1", "á", "¿", "?",
                "nada , ", "aaaa' ", "'", "-", "a-", "js", "ja", "1/1/", "1.1.", "hola como estas ");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aMessageFullOfTheSameThingIsRead(String piece) {
        String text = piece.repeat(LARGEST_MESSAGE / piece.length());

        assertThatCode(() -> reader.read(text, lexicon)).doesNotThrowAnyException();
        assertThatCode(() -> reader.read("x" + text, lexicon)).doesNotThrowAnyException();
        assertThatCode(() -> reader.read(text.substring(0, 999) + "mañana a las 5", lexicon)).doesNotThrowAnyException();
    }

    @Test
    void onlyTheBeginningOfALongMessageIsRead() {
        String filler = "😀".repeat(SpanishReader.READ / 2);

        assertThat(Readings.written(reader.read(filler + " corte mañana", lexicon), lexicon)).isEqualTo("-");
        assertThat(reader.read("corte mañana " + filler, lexicon).day()).isPresent();
    }

    @Test
    void emptyAndInvisibleMessagesSayNothing() {
        for (String text : List.of("", " ", "\n\n", "\u200B", "\u0000", "\uD83D", "\u202E\u202C", "?", "...", "🎉", "@0",
                "@7 y @9", "\u200F\u200F")) {
            assertThat(Readings.written(reader.read(text, lexicon), lexicon)).as("<%s>", text).isEqualTo("-");
        }
    }

    @Test
    void marksThatOnlySteerTheShowingOfTextDoNotHideWords() {
        assertThat(Readings.written(reader.read("\u202Emañ\u200Bana\u200F a las\u00A05", lexicon), lexicon))
                .isEqualTo("day=2027-01-14 | time=17:00");
        assertThat(Readings.written(reader.read("man\u0303ana", lexicon), lexicon)).isEqualTo("day=2027-01-14");
        assertThat(Readings.written(reader.read("𝗺𝗮𝗻̃𝗮𝗻𝗮 ５ｐｍ", lexicon), lexicon))
                .isEqualTo("day=2027-01-14 | time=17:00");
    }

    /** Every order of the words that the readers react to; the seed is fixed, so that a failure can be repeated. */
    @Test
    void wordsInAnyOrderAreReadWithoutError() {
        Random random = new Random(20_270_113);
        List<String> words = List.of(
                ("hola quiero un corte y barba uñas mañana pasado en la el del al de hoy 8 15 31 99 0 00 5 12 13 25 250 1130 2027 5:30 25:99 15/01 31/02 00/00 "
                        + "99-99-9999 a las para cuarto media menos entre antes después am pm hrs dia dias semana semanas mes próximo que viene lunes viernes domingo enero "
                        + "febrero primero segundo opción la 2 no sí puedo pero mejor con ana beto quien sea soy paty me llamo mi cita cancelar cambiar o u , . ? ! @ $ # "
                        + "lo posible al rato hora horas una mediodía tarde noche quincena fin 999 1000000 30 40 y5 5pm 17h 1ro")
                        .split(" "));
        for (int round = 0; round < 5_000; round++) {
            List<String> message = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(12); i++) {
                message.add(words.get(random.nextInt(words.size())));
            }
            String text = String.join(" ", message);
            assertThatCode(() -> reader.read(text, lexicon)).as(text).doesNotThrowAnyException();
        }
    }

    @Test
    void theWorstMessagesEndToo() {
        String worst = "no puedo el viernes 15 o el sábado a las 5 y media o a las 6 ".repeat(1_000);

        assertThat(reader.read(worst, lexicon).answer()).isEmpty();
    }
}
