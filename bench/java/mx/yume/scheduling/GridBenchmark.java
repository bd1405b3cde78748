package mx.yume.scheduling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The same free day on finer and coarser grids: cells cost time, but no memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class GridBenchmark {

    @Param({"5", "15", "60"})
    public int gridMinutes;

    private FullDays day;

    @Setup
    public void days() {
        day = new FullDays(ZoneId.of("America/Mexico_City"), LocalDate.of(2027, 1, 13), 1, 1, 0, gridMinutes).checked();
    }

    @Benchmark
    public void cells(Blackhole found) {
        day.arithmetic(found::consume);
    }
}
