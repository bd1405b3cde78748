package mx.yume.scheduling.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import mx.yume.platform.TimeRange;

class SpansTest {

    @Test
    void whatTouchesOrOverlapsBecomesOneInWhateverOrderItComes() {
        assertThat(spans(10, 20, 20, 30)).isEqualTo(Spans.of(10, 30));
        assertThat(spans(20, 30, 0, 5, 4, 21)).isEqualTo(Spans.of(0, 30));
        assertThat(spans(20, 30, 40, 50, 10, 12)).isEqualTo(spans(10, 12, 20, 30, 40, 50))
                .hasToString("[10, 12, 20, 30, 40, 50]")
                .hasSameHashCodeAs(spans(10, 12, 20, 30, 40, 50));
        assertThat(spans(5, 5, 7, 6)).isEqualTo(Spans.NONE);
        assertThat(Spans.of(3, 3).isEmpty()).isTrue();
        assertThat(Spans.of(3, 4)).isNotEqualTo(Spans.of(3, 5)).isNotEqualTo("[3, 4]");
    }

    @Test
    void partsOfASecondCountAsWholeOnes() {
        var busy = new TimeRange(Instant.ofEpochMilli(10_500), Instant.ofEpochMilli(20_001));
        assertThat(SpanList.covering(List.of(busy), 1)).isEqualTo(Spans.of(10, 21));
    }

    @Test
    void startsAreWhereAllOfItFits() {
        assertThat(spans(0, 10, 20, 25).startsFor(0, 6)).isEqualTo(Spans.of(0, 5));
        assertThat(spans(0, 10, 20, 25).startsFor(-2, 3)).isEqualTo(spans(2, 8, 22, 23));
        assertThat(Spans.of(0, 10).startsFor(4, 6)).isEqualTo(Spans.of(-4, 5));
    }

    /** Against bits, one for each second. */
    @RepeatedTest(200)
    void everyOperationDoesToSpansWhatItDoesToSets(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var one = bits(random);
        var other = bits(random);
        check(spans(one).and(spans(other)), one, other, BitSet::and);
        check(spans(one).or(spans(other)), one, other, BitSet::or);
        check(spans(one).minus(spans(other)), one, other, BitSet::andNot);
        assertThat(spans(one).shifted(7).shifted(-7)).isEqualTo(spans(one));
        for (int second = 0; second < 70; second++) {
            assertThat(spans(one).contains(second)).isEqualTo(one.get(second));
        }
    }

    @Test
    void longestIsInSeconds() {
        assertThat(Spans.NONE.longest()).isZero();
        assertThat(spans(0, 3, 10, 20, 30, 31).longest()).isEqualTo(10);
    }

    private interface Operation {
        void on(BitSet one, BitSet other);
    }

    private static void check(Spans result, BitSet one, BitSet other, Operation operation) {
        var expected = (BitSet) one.clone();
        operation.on(expected, other);
        assertThat(result).isEqualTo(spans(expected));
    }

    private static BitSet bits(Random random) {
        var bits = new BitSet();
        for (int second = 0; second < 60; second++) {
            bits.set(second, random.nextInt(3) > 0);
        }
        return bits;
    }

    private static Spans spans(BitSet bits) {
        var list = new SpanList(1);
        bits.stream().forEach(second -> list.add(second, second + 1));
        return list.spans();
    }

    private static Spans spans(long... bounds) {
        var list = new SpanList(0);
        for (int at = 0; at < bounds.length; at += 2) {
            list.add(bounds[at], bounds[at + 1]);
        }
        return list.spans();
    }
}
