package mx.yume.business;

import static mx.yume.testing.WallClock.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import mx.yume.business.hours.BreakPlan;
import mx.yume.business.hours.Breaks;
import mx.yume.business.hours.OpeningHours;
import mx.yume.business.hours.WorkingHours;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.business.menu.Skills;
import mx.yume.business.premises.Locations;
import mx.yume.business.premises.Spots;
import mx.yume.business.team.Team;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** While somebody books, holding the rows FOR SHARE, nobody changes the calendar under them. The rest need not wait. */
class LocksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2027, 12, 25);
    private static final BreakPlan LUNCH = new BreakPlan(Set.of(DayOfWeek.MONDAY), hours("14:00-15:00"), DAY, Optional.empty(),
            "");
    private static final SpotId CHAIR = SalonLupita.business().spots().getFirst().id();

    private final PlainYume yume = PlainYume.fresh();
    private final Database database = yume.the(Database.class);
    private final CompletableFuture<Void> booked = new CompletableFuture<>();
    private CompletableFuture<Void> booking = CompletableFuture.completedFuture(null);

    @BeforeEach
    void somebodyBooks() {
        var held = new CompletableFuture<Void>();
        booking = database.inTenant(SalonLupita.ID, connection -> share(connection, "location")
                .chain(() -> share(connection, "staff_member")).invoke(() -> held.complete(null))
                .chain(() -> Uni.createFrom().completionStage(booked))).subscribeAsCompletionStage();
        held.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @AfterEach
    void theyAreDone() {
        booked.complete(null);
        booking.join();
    }

    private static Uni<Void> share(SqlConnection connection, String table) {
        return connection.preparedQuery("select 1 from " + table + " where organization_id = $1 order by id for share")
                .execute(Tuple.of(SalonLupita.ID.value())).replaceWithVoid();
    }

    @Test
    void whatChangesTheCalendarWaits() {
        List<Function<SqlConnection, Uni<?>>> changes = List.of(
                c -> OpeningHours.setWeek(c, SalonLupita.ID, SalonLupita.LOCATION, 0, WeeklyHours.NONE),
                c -> OpeningHours.setDay(c, SalonLupita.ID, SalonLupita.LOCATION, DAY, List.of(), ""),
                c -> OpeningHours.removeDay(c, SalonLupita.ID, SalonLupita.LOCATION, DAY),
                c -> WorkingHours.setWeek(c, SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.LOCATION, WeeklyHours.NONE),
                c -> WorkingHours.setDay(c, SalonLupita.ID, SalonLupita.ANA, DAY, Map.of(), ""),
                c -> WorkingHours.removeDay(c, SalonLupita.ID, SalonLupita.ANA, DAY),
                c -> Breaks.add(c, SalonLupita.ID, Set.of(SalonLupita.ANA), LUNCH),
                c -> Menu.deactivate(c, SalonLupita.ID, SalonLupita.TINTE, 0),
                c -> Skills.take(c, SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.TINTE),
                c -> Team.deactivate(c, SalonLupita.ID, SalonLupita.ANA, 0),
                c -> Locations.deactivate(c, SalonLupita.ID, SalonLupita.LOCATION, 0),
                c -> Locations.setZone(c, SalonLupita.ID, SalonLupita.LOCATION, 0, "America/Tijuana"),
                c -> Spots.deactivate(c, SalonLupita.ID, CHAIR, 0));
        assertThat(changes).allSatisfy(change -> assertThatThrownBy(() -> await(database.inTenant(SalonLupita.ID,
                connection -> impatiently(connection).chain(() -> change.apply(connection)))))
                .isInstanceOfSatisfying(PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo("55P03")));
    }

    private static Uni<Void> impatiently(SqlConnection connection) {
        return connection.query("select set_config('lock_timeout', '50ms', true)").execute().replaceWithVoid();
    }

    @Test
    void theMenuIsChangedMeanwhile() {
        var draft = ServiceDraft.of("Facial", Duration.ofHours(1), Price.of(Money.pesos(500)), Optional.empty());
        var added = await(yume.the(Menu.class).add(SalonLupita.ID, draft, false));
        assertThat(added).isInstanceOfSatisfying(MenuOutcome.Done.class, done -> assertThat(
                await(yume.the(Menu.class).change(SalonLupita.ID, done.service(), 0, draft, false)))
                .isEqualTo(new MenuOutcome.Done(done.service(), 1)));
        assertThat(await(yume.the(Spots.class).rename(SalonLupita.ID, CHAIR, 0, "Silla uno"))).isNotNull();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
