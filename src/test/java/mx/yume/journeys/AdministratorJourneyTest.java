package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.FakeMetaTemplates;
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.FakeTwilioContent;
import mx.yume.testing.SalonLupita;

/** What administrators of the installation ask for at the central number. */
@QuarkusTest
class AdministratorJourneyTest {

    private static final String ADMINISTRATOR = "+525510009999";
    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;
    @Inject
    FakeTwilio twilio;
    @Inject
    FakeTwilioContent contents;

    @Inject
    FakeMetaTemplates meta;

    private final TwilioDoor door = new TwilioDoor();
    private Chat administrator;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        twilio.reset();
        meta.reset();
        administrator = new Chat(yume, door, ADMINISTRATOR, SalonLupita.CENTRAL_NUMBER);
    }

    @Test
    void templatesAreSubmittedOnceAndFollowedUntilTheyAreApproved() {
        assertThat(administrator.says("plantillas").body()).contains("appointment_reminder: sin enviar");
        assertThat(administrator.says("plantillas enviar").body()).contains("2 cuenta");
        administrator.says("plantillas enviar");
        yume.settle();
        assertThat(contents.submitted()).hasSize(11).doesNotHaveDuplicates();
        assertThat(contents.refused()).isEmpty();
        assertThat(meta.names()).hasSize(11).doesNotHaveDuplicates();
        assertThat(meta.refused()).isEmpty();
        assertThat(administrator.says("plantillas").body()).contains("Plantillas en meta")
                .contains("⏳ appointment_reminder: en revisión");
        contents.decide("appointment_reminder", "approved", "");
        contents.decide("magic_link", "rejected", "TAG_CONTENT_MISMATCH");
        yume.tick(Duration.ofMinutes(11));
        yume.settle();
        assertThat(administrator.says("plantillas").body()).contains("✅ appointment_reminder: aprobada")
                .contains("❌ magic_link: rechazada. TAG_CONTENT_MISMATCH");
        assertThat(yume.rows("select distinct route from turn")).containsExactly(List.of("administration"));
    }

    @Test
    void whoeverIsNoAdministratorIsAnsweredAsBefore() {
        new Chat(yume, door, PATY, SalonLupita.CENTRAL_NUMBER).says("plantillas enviar");
        Chat.withSalon(yume, door, ADMINISTRATOR).says("plantillas");
        new Chat(yume, new SimulatorDoor(), ADMINISTRATOR, SalonLupita.CENTRAL_NUMBER).says("plantillas enviar");
        assertThat(yume.rows("select route from turn order by route").stream().map(List::getFirst))
                .containsExactlyInAnyOrder("1 business onboarding", "5 customer flows", "1 business onboarding");
        assertThat(contents.names()).noneMatch(name -> name.contains("appointment"));
    }

    @Test
    void whateverElseAnAdministratorWritesIsAnsweredAsBefore() {
        administrator.says("hola");
        assertThat(yume.rows("select route from turn")).containsExactly(List.of("1 business onboarding"));
        assertThat(administrator.says("mensajes fallidos").body()).isEqualTo("No hay mensajes fallidos.");
        assertThat(yume.count("select count(*) from flow where active")).as("the onboarding goes on").isEqualTo(1);
    }

    @Test
    void failedMessagesAreListedWithoutPhonesAndSentAgain() {
        twilio.answerNext(400, "{\"code\":63024,\"message\":\"+5215511112222 is no recipient\"}");
        Chat.withSalon(yume, door, PATY).says("hola");
        var list = administrator.says("mensajes fallidos").body();
        assertThat(list).contains("Mensajes fallidos: 1").contains("Salón Lupita").contains("código 63024")
                .doesNotContain("5511112222");
        var id = yume.rows("select right(id::text, 8) from outbox where status = 'failed'").getFirst().getFirst();
        assertThat(list).contains(id);
        assertThat(administrator.says("reintentar " + id).body()).isEqualTo("Se envía otra vez: 1.");
        yume.settle();
        assertThat(yume.count("select count(*) from outbox where status = 'failed'")).isZero();
        assertThat(administrator.says("reintentar todos").body()).contains("No hay ninguno");
    }

    @Test
    void whatIsOverIsNotSentAgain() {
        twilio.answerNext(400, "{\"code\":63024,\"message\":\"no\"}");
        Chat.withSalon(yume, door, PATY).says("hola");
        yume.execute("update outbox set expires_at = created_at where status = 'failed'");
        assertThat(administrator.says("reintentar todos").body()).contains("ya venció");
        assertThat(yume.count("select count(*) from outbox where status = 'failed'")).isEqualTo(1);
    }

    @Test
    void aNumberIsGivenByHand() {
        assertThat(administrator.says("números pendientes").body()).isEqualTo("Ningún negocio espera un número.");
        assertThat(administrator.says("asignar +525512345678 a no-existe").body()).contains("No hay ningún negocio");
        assertThat(administrator.says("asignar +525512345678 a salon-lupita").body()).contains("+525512345678");
    }
}
