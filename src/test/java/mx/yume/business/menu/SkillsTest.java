package mx.yume.business.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Price;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.StaffId;
import mx.yume.business.menu.MenuOutcome.BadDuration;
import mx.yume.business.menu.MenuOutcome.Changed;
import mx.yume.business.menu.MenuOutcome.LongerThanAnyDay;
import mx.yume.business.menu.MenuOutcome.NotFound;
import mx.yume.business.menu.MenuOutcome.ShorterThanRest;
import mx.yume.business.menu.MenuOutcome.Skilled;
import mx.yume.business.menu.MenuOutcome.UnknownStaff;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class SkillsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlainYume yume = PlainYume.fresh();
    private final Skills skills = yume.the(Skills.class);

    @Test
    void somebodyLearnsAServiceAndGivesItTheirWay() {
        assertThat(salon().staffMember(SalonLupita.BETO).orElseThrow().gives(SalonLupita.TINTE)).isFalse();
        var slowly = new Skill(Optional.of(Duration.ofMinutes(150)), Optional.of(new Price(Money.pesos(800), true)), false);
        assertThat(give(SalonLupita.BETO, 0, SalonLupita.TINTE, slowly)).isEqualTo(new Skilled(SalonLupita.BETO, 1));
        assertThat(salon().staffMember(SalonLupita.BETO).orElseThrow().skills()).containsEntry(SalonLupita.TINTE, slowly);
        assertThat(salon().bookableOnline(SalonLupita.TINTE)).extracting(member -> member.name()).doesNotContain("Beto");
        assertThat(give(SalonLupita.BETO, 1, SalonLupita.TINTE, Skill.USUAL)).isEqualTo(new Skilled(SalonLupita.BETO, 2));
        assertThat(salon().staffMember(SalonLupita.BETO).orElseThrow().skills()).containsEntry(SalonLupita.TINTE, Skill.USUAL);
    }

    @Test
    void somebodyGivesAServiceNoMore() {
        assertThat(take(SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.TINTE)).isEqualTo(new Skilled(SalonLupita.ANA, 1));
        assertThat(salon().skilledIn(SalonLupita.TINTE)).extracting(member -> member.name()).containsExactly("Lupita");
        assertThat(take(SalonLupita.ID, SalonLupita.ANA, 1, SalonLupita.TINTE)).as("nothing to take")
                .isEqualTo(new Skilled(SalonLupita.ANA, 2));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        give(SalonLupita.BETO, 0, SalonLupita.TINTE, Skill.USUAL);
        assertThat(give(SalonLupita.BETO, 0, SalonLupita.MANICURE, Skill.USUAL)).isEqualTo(new Changed(1));
        assertThat(take(SalonLupita.ID, SalonLupita.BETO, 0, SalonLupita.TINTE)).isEqualTo(new Changed(1));
        assertThat(salon().skilledIn(SalonLupita.MANICURE)).extracting(member -> member.name()).containsExactly("Ana");
    }

    @Test
    void ownDurationsOutlastTheRestAndFitADay() {
        yume.superuser().execute("""
                update service set processing_after_minutes = 30, processing_minutes = 60 where id = '%s'"""
                .formatted(SalonLupita.TINTE));
        assertThat(give(SalonLupita.ANA, 0, SalonLupita.TINTE, lasting(90))).isEqualTo(new ShorterThanRest("Ana"));
        assertThat(give(SalonLupita.ANA, 0, SalonLupita.TINTE, lasting(91))).isEqualTo(new Skilled(SalonLupita.ANA, 1));
        assertThat(give(SalonLupita.ANA, 1, SalonLupita.TINTE, lasting(0))).isEqualTo(new BadDuration());
        assertThat(give(SalonLupita.ANA, 1, SalonLupita.TINTE, lasting(601)))
                .isEqualTo(new LongerThanAnyDay(Duration.ofHours(10)));
        assertThat(await(skills.give(SalonLupita.ID, SalonLupita.ANA, 1, SalonLupita.TINTE, lasting(601), true)))
                .isEqualTo(new Skilled(SalonLupita.ANA, 2));
    }

    @Test
    void anUnknownServiceOrPersonIsSaidSo() {
        assertThat(give(SalonLupita.ANA, 0, ServiceId.next(), Skill.USUAL)).isEqualTo(new NotFound());
        assertThat(give(StaffId.next(), 0, SalonLupita.TINTE, Skill.USUAL)).isEqualTo(new UnknownStaff());
        yume.superuser().execute("update service set active = false where id = '%s'".formatted(SalonLupita.TINTE));
        assertThat(give(SalonLupita.BETO, 0, SalonLupita.TINTE, Skill.USUAL)).as("off the menu").isEqualTo(new NotFound());
    }

    @Test
    void anotherTenantsAreUnknownAndStayAsTheyAre() {
        assertThat(await(skills.give(OrganizationId.YUME, SalonLupita.BETO, 0, SalonLupita.TINTE, Skill.USUAL, true)))
                .isEqualTo(new UnknownStaff());
        assertThat(take(OrganizationId.YUME, SalonLupita.ANA, 0, SalonLupita.TINTE)).isEqualTo(new UnknownStaff());
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    private static Skill lasting(int minutes) {
        return new Skill(Optional.of(Duration.ofMinutes(minutes)), Optional.empty(), true);
    }

    private MenuOutcome give(StaffId staff, int seenVersion, ServiceId service, Skill skill) {
        return await(skills.give(SalonLupita.ID, staff, seenVersion, service, skill, false));
    }

    private MenuOutcome take(OrganizationId organization, StaffId staff, int seenVersion, ServiceId service) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Skills.take(connection, organization, staff, seenVersion, service)));
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
