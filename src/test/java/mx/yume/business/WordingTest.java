package mx.yume.business;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void spacesAreSingleAndNotAround() {
        assertThat(Wording.tidy(" \tCorte  de\u00a0\n cabello ")).isEqualTo("Corte de cabello");
        assertThat(Wording.tidy("\u00a0")).isEmpty();
    }

    @Test
    void whatPostgresCannotKeepIsReplaced() {
        assertThat(Wording.tidy("a\u0000b\ud83d")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void lengthsAreCountedInCharactersAsPostgresDoes() {
        assertThat(Wording.isBetween(1, "💇", 1)).isTrue();
        assertThat(Wording.isBetween(1, "", 1)).isFalse();
        assertThat(Wording.isBetween(1, "ab", 1)).isFalse();
    }
}
