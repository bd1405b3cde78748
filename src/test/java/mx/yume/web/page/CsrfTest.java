package mx.yume.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import mx.yume.testing.PlainYume;

/** A form's token is its session's alone, and no page writes it as another does. */
class CsrfTest {

    private static final String SESSION = "x".repeat(43);

    private final Csrf csrf = PlainYume.fresh().the(Csrf.class);

    @Test
    void fitsTheSessionItWasMadeForAndNoOther() {
        var token = csrf.token(SESSION);
        assertThat(csrf.fits(SESSION, token)).isTrue();
        assertThat(csrf.fits("y".repeat(43), token)).isFalse();
        assertThat(csrf.fits("", token)).isFalse();
    }

    @Test
    void isWrittenAnewEachTimeAndStaysGood() {
        var written = IntStream.range(0, 100).mapToObj(_ -> csrf.token(SESSION)).toList();
        assertThat(written).doesNotHaveDuplicates().allMatch(token -> csrf.fits(SESSION, token));
        // Neither half repeats: what is in both pages could be found out from how well they compress.
        assertThat(written.stream().map(token -> token.substring(44))).doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyHereMadeFitsNothing() {
        var token = csrf.token(SESSION);
        assertThat(csrf.fits(SESSION, null)).isFalse();
        for (var other : new String[]{"", "á", "####", token.substring(1), token + "AAAA", "A".repeat(86),
                token.substring(0, 60) + (token.charAt(60) == 'A' ? 'B' : 'A') + token.substring(61)}) {
            assertThat(csrf.fits(SESSION, other)).as(other).isFalse();
        }
    }
}
