package mx.yume.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.concurrent.atomic.LongAdder;

import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import mx.yume.business.Business;
import mx.yume.scheduling.time.Days;
import mx.yume.scheduling.time.Giver;
import mx.yume.scheduling.time.Shape;
import mx.yume.scheduling.time.Spans;
import mx.yume.scheduling.time.Timetable;

/** What cells cost in memory, which unlike time is the same on any machine: bench has the figures, this keeps them so. */
class AllocationTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 8);
    /** With a day of 23 hours among them. */
    private static final LocalDate LAST = LocalDate.of(2027, 3, 21);
    private static final int TRIES = 5;
    /** What measuring itself may take. */
    private static final long MARGIN = 512;

    @Test
    void cellsTakeNoMemoryHoweverManyThereAre() {
        var hourly = new LongAdder();
        var everyFiveMinutes = new LongAdder();
        var coarse = grid(60);
        var fine = grid(5);
        long few = allocated(() -> visit(coarse, hourly));
        long many = allocated(() -> visit(fine, everyFiveMinutes));
        assertThat(everyFiveMinutes.sum()).isGreaterThan(10 * hourly.sum());
        assertThat(many).isLessThanOrEqualTo(few + MARGIN);
    }

    /** From hours to cells, in what the calendar needs and no more: a fortnight is far from a kilobyte for each day. */
    @Test
    void aFortnightTakesLittleMemory() {
        var salon = grid(15);
        var cells = new LongAdder();
        assertThat(allocated(() -> visit(salon, cells))).isPositive().isLessThan(14 * 1024);
    }

    private static Business grid(int minutes) {
        var hours = Shop.daily("08:00-20:00");
        return new Shop().in("America/Tijuana").open(hours).cut(30, 0).grid(minutes).with(Shop.ROSA, hours).business();
    }

    private static void visit(Business business, LongAdder cells) {
        var days = new Days(business.location().zone(), FIRST, LAST);
        var service = business.services().getFirst();
        var rosa = new Giver(business.staff().getFirst(), 0, Shape.of(service, service.duration()));
        days.cells(new Timetable(business.location(), days, id -> Spans.NONE, false).startsOf(rosa), business.location().grid(),
                start -> cells.increment());
    }

    /** Of the least of some tries: the first ones load classes. */
    private static long allocated(Runnable work) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int at = 0; at < TRIES; at++) {
            long before = thread.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
