package mx.yume.business.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.team.Workplaces.Workplace;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** By which e-mail somebody of the staff is known, and where they work. */
class EmailsTest {

    private static final Workplace LUPITAS = new Workplace(SalonLupita.ID, "Salón Lupita", SalonLupita.LUPITA);
    private static final Optional<String> EMAIL = Optional.of("lupita@example.com");

    private final PlainYume yume = PlainYume.fresh();
    private final Emails emails = yume.the(Emails.class);
    private final Workplaces workplaces = yume.the(Workplaces.class);

    @Test
    void anEmailIsReadInSmallLettersAndWhatCannotBeOneIsNone() {
        assertThat(Emails.parse(" Lupita@Example.COM ")).isEqualTo(EMAIL);
        for (var wrong : List.of("", "lupita", "@example.com", "lupita@", "lupita@example", "lu pita@example.com", "a@b@c.com",
                "lupita@example.c", "a".repeat(65) + "@example.com", "a@" + "b".repeat(250) + ".mx")) {
            assertThat(Emails.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void everybodyHasTheirOwnAndMayTakeItBack() {
        assertThat(await(emails.of(SalonLupita.ID, SalonLupita.LUPITA))).isEmpty();
        assertThat(await(emails.set(SalonLupita.ID, SalonLupita.LUPITA, EMAIL))).isTrue();
        assertThat(await(emails.set(SalonLupita.ID, SalonLupita.LUPITA, EMAIL))).as("again").isTrue();
        assertThat(await(emails.of(SalonLupita.ID, SalonLupita.LUPITA))).isEqualTo(EMAIL);
        assertThat(await(emails.set(SalonLupita.ID, SalonLupita.ANA, EMAIL))).as("a colleague's").isFalse();
        assertThat(await(emails.of(SalonLupita.ID, SalonLupita.ANA))).isEmpty();
        assertThat(await(emails.set(SalonLupita.ID, SalonLupita.LUPITA, Optional.empty()))).isTrue();
        assertThat(await(emails.of(SalonLupita.ID, SalonLupita.LUPITA))).isEmpty();
        assertThat(await(emails.of(OrganizationId.YUME, SalonLupita.LUPITA))).isEmpty();
    }

    @Test
    void ofTwoWhoSetTheSameAtOnceOneHasIt() {
        var both = await(Uni.join().all(emails.set(SalonLupita.ID, SalonLupita.LUPITA, EMAIL),
                emails.set(SalonLupita.ID, SalonLupita.ANA, EMAIL)).andFailFast());
        assertThat(both).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void somebodyIsFoundWhereTheyWorkByPhoneOrEmail() {
        await(emails.set(SalonLupita.ID, SalonLupita.LUPITA, EMAIL));
        assertThat(await(workplaces.of(EMAIL, Optional.empty()))).containsExactly(LUPITAS);
        assertThat(await(workplaces.of(EMAIL, Optional.of(SalonLupita.LUPITAS_PHONE)))).containsExactly(LUPITAS);
        assertThat(await(workplaces.of(Optional.of("otra@example.com"), Optional.of(SalonLupita.LUPITAS_PHONE))))
                .containsExactly(LUPITAS);
        assertThat(await(workplaces.of(Optional.empty(), Optional.empty()))).as("by nothing").isEmpty();
        assertThat(byPhone(SalonLupita.LUPITAS_PHONE)).containsExactly(LUPITAS);
        assertThat(byPhone(new PhoneNumber("+525599990001"))).isEmpty();
    }

    @Test
    void whoeverLeftOrWhoseBusinessIsSuspendedWorksNowhere() {
        await(emails.set(SalonLupita.ID, SalonLupita.ANA, EMAIL));
        yume.superuser().execute("update staff_member set active = false where name = 'Ana'");
        assertThat(await(workplaces.of(EMAIL, Optional.of(SalonLupita.ANAS_PHONE)))).isEmpty();
        yume.superuser().execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        assertThat(byPhone(SalonLupita.LUPITAS_PHONE)).isEmpty();
    }

    private List<Workplace> byPhone(PhoneNumber phone) {
        return await(yume.the(Database.class).inTenant(OrganizationId.YUME, connection -> workplaces.of(connection, phone)));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
