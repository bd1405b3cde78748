package mx.yume.notifications.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** How a business sends its notices, changed by whoever saw how it was. */
class NoticeSetupTest {

    private static final NoticeSettings EARLY = new NoticeSettings(LocalTime.of(6, 30), true);
    private static final NoticeSettings LATE = new NoticeSettings(LocalTime.of(9, 0), false);

    private final PlainYume yume = PlainYume.fresh();
    private final NoticeSetup setup = yume.the(NoticeSetup.class);

    @Test
    void asLongAsNobodySaysOtherwiseItIsAsUsual() {
        assertThat(now()).isEqualTo(NoticeSettings.USUAL);
        assertThat(set(EARLY, LATE)).as("nobody was shown that").isFalse();
        assertThat(now()).isEqualTo(NoticeSettings.USUAL);
    }

    @Test
    void whoeverDidNotSeeTheLastChangeChangesNothing() {
        assertThat(set(NoticeSettings.USUAL, EARLY)).isTrue();
        yume.superuser().execute("update location set schedule_due_at = '2027-01-14 12:30Z'");
        assertThat(set(NoticeSettings.USUAL, LATE)).isFalse();
        assertThat(now()).isEqualTo(EARLY);
        assertThat(yume.superuser().count("select count(*) from location where schedule_due_at = '2027-01-14 12:30Z'")).isOne();
        assertThat(set(EARLY, LATE)).isTrue();
        assertThat(now()).isEqualTo(LATE);
        assertThat(yume.superuser().count("select count(*) from location where schedule_due_at = '1970-01-01Z'"))
                .as("the next is at another hour").isOne();
    }

    @Test
    void ofTwoWhoChangeThemAtOnceOneIsTold() {
        var both = Uni.join().all(setup.set(SalonLupita.ID, NoticeSettings.USUAL, EARLY),
                setup.set(SalonLupita.ID, NoticeSettings.USUAL, LATE)).andFailFast();
        assertThat(await(both)).containsExactlyInAnyOrder(true, false);
    }

    private NoticeSettings now() {
        return await(setup.of(SalonLupita.ID));
    }

    private boolean set(NoticeSettings seen, NoticeSettings settings) {
        return await(setup.set(SalonLupita.ID, seen, settings));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
