package mx.yume.notifications.preferences;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class NoticePreferencesTest {

    private final PlainYume yume = PlainYume.fresh();
    private final NoticePreferences preferences = yume.the(NoticePreferences.class);

    @Test
    void everybodyIsToldOfTheAgendaAndOwnersOfTheirDayUntilTheySayOtherwise() {
        for (var member : SalonLupita.business().staff()) {
            for (var kind : NoticeKind.values()) {
                assertThat(wants(member.id(), kind)).as(member.name() + " " + kind)
                        .isEqualTo(kind != NoticeKind.DAILY_SCHEDULE || member.id().equals(SalonLupita.LUPITA));
            }
        }
    }

    @Test
    void theLastWordCountsAndOnlyForWhoeverSaidIt() {
        await(preferences.set(SalonLupita.ID, SalonLupita.BETO, NoticeKind.MOVES, false));
        await(preferences.set(SalonLupita.ID, SalonLupita.BETO, NoticeKind.DAILY_SCHEDULE, false));
        await(preferences.set(SalonLupita.ID, SalonLupita.BETO, NoticeKind.DAILY_SCHEDULE, true));
        assertThat(wants(SalonLupita.BETO, NoticeKind.MOVES)).isFalse();
        assertThat(wants(SalonLupita.BETO, NoticeKind.DAILY_SCHEDULE)).isTrue();
        assertThat(wants(SalonLupita.BETO, NoticeKind.CANCELLATIONS)).isTrue();
        assertThat(wants(SalonLupita.ANA, NoticeKind.MOVES)).isTrue();
        assertThat(yume.superuser().count("select count(*) from notice_preference")).isEqualTo(2);
    }

    private boolean wants(StaffId staff, NoticeKind kind) {
        return await(preferences.of(SalonLupita.ID)).wants(member(staff), kind);
    }

    private static StaffMember member(StaffId id) {
        return SalonLupita.business().staffMember(id).orElseThrow();
    }
}
