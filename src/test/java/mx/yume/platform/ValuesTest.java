package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final Instant TEN = Instant.parse("2027-01-13T16:00:00Z");

    @Test
    void moneyIsWrittenAsMexicansWriteIt() {
        assertThat(Money.pesos(150)).hasToString("$150");
        assertThat(Money.pesos(1500)).hasToString("$1,500");
        assertThat(Money.pesos(1_234_567)).hasToString("$1,234,567");
        assertThat(new Money(9950)).hasToString("$99.50");
        assertThat(new Money(9905)).hasToString("$99.05");
        assertThat(new Money(0)).hasToString("$0");
        assertThatThrownBy(() -> new Money(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rangesThatTouchDoNotOverlap() {
        var hour = TimeRange.of(TEN, Duration.ofHours(1));
        assertThat(hour.overlaps(TimeRange.of(TEN.plusSeconds(3600), Duration.ofHours(1)))).isFalse();
        assertThat(hour.overlaps(TimeRange.of(TEN.plusSeconds(3599), Duration.ofHours(1)))).isTrue();
        assertThat(hour.contains(TimeRange.of(TEN, Duration.ofMinutes(60)))).isTrue();
        assertThat(hour.contains(TimeRange.of(TEN, Duration.ofMinutes(61)))).isFalse();
    }

    @Test
    void aRangeEndsAfterItStarts() {
        assertThatThrownBy(() -> new TimeRange(TEN, TEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreVersionSevenAndDifferent() {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < 10_000; i++) {
            var id = UuidV7.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void storableTextKeepsEverythingButNulAndHalfSurrogates() {
        assertThat(StorableText.of("hola 💈 {x} \u202Erev")).isEqualTo("hola 💈 {x} \u202Erev");
        assertThat(StorableText.of("a\u0000b")).isEqualTo("a\uFFFDb");
        assertThat(StorableText.of("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(StorableText.of("💈💈", 3)).isEqualTo("💈\uFFFD");
    }

    @Test
    void storableJsonHasNoEscapedNul() {
        assertThat(StorableText.json("{\"a\":\"x\\u0000y\\u0000\"}")).isEqualTo("{\"a\":\"x\\ufffdy\\ufffd\"}");
        assertThat(StorableText.json("\"\\\\\\u0000\"")).isEqualTo("\"\\\\\\ufffd\"");
        assertThat(StorableText.json("\"a\u0000b\"")).isEqualTo("\"a\uFFFDb\"");
    }

    @Test
    void storableJsonKeepsTextThatOnlyLooksLikeAnEscape() {
        for (var written : new String[]{"\"\\\\u0000\"", "\"\\\\\\\\u0000\"", "\"u0000 \\u0001 \\n 💈\"", "\\"}) {
            assertThat(StorableText.json(written)).isEqualTo(written);
        }
    }
}
