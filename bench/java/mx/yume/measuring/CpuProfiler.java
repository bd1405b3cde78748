package mx.yume.measuring;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * For JMH's {@code -prof}: the CPU time of each operation, the garbage collector and the compiler included. On a machine that
 * others use too it says more than the time on the clock.
 */
public final class CpuProfiler implements InternalProfiler {

    private Duration before = Duration.ZERO;

    @Override
    public String getDescription() {
        return "CPU time of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = Cpu.application();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        double nanos = Cpu.application().minus(before).toNanos();
        return List.of(new ScalarResult("cpu", nanos / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
    }
}
