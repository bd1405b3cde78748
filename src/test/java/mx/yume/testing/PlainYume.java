package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.flywaydb.core.Flyway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import mx.yume.business.Business;
import mx.yume.customers.PersonId;
import mx.yume.demo.AnyBusiness;
import mx.yume.demo.Demo;
import mx.yume.platform.Database;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.JobHandler;
import mx.yume.platform.JobWorker;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/**
 * The real rooms on a real PostgreSQL without Quarkus, for properties and benchmarks, which run in a plain JVM. One for all of
 * them, with a database of its own beside the one of the application under test; row-level security holds as there.
 *
 * <pre>
 * var yume = PlainYume.fresh(); // Salón Lupita without appointments, the clock at SettableClock.START
 * var agenda = yume.the(Agenda.class);
 * </pre>
 */
public final class PlainYume {

    private static final String DATABASE = "yume_plain";
    /** As in application.properties. */
    private static final int CONNECTIONS = 20;
    private static final int PIPELINED = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PlainYume YUME = new PlainYume(DATABASE);

    private final SettableClock clock = new SettableClock();
    private final Superuser superuser;
    private final Wiring wiring;

    private PlainYume(String database) {
        var address = PostgresResource.database(database);
        superuser = new Superuser(database);
        migrate(address);
        wiring = new Wiring().with(Clock.class, clock).with(Pool.class, pool(address)).with(ObjectMapper.class, json())
                .with(YumeConfig.class, config());
    }

    /** As it is, with whatever is there. */
    public static PlainYume shared() {
        return YUME;
    }

    /** Another one with a database of its own on the same server, new: for comparing the two. */
    public static PlainYume beside(String database) {
        return new PlainYume(database);
    }

    /** Nothing but Yume's own organization. */
    public static PlainYume empty() {
        YUME.clock.reset();
        YUME.superuser.empty();
        return YUME;
    }

    /** Salón Lupita without appointments. */
    public static PlainYume fresh() {
        var yume = empty();
        yume.the(Demo.class).load(false).await().atMost(PATIENCE);
        return yume;
    }

    /** One more business, as if its owner had set it up; its organization must be new here. */
    public PlainYume with(Business business) {
        AnyBusiness.write(the(Database.class), business, clock.instant()).await().atMost(PATIENCE);
        return this;
    }

    /** Somebody the organization knows by name, without a phone. */
    public PersonId named(OrganizationId organization, String name) {
        return superuser.person(organization, name);
    }

    /** The one object of this class, made with all it needs. */
    public <T> T the(Class<T> type) {
        return wiring.the(type);
    }

    /** A worker that knows these handlers alone: {@code loop().drain()} does everything that is due. */
    public JobWorker worker(List<JobHandler> handlers) {
        return new Wiring().with(List.class, handlers).with(Database.class, the(Database.class)).with(Clock.class, clock)
                .the(JobWorker.class);
    }

    public SettableClock clock() {
        return clock;
    }

    public Superuser superuser() {
        return superuser;
    }

    private static void migrate(DatabaseAddress address) {
        var url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
        Flyway.configure().dataSource(url, address.user(), address.password()).load().migrate();
    }

    /** Never closed: its threads are daemons, and go with the JVM as the server does. */
    private static Pool pool(DatabaseAddress address) {
        var connect = new PgConnectOptions().setHost(address.host()).setPort(address.port()).setDatabase(address.database())
                .setUser(address.user()).setPassword(address.password()).setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINED);
        var vertx = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
        return Pool.newInstance(PgBuilder.pool().with(new PoolOptions().setMaxSize(CONNECTIONS)).connectingTo(connect)
                .using(vertx).build());
    }

    /** As Quarkus makes it. */
    private static ObjectMapper json() {
        return new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What application.properties says for tests. */
    private static YumeConfig config() {
        try {
            var settings = PlainYume.class.getResource("/application.properties");
            return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withProfile("test")
                    .withSources(new PropertiesConfigSource(settings)).withMapping(YumeConfig.class)
                    .withValidateUnknown(false).build().getConfigMapping(YumeConfig.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
