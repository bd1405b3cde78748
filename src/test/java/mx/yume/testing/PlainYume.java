package mx.yume.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flywaydb.core.Flyway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import mx.yume.assistant.model.endpoint.ModelWatch;
import mx.yume.assistant.model.endpoint.PlainEndpoint;
import mx.yume.business.Business;
import mx.yume.conversation.Workers;
import mx.yume.customers.PersonId;
import mx.yume.demo.AnyBusiness;
import mx.yume.demo.Demo;
import mx.yume.platform.Database;
import mx.yume.platform.DatabaseAddress;
import mx.yume.platform.JobHandler;
import mx.yume.platform.JobWorker;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.OutsideJob;
import mx.yume.platform.OutsideWorker;
import mx.yume.platform.PhoneNumber;

/**
 * The whole of Yume on a real PostgreSQL without Quarkus: rooms, assistants, and a message's way from the inbox to the outbox. For
 * tests of everything but the doors, in a plain JVM. One for all of them, with a database of its own beside the one of the
 * application under test; row-level security holds as there.
 *
 * <pre>
 * var yume = PlainYume.fresh(); // Salón Lupita without appointments, the clock at SettableClock.START
 * var agenda = yume.the(Agenda.class);
 * var reply = yume.phone("+525511110001").says("quiero un corte mañana a las 5");
 * var withModel = yume.with(scriptedModel); // the same world, answered by the model assistant
 * </pre>
 */
public final class PlainYume {

    private static final String DATABASE = "yume_plain";
    /** As in application.properties. */
    private static final int CONNECTIONS = 20;
    private static final int PIPELINED = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Vertx VERTX = Vertx.vertx(new VertxOptions().setUseDaemonThread(true));
    private static final PlainYume YUME = new PlainYume(DATABASE);

    private final SettableClock clock;
    private final Superuser superuser;
    private final Pool pool;
    private final Wiring wiring;

    private PlainYume(String database) {
        this(new SettableClock(), new Superuser(database), migrated(PostgresResource.database(database)), Map.of());
    }

    private PlainYume(SettableClock clock, Superuser superuser, Pool pool, Map<String, String> settings) {
        this.clock = clock;
        this.superuser = superuser;
        this.pool = pool;
        wiring = new Wiring(new Settings(settings)).with(Clock.class, clock).with(Pool.class, pool).with(Vertx.class, VERTX)
                .with(MeterRegistry.class, new SimpleMeterRegistry()).with(ObjectMapper.class, json())
                .with(OpenTelemetry.class, OpenTelemetry.noop());
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
        return YUME.cleared();
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

    /** This one with nothing but Yume's own organization, the clock at its start. */
    public PlainYume cleared() {
        clock.reset();
        superuser.empty();
        return this;
    }

    /** The same world with a model to ask, whose every step is written down. */
    public PlainYume with(ScriptedModel model) {
        return with(model, Map.of());
    }

    /** The same, and set otherwise. */
    public PlainYume with(ScriptedModel model, Map<String, String> settings) {
        var all = new HashMap<>(model.settings());
        all.putAll(settings);
        var yume = with(all);
        yume.wiring.with(PlainEndpoint.at(model.url(), clock, yume.the(ModelWatch.class)));
        return yume;
    }

    /** The same world, set otherwise: by the names of application.properties. */
    public PlainYume with(Map<String, String> settings) {
        return new PlainYume(clock, superuser, pool, settings);
    }

    /** Somebody with this phone (E.164) in the chat with Salón Lupita. */
    public Phone phone(String number) {
        return new Phone(this, new PhoneNumber(number), SalonLupita.NUMBER, Optional.empty());
    }

    /** Does everything that is due at the clock's now: turns, jobs, outbox. */
    public void settle() {
        the(Workers.class).settle().await().atMost(PATIENCE);
    }

    /** The one object of this class, made with all it needs. */
    public <T> T the(Class<T> type) {
        return wiring.the(type);
    }

    /** Every bean of this type. */
    public <T> List<T> all(Class<T> type) {
        return Beans.of(type).stream().map(this::the).map(type::cast).toList();
    }

    /** A worker that knows these handlers alone: {@code loop().drain()} does everything that is due. */
    public JobWorker worker(List<JobHandler> handlers) {
        return wired(handlers).the(JobWorker.class);
    }

    /** The same for jobs that ask somebody outside. */
    public OutsideWorker outside(List<OutsideJob> handlers) {
        return wired(handlers).the(OutsideWorker.class);
    }

    private Wiring wired(List<?> handlers) {
        return new Wiring().with(List.class, handlers).with(Database.class, the(Database.class)).with(Clock.class, clock)
                .with(MeterRegistry.class, the(MeterRegistry.class));
    }

    public SettableClock clock() {
        return clock;
    }

    /** As the role that the application has. */
    public Connection connect() throws SQLException {
        return BareDatabase.connect(PostgresResource.database(DATABASE));
    }

    public Superuser superuser() {
        return superuser;
    }

    /** Never closed: its threads are daemons, and go with the JVM as the server does. */
    private static Pool migrated(DatabaseAddress address) {
        var url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
        Flyway.configure().dataSource(url, address.user(), address.password()).load().migrate();
        var connect = new PgConnectOptions().setHost(address.host()).setPort(address.port()).setDatabase(address.database())
                .setUser(address.user()).setPassword(address.password()).setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINED);
        return Pool.newInstance(PgBuilder.pool().with(new PoolOptions().setMaxSize(CONNECTIONS)).connectingTo(connect)
                .using(VERTX).build());
    }

    /** As Quarkus makes it. */
    private static ObjectMapper json() {
        return new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
