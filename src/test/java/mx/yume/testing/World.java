package mx.yume.testing;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.business.Business;
import mx.yume.demo.AnyBusiness;
import mx.yume.demo.Demo;
import mx.yume.platform.Database;

/**
 * The state of everything that tests share. Each test begins with one of:
 *
 * <pre>
 * world.fresh();                  // Salón Lupita without appointments, the clock at SettableClock.START
 * world.freshWithAppointments();  // with the demo's fortnight of visits
 * </pre>
 */
@ApplicationScoped
public class World {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Demo demo;
    private final SettableClock clock;
    private final Database database;
    private final Superuser superuser = new Superuser(PostgresResource.QUARKUS);

    World(Demo demo, SettableClock clock, Database database) {
        this.demo = demo;
        this.clock = clock;
        this.database = database;
    }

    public void fresh() {
        empty();
        demo.load(false).await().atMost(PATIENCE);
    }

    public void freshWithAppointments() {
        empty();
        demo.load(true).await().atMost(PATIENCE);
    }

    /** One more business, as if its owner had set it up; its organization must be new here. */
    public void with(Business business) {
        AnyBusiness.write(database, business, clock.instant()).await().atMost(PATIENCE);
    }

    /** Nothing but Yume's own organization. */
    public void empty() {
        clock.reset();
        superuser.empty();
    }

    Superuser superuser() {
        return superuser;
    }

    /** As superuser, past row-level security: for setting a scene, never for what the application does. */
    public void execute(String sql) {
        superuser.execute(sql);
    }

    /** The one number that a query gives, as superuser: for counting what happened, and what did not. */
    public long count(String sql) {
        return superuser.count(sql);
    }

    /** The rows that a query gives, each value as text, as superuser. */
    public List<List<String>> rows(String sql) {
        return superuser.rows(sql);
    }
}
