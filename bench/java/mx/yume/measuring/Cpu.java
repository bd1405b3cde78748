package mx.yume.measuring;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import mx.yume.testing.PlainYume;

/** CPU time, user and system together, as the operating system counts it. */
public final class Cpu {

    private static final String BACKENDS = """
            select pid from pg_stat_activity
            where datname = current_database() and usename = 'yume' and backend_type = 'client backend'
            """;

    private Cpu() {}

    /** Of this process with all its threads: what is asked, the event loops, the garbage collector, the compiler. */
    public static Duration application() {
        return Duration.ofNanos(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    /** The PostgreSQL processes which answer the application's connections; of the same ones, later minus earlier counts. */
    public static List<ProcessHandle> backends(PlainYume yume) {
        return yume.superuser().rows(BACKENDS).stream()
                .map(row -> ProcessHandle.of(Long.parseLong(row.getFirst())).orElseThrow())
                .toList();
    }

    /** Of processes that still run. */
    public static Duration of(Collection<ProcessHandle> processes) {
        return processes.stream().map(process -> process.info().totalCpuDuration().orElseThrow()).reduce(Duration.ZERO,
                Duration::plus);
    }
}
