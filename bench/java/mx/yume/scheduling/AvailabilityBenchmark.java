package mx.yume.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The free starts of one person's day, from what is busy to every start: by the engine's arithmetic, and by stepping. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class AvailabilityBenchmark {

    private static final ZoneId CAPITAL = ZoneId.of("America/Mexico_City");
    private static final ZoneId BORDER = ZoneId.of("America/Tijuana");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 13);
    /** It has 23 hours. */
    private static final LocalDate CHANGE = LocalDate.of(2027, 3, 14);
    private static final int DAYS = 14;
    private static final int STAFF = 10;
    private static final int GRID = 15;

    @Param({"0", "10", "40"})
    public int appointments;

    private FullDays day;
    private FullDays fortnight;
    private FullDays changing;

    @Setup
    public void days() {
        day = new FullDays(CAPITAL, DAY, 1, 1, appointments, GRID).checked();
        fortnight = new FullDays(CAPITAL, DAY, DAYS, STAFF, appointments, GRID).checked();
        changing = new FullDays(BORDER, CHANGE, 1, 1, appointments, GRID).checked();
    }

    @Benchmark
    public void day(Blackhole found) {
        day.arithmetic(found::consume);
    }

    @Benchmark
    public void dayStepping(Blackhole found) {
        day.stepping(found::consume);
    }

    @Benchmark
    @OperationsPerInvocation(DAYS * STAFF)
    public void fortnightOfTen(Blackhole found) {
        fortnight.arithmetic(found::consume);
    }

    @Benchmark
    @OperationsPerInvocation(DAYS * STAFF)
    public void fortnightOfTenStepping(Blackhole found) {
        fortnight.stepping(found::consume);
    }

    /** More code than the others: it takes longer to warm up. */
    @Benchmark
    @OperationsPerInvocation(DAYS * STAFF)
    @Warmup(iterations = 10, time = 1)
    public List<Slot> fortnightOfTenListed() {
        return fortnight.slots();
    }

    @Benchmark
    public void dayOfChange(Blackhole found) {
        changing.arithmetic(found::consume);
    }

    @Benchmark
    public void dayOfChangeStepping(Blackhole found) {
        changing.stepping(found::consume);
    }
}
