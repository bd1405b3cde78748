package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;

/** The cases of SPEC 2 that are answered with a fixed text, and the edges, through the real webhook. */
@QuarkusTest
class RoutingJourneyTest {

    private static final String STRANGER = "+525511112222";
    private static final UUID SECOND_BUSINESS = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    @Inject
    Yume yume;

    private final Door twilio = new TwilioDoor();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
    }

    private Chat central(String number) {
        return new Chat(yume, twilio, number, SalonLupita.CENTRAL_NUMBER);
    }

    @Test
    void aStrangerAtTheCentralNumberHearsWhatYumeIs() {
        assertThat(central(STRANGER).says("hola").body()).contains("Soy Yume");
        assertRoute("1 business onboarding");
    }

    @Test
    void staffOfOneBusinessAtTheCentralNumberAreRecognised() {
        assertThat(central(SalonLupita.LUPITAS_PHONE.e164()).says("hola").body()).contains("Salón Lupita");
        assertRoute("2a management");
    }

    @Test
    void staffOfTwoBusinessesGetEachNumberWithItsLink() {
        secondBusiness();
        var heard = central(SalonLupita.BETOS_PHONE.e164()).says("¿qué tengo hoy?").body();
        assertThat(heard).contains("Salón Lupita: +525500000002", "https://wa.me/525500000002",
                "Barbería El Güero: +525500000003",
                "https://wa.me/525500000003");
        assertRoute("2b redirect");
    }

    @Test
    void aStaffMemberWhoIsNotOnboardedStaysInStaffOnboarding() {
        var carla = Chat.withSalon(yume, twilio, SalonLupita.CARLAS_PHONE.e164());
        assertThat(carla.says("hola").body()).contains("Salón Lupita te agregó a su equipo como Carla", "¿Así te llamas?");
        assertRoute("3 staff onboarding");
    }

    @Test
    void writingToTheCentralNumberDoesNotOnboard() {
        central(SalonLupita.CARLAS_PHONE.e164()).says("hola");
        Chat.withSalon(yume, twilio, SalonLupita.CARLAS_PHONE.e164()).says("hola");
        assertRoute("3 staff onboarding");
    }

    @Test
    void theOwnerAtTheSalonsNumberIsManagement() {
        Chat.withSalon(yume, twilio, SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        assertRoute("4 management");
    }

    @Test
    void deactivatedStaffAreCustomers() {
        yume.execute("update staff_member set active = false where name = 'Beto'");
        Chat.withSalon(yume, twilio, SalonLupita.BETOS_PHONE.e164()).says("hola");
        assertRoute("5 customer flows");
    }

    @Test
    void customersOfASuspendedBusinessGetOneNoticeADay() {
        yume.execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        var customer = Chat.withSalon(yume, twilio, STRANGER);
        assertThat(customer.says("hola").body()).contains("Salón Lupita");
        customer.post("¿hola?");
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(customer.replies()).hasSize(1);
        yume.tick(Duration.ofDays(1));
        customer.says("¿ya?");
        assertThat(customer.replies()).hasSize(2);
    }

    @Test
    void aNumberThatNobodyOwnsIsDropped() {
        var nobody = new Chat(yume, twilio, STRANGER, "+525599999999");
        nobody.post("hola");
        assertThat(yume.count("select count(*) from inbound_message")).isZero();
        assertThat(yume.count("select count(*) from outbox")).isZero();
    }

    @Test
    void whoWritesTooMuchIsAnsweredOnceAndReachesNoAssistant() {
        var customer = Chat.withSalon(yume, twilio, STRANGER);
        for (int i = 0; i < 30; i++) {
            customer.post("hola " + i);
        }
        assertThat(customer.hears().body()).contains("muchos mensajes");
        customer.post("¿y?");
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(customer.replies()).hasSize(1);
        assertThat(yume.count("select count(*) from inbound_message")).isEqualTo(31);
        assertThat(yume.count("select count(*) from turn where assistant <> 'fixed'")).isZero();
    }

    private void assertRoute(String route) {
        assertThat(yume.rows("select route from turn order by started_at desc, id desc limit 1").getFirst().getFirst())
                .isEqualTo(route);
        assertThat(yume.count("select count(*) from turn_trace where steps::text like '%\"route\"%'")).isPositive();
    }

    private void secondBusiness() {
        yume.execute(
                """
                        insert into organization (organization_id, name, slug, created_at) values ('%1$s', 'Barbería El Güero', 'el-guero', now());
                        insert into business_number (organization_id, provider, address) values ('%1$s', 'twilio', '+525500000003');
                        insert into staff_member (organization_id, id, name, phone, permission, position, onboarded_at)
                        values ('%1$s', gen_random_uuid(), 'Beto', '%2$s', 'staff', 1, now());
                        """
                        .formatted(SECOND_BUSINESS, SalonLupita.BETOS_PHONE.e164()));
    }
}
