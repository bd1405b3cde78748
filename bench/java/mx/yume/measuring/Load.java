package mx.yume.measuring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** How long calls took, and all of them together. */
public final class Load {

    private final List<Long> nanos = new ArrayList<>();
    private long elapsed;

    /** So many callers at once for so long, each with its next call as soon as the last was answered; all on one event loop. */
    public void run(Vertx vertx, int callers, Duration time, Supplier<Future<?>> call) {
        var all = Promise.<Void>promise();
        long begin = System.nanoTime();
        vertx.runOnContext(_ -> {
            var over = new ArrayList<Future<Void>>();
            for (int caller = 0; caller < callers; caller++) {
                var done = Promise.<Void>promise();
                again(begin + time.toNanos(), call, done);
                over.add(done.future());
            }
            Future.all(over).<Void>mapEmpty().onComplete(all);
        });
        Installation.await(all.future());
        elapsed += System.nanoTime() - begin;
    }

    private void again(long end, Supplier<Future<?>> call, Promise<Void> done) {
        long began = System.nanoTime();
        if (began > end) {
            done.complete();
            return;
        }
        call.get().onComplete(answered -> {
            if (answered.failed()) {
                done.fail(answered.cause());
                return;
            }
            nanos.add(System.nanoTime() - began);
            again(end, call, done);
        });
    }

    /** One call more that was measured elsewhere. */
    public void took(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    public int calls() {
        return nanos.size();
    }

    public double perSecond() {
        return nanos.size() * 1e9 / elapsed;
    }

    /** Of the time a call took, in milliseconds. */
    public double percentile(double percent) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * percent / 100)] / 1e6;
    }
}
