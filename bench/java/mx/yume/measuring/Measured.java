package mx.yume.measuring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.testing.PlainYume;

/** Calls of one kind against one database: how long each took, and what CPU all of them took. */
public final class Measured {

    private final String name;
    private final PlainYume yume;
    private final IntFunction<Uni<?>> call;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private Duration application = Duration.ZERO;
    private Duration database = Duration.ZERO;
    private int next;

    /** @param call given 0, 1, 2 and so on, each once */
    public Measured(String name, PlainYume yume, IntFunction<Uni<?>> call) {
        this.name = name;
        this.yume = yume;
        this.call = call;
    }

    /** So many of each, one database after the other and in turns, in so many rounds; whatever disturbs one disturbs the other. */
    public static void inTurns(List<Measured> subjects, int rounds, int calls, int inFlight) {
        for (int round = 0; round < rounds; round++) {
            var order = round % 2 == 0 ? subjects : subjects.reversed();
            order.forEach(subject -> subject.run(calls, inFlight));
        }
    }

    /** Forgets what was measured so far: it was the warm-up. */
    public void forget() {
        nanos.clear();
        application = Duration.ZERO;
        database = Duration.ZERO;
    }

    /** @param inFlight at most so many at once */
    public void run(int calls, int inFlight) {
        var backends = Cpu.backends(yume);
        var applicationBefore = Cpu.application();
        var databaseBefore = Cpu.of(backends);
        var all = Multi.createFrom().range(next, next + calls).onItem().transformToUni(this::timed).merge(inFlight).collect()
                .last();
        EndToEnd.await(all);
        next += calls;
        database = database.plus(Cpu.of(backends)).minus(databaseBefore);
        application = application.plus(Cpu.application()).minus(applicationBefore);
    }

    private Uni<?> timed(int number) {
        return Uni.createFrom().deferred(() -> {
            long began = System.nanoTime();
            return call.apply(number).onItem().invoke(() -> nanos.add(System.nanoTime() - began));
        });
    }

    public String name() {
        return name;
    }

    public double medianMillis() {
        return percentile(50);
    }

    /** Of the time a call took, in milliseconds. */
    public double percentile(int percent) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }

    /** Of the application, in milliseconds for each call. */
    public double applicationMillis() {
        return application.toNanos() / 1e6 / nanos.size();
    }

    /** Of the database, in milliseconds for each call. */
    public double databaseMillis() {
        return database.toNanos() / 1e6 / nanos.size();
    }
}
