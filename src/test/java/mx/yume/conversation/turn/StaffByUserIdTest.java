package mx.yume.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** The five cases of SPEC 2 for people of whom WhatsApp tells a user id and no phone. */
class StaffByUserIdTest {

    private static final String USER_ID = "MX.77";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
    private final Phone hidden = beto.hidden(USER_ID);

    @Test
    void oneAtTheCentralNumberWhoeverWorksNowhereFoundsABusiness() {
        assertThat(hidden.to(SalonLupita.CENTRAL_NUMBER).says("hola").body()).contains("Soy Yume");
        assertRoute("1 business onboarding");
    }

    @Test
    void twoAAtTheCentralNumberWhoeverWorksAtOneManagesIt() {
        link();
        assertThat(hidden.to(SalonLupita.CENTRAL_NUMBER).says("¿qué tengo hoy?").body()).contains("Tu agenda");
        assertRoute("2a management");
    }

    @Test
    void twoBAtTheCentralNumberWhoeverWorksAtTwoIsShownBoth() {
        link();
        yume.superuser().execute(
                """
                        insert into organization (organization_id, name, slug, created_at)
                        values ('01900000-0000-7000-8000-00000000000b', 'Barbería El Güero', 'el-guero', now());
                        insert into staff_member (organization_id, id, name, user_id, permission, position, onboarded_at)
                        values ('01900000-0000-7000-8000-00000000000b', gen_random_uuid(), 'Beto', '%s', 'staff', 1, now());
                        """
                        .formatted(USER_ID));
        assertThat(hidden.to(SalonLupita.CENTRAL_NUMBER).says("hola").body()).contains("Salón Lupita", "Barbería El Güero");
        assertRoute("2b redirect");
    }

    @Test
    void threeWhoeverJoinsGoesOnWithoutAPhoneAndIsLinkedInTheEnd() {
        yume.superuser().execute("update staff_member set onboarded_at = null where name = 'Beto'");
        beto.known(USER_ID).says("hola");
        assertRoute("3 staff onboarding");
        assertThat(hidden.taps("Sí, así me llamo").body()).contains("Mucho gusto, Beto");
        hidden.taps("Sí, ese es");
        hidden.taps("Entendido");
        assertRoute("3 staff onboarding");
        assertThat(yume.superuser().rows("select user_id from staff_member where name = 'Beto'"))
                .containsExactly(List.of(USER_ID));
        assertThat(hidden.to(SalonLupita.CENTRAL_NUMBER).says("¿qué tengo hoy?").body()).as("linked, not known by phone there")
                .contains("Tu agenda");
        assertRoute("2a management");
    }

    @Test
    void fourAtTheBusinessWhoeverIsLinkedManages() {
        link();
        assertThat(hidden.says("¿qué tengo hoy?").body()).contains("Tu agenda");
        assertRoute("4 management");
    }

    @Test
    void fourAlsoWhoeverCameOnceWithTheirPhone() {
        beto.known(USER_ID).says("hola");
        assertThat(hidden.says("¿qué tengo hoy?").body()).contains("Tu agenda");
        assertRoute("4 management");
    }

    @Test
    void fiveAtTheBusinessAnyoneElseIsACustomer() {
        hidden.says("hola");
        assertRoute("5 customer flows");
    }

    @Test
    void fiveWhoeverWorksThereNoMoreIsACustomer() {
        link();
        yume.superuser().execute("update staff_member set active = false where name = 'Beto'");
        hidden.says("hola");
        assertRoute("5 customer flows");
    }

    private void link() {
        yume.superuser().execute("update staff_member set user_id = '%s' where name = 'Beto'".formatted(USER_ID));
    }

    private void assertRoute(String route) {
        assertThat(yume.superuser().rows("select route from turn order by started_at desc, id desc limit 1"))
                .containsExactly(List.of(route));
    }
}
