package mx.yume.journeys;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.conversation.Workers;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** The running application as a journey sees it from outside: time passes, work gets done, rows can be looked at. */
@ApplicationScoped
class Yume {

    private final World world;
    private final Workers workers;
    private final SettableClock clock;

    Yume(World world, Workers workers, SettableClock clock) {
        this.world = world;
        this.workers = workers;
        this.clock = clock;
    }

    void fresh() {
        world.fresh();
    }

    void tick(Duration duration) {
        clock.tick(duration);
    }

    ZonedDateTime now() {
        return clock.instant().atZone(SettableClock.MEXICO_CITY);
    }

    void settle() {
        workers.settle().await().atMost(Duration.ofSeconds(60));
    }

    List<List<String>> rows(String sql) {
        return world.rows(sql);
    }

    long count(String sql) {
        return world.count(sql);
    }

    void execute(String sql) {
        world.execute(sql);
    }
}
