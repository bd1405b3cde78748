package mx.yume.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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

import mx.yume.platform.TimeRange;

/** One person's day, from what is busy to the list of starts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AvailabilityBenchmark {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 13);
    private static final Instant NOW = DAY.minusDays(2).atStartOfDay(ZONE).toInstant();
    /** Of 12 hours 40 visits of 15 minutes fit, with gaps. */
    private static final int MINUTES_APART = 18;
    private static final int VISIT_MINUTES = 15;

    @Param({"0", "10", "40"})
    public int appointments;

    private Availability availability;
    private SlotQuery query;

    @Setup
    public void day() {
        var hours = Shop.daily("08:00-20:00");
        var business = new Shop().in(ZONE.getId()).open(hours).cut(30, 0).with(Shop.ROSA, hours).business();
        var visits = new HashMap<UUID, List<TimeRange>>();
        visits.put(Shop.ROSA.value(), new ArrayList<>(IntStream.range(0, appointments).mapToObj(this::visit).toList()));
        availability = new Availability(business, business.location(), new Busy(visits), NOW);
        query = SlotQuery.online(Shop.PLACE, Shop.CUT, DAY, DAY, Optional.empty());
    }

    private TimeRange visit(int number) {
        var start = DAY.atTime(LocalTime.of(8, 0)).plusMinutes((long) number * MINUTES_APART).atZone(ZONE);
        return new TimeRange(start.toInstant(), start.plusMinutes(VISIT_MINUTES).toInstant());
    }

    @Benchmark
    public List<Slot> staffDay() {
        return availability.slots(query);
    }
}
