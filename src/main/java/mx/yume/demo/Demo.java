package mx.yume.demo;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.YumeConfig;

/**
 * Loads Salón Lupita, once: the row of the organization is the mark, and its primary key makes a second instance wait for the
 * first and then do nothing.
 */
@ApplicationScoped
public class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLAIM = """
            insert into organization (organization_id, name, slug, created_at) values ($1, $2, $3, $4)
            on conflict do nothing
            """;
    private static final String NUMBER = """
            insert into business_number (organization_id, provider, address) values ($1, $2, $3)
            """;

    private final Database database;
    private final YumeConfig config;
    private final Clock clock;

    Demo(Database database, YumeConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** After the migrations, before the workers. */
    void atStart(@Observes @Priority(100) StartupEvent started) {
        if (config.demo() && load(true).await().atMost(PATIENCE)) {
            LOG.infof("%s se cargó como demostración", SalonLupita.NAME);
        }
    }

    /**
     * @param withAppointments the visits of the last two weeks, of today and of tomorrow too
     * @return whether this call loaded it: false when it was there
     */
    public Uni<Boolean> load(boolean withAppointments) {
        return database.inTenant(SalonLupita.ID, connection -> claim(connection).flatMap(first -> first
                ? fill(connection, withAppointments).replaceWith(true)
                : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> claim(SqlConnection connection) {
        return connection.preparedQuery(CLAIM)
                .execute(Tuple.of(SalonLupita.ID.value(), SalonLupita.NAME, SalonLupita.SLUG, Rows.utc(clock.instant())))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Void> fill(SqlConnection connection, boolean withAppointments) {
        var business = SalonLupita.business();
        var rows = new Rows(SalonLupita.ID);
        BusinessRows.add(rows, business, clock.instant());
        rows.add(NUMBER, "twilio", SalonLupita.TWILIO_NUMBER);
        rows.add(NUMBER, "meta", SalonLupita.META_PHONE_NUMBER_ID);
        if (withAppointments) {
            VisitRows.add(rows, Visits.around(clock.instant(), business), business.location());
        }
        return rows.insert(connection);
    }
}
