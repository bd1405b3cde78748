package mx.yume.web.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class ConversationsPageTest {

    private static final String PATH = "/tablero/conversaciones";
    private static final String PATY = "525511110001";

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    SalonLife life;

    @BeforeEach
    void patyWrote() {
        world.fresh();
        life.says(PATY, "hola, ¿cuánto cuesta el corte?");
    }

    private String chat() {
        return PATH + "/" + life.conversation(PATY);
    }

    @Test
    void thePagesLookGood() {
        life.says("525510000001", "hola");
        life.says(PATY, "quiero hablar con una persona");
        life.says("525511110002", "quiero un corte mañana");
        world.execute("""
                update outbox set status = 'failed', error = '131047: Re-engagement message'
                where id = (select o.id from outbox o join conversation c on c.id = o.conversation_id
                            where c.person_address like '%525511110002%' order by o.sequence desc limit 1)""");
        desk.inspect(SalonLupita.LUPITA, PATH, "chats");
        desk.inspect(SalonLupita.LUPITA, chat(), "chat");
        desk.inspect(SalonLupita.LUPITA, PATH + "/" + life.conversation("525511110002"), "chat-fallo");
    }

    @Test
    void somebodyTakesItAnswersAndGivesItBack() {
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            page.locator(".chats .what a").first().click();
            CustomersPageTest.button(page, "Contestar yo");
            assertThat(page.locator(".standing")).containsText("Contestas tú");
            life.settle();
            assertThat(life.told(PATY)).isEqualTo("Beto ya te atiende por este chat 👋");
            page.getByLabel("Tu mensaje").fill("Cuesta $250, ¿te aparto lugar?");
            CustomersPageTest.button(page, "Mandar");
            life.settle();
            assertThat(life.told(PATY)).isEqualTo("*Beto:* Cuesta $250, ¿te aparto lugar?");
            assertThat(page.locator(".bubble.out").last()).containsText("Cuesta $250");
            life.says(PATY, "sí porfa");
            assertThat(page.locator(".bubble.in").last()).containsText("sí porfa");
            assertThat(life.told(PATY)).as("Yume is silent").contains("Cuesta $250");
            Desk.accessible(page);
            CustomersPageTest.button(page, "Devolver a Yume");
            assertThat(page.locator(".standing")).containsText("Contesta Yume.");
            life.settle();
            assertThat(life.told(PATY)).startsWith("Beto terminó la conversación.");
            life.says(PATY, "¿a qué hora abren?");
            assertThat(life.told(PATY)).doesNotStartWith("Beto");
        });
        assertThat(world.rows("select ended_by from handoff")).containsExactly(List.of("staff"));
    }

    @Test
    void theCustomerIsSeenWritingWithoutAskingAgainAndWhatIsTypedStays() {
        desk.as(SalonLupita.ANA, Screen.DESK, page -> {
            desk.open(page, chat());
            CustomersPageTest.button(page, "Contestar yo");
            page.getByLabel("Tu mensaje").fill("Déjame ver");
            life.says(PATY, "es para mi hija");
            assertThat(page.locator(".bubble.in").last()).containsText("es para mi hija");
            assertThat(page.getByLabel("Tu mensaje")).hasValue("Déjame ver");
        });
    }

    @Test
    void oneAtATimeAndOnlyWithinTheWindow() {
        var id = life.conversation(PATY);
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, chat());
            desk.as(SalonLupita.ANA, Screen.PHONE, other -> {
                desk.open(other, chat());
                CustomersPageTest.button(other, "Contestar yo");
                assertThat(other.locator(".standing")).containsText("Contestas tú");
                assertThat(page.locator(".standing")).containsText("Contesta Ana",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
            });
        });
        life.tick(Duration.ofMinutes(31));
        life.settle();
        assertThat(world.rows("select ended_by from handoff")).containsExactly(List.of("silence"));
        life.tick(Duration.ofHours(24));
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH + "/" + id);
            assertThat(page.locator(".standing")).containsText("Hace más de 24 horas que no escribe");
            assertThat(page.locator("text=Contestar yo")).hasCount(0);
        });
    }

    @Test
    void whoeverAskedForAPersonIsMarkedAndAnswered() {
        life.says("525510000001", "hola");
        life.says(PATY, "quiero hablar con una persona");
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".chip.pending")).hasText("Espera a una persona");
            assertThat(page.locator(".chats li")).hasCount(1);
            page.locator(".chats .what a").first().click();
            CustomersPageTest.button(page, "Contestar yo");
            assertThat(page.locator(".standing")).containsText("Contestas tú");
        });
        assertThat(world.count("select count(*) from handoff where ended_at is null and taken_at is not null")).isOne();
    }

    @Test
    void aFailedMessageSaysWhyAndIsSentAgain() {
        world.execute("update outbox set status = 'failed', error = '131026: Message undeliverable' where turn_id is not null");
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, PATH);
            assertThat(page.locator(".chip.bad")).containsText("falló");
            desk.open(page, chat());
            assertThat(page.locator(".bubble.bad .why").first())
                    .hasText("Ese número no tiene WhatsApp o no puede recibir mensajes.");
            page.locator(".bubble.bad button").first().click();
            assertThat(page.locator(".toast")).containsText("ya va en camino");
            life.settle();
            page.reload();
            assertThat(page.locator(".bubble.bad")).hasCount(0);
        });
    }

    @Test
    void staffsOwnChatsAndAnothersAreNotThere() {
        life.says("525510000001", "mándame el link del tablero");
        var owners = PATH + "/" + life.conversation("525510000001");
        assertThat(life.get(SalonLupita.BETO, owners).statusCode()).isEqualTo(404);
        for (var id : List.of("01900000-0000-7000-8000-0000000000ff", "nada")) {
            assertThat(life.get(SalonLupita.LUPITA, PATH + "/" + id).statusCode()).isEqualTo(404);
            assertThat(life.get(SalonLupita.LUPITA, PATH + "/" + id + "/eventos").statusCode()).isEqualTo(404);
        }
        assertThat(life.get(SalonLupita.CARLA, chat()).statusCode()).isEqualTo(403);
        assertThat(life.get(SalonLupita.CARLA, chat() + "/eventos").statusCode()).isEqualTo(404);
        assertThat(life.post(SalonLupita.BETO, chat() + "/tomar", Map.of()).statusCode()).as("no token").isEqualTo(403);
        assertThat(world.count("select count(*) from handoff")).isZero();
    }
}
