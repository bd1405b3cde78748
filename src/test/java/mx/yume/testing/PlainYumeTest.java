package mx.yume.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import mx.yume.business.Businesses;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Agenda;

class PlainYumeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlainYume yume = PlainYume.fresh();

    @Test
    void rowLevelSecurityHoldsAsInTheApplication() {
        assertThat(yume.superuser().count("select count(*) from location")).isEqualTo(1);
        var unannounced = yume.the(Pool.class).query("select count(*) from location").execute()
                .map(rows -> rows.iterator().next().getLong(0));
        assertThat(await(unannounced)).isZero();
        var businesses = yume.the(Businesses.class);
        assertThat(await(businesses.load(SalonLupita.ID))).isPresent();
        assertThat(await(businesses.load(new OrganizationId(new UUID(0, 1))))).isEmpty();
    }

    @Test
    void thereIsOneOfEachAndAllShareTheClock() {
        assertThat(yume.the(Agenda.class)).isSameAs(PlainYume.shared().the(Agenda.class));
        assertThat(yume.the(Clock.class)).isSameAs(yume.clock());
        assertThat(yume.clock().instant()).isEqualTo(SettableClock.START.toInstant());
    }

    @Test
    void whatCannotBeMadeIsNamed() {
        assertThatThrownBy(() -> yume.the(Runnable.class)).hasMessageContaining("java.lang.Runnable");
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
