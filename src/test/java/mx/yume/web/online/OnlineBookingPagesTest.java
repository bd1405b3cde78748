package mx.yume.web.online;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.Workers;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

/** The whole way in a browser, every page looked at; the code is on the simulator's phone. */
@QuarkusTest
class OnlineBookingPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Workers workers;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void fromThePublicPageToAnAppointmentOnAPhone() {
        var complaints = new CopyOnWriteArrayList<String>();
        try (var context = Chromium.context(Screen.PHONE, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            desk.open(page, Booker.SHOP);
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("O agenda aquí, sin chat")).click();
            button(page, "Ver horarios");
            assertThat(page.locator("#servicio-error")).hasText("Elige qué te vas a hacer.");
            looks(page, "que-mal");
            page.getByLabel("Corte de cabello").check();
            looks(page, "que");
            button(page, "Ver horarios");
            assertThat(page.locator(".date")).hasText("miércoles 13 de enero");
            looks(page, "cuando");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Día siguiente")).click();
            assertThat(page.locator(".date")).hasText("jueves 14 de enero");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("5:00 p.m.").setExact(true)).click();
            page.getByLabel("Tu número de WhatsApp").fill("55 12");
            button(page, "Mándame el código");
            looks(page, "datos-mal");
            page.getByLabel("Tu nombre").fill("Paty López");
            page.getByLabel("Tu número de WhatsApp").fill("55 1111 0001");
            button(page, "Mándame el código");
            assertThat(page.locator("main")).containsText("Si el 55 1111 0001 tiene WhatsApp");
            looks(page, "codigo");
            var order = page.url();
            workers.settle().await().atMost(PATIENCE);
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Abrir el simulador")).click();
            var said = CODE.matcher(page.locator(".bubble.theirs .said").last().innerText());
            assertThat(said.find()).isTrue();
            page.navigate(order);
            page.getByLabel("Código").fill(said.group().equals("000000") ? "000001" : "000000");
            button(page, "Agendar mi cita");
            assertThat(page.locator("#codigo-error")).containsText("Te quedan 4 intentos");
            looks(page, "codigo-mal");
            page.getByLabel("Código").fill(said.group());
            button(page, "Agendar mi cita");
            assertThat(page.locator("h1")).hasText("Tu cita quedó agendada");
            looks(page, "agendada");
            page.reload();
            assertThat(page.locator("h1")).hasText("Tu cita quedó agendada");
            assertThat(context.cookies()).isEmpty();
        }
        assertThat(complaints).isEmpty();
        assertThat(world.count("select count(*) from appointment")).isOne();
    }

    /** What is seldom seen, and the pages on a desk and in the dark. */
    @Test
    void theOtherPagesLookGoodToo() {
        var booker = new Booker(world, "198.51.100.1");
        var query = "servicio=" + SalonLupita.BARBA.value() + "&con=" + SalonLupita.BETO.value() + "&fecha=2027-01-14";
        var mine = booker.orders(query, "5:00 p.m.", "Paty", "55 1111 0001");
        workers.settle().await().atMost(PATIENCE);
        var code = booker.code();
        var theirs = booker.orders(query, "5:00 p.m.", "Toño", "55 1111 0002");
        workers.settle().await().atMost(PATIENCE);
        booker.post(theirs, "codigo", booker.code());
        booker.post(mine, "codigo", code);
        var pages = List.of(List.of("que", Booker.SHOP + "/cita"), List.of("cuando", Booker.SHOP + "/cita/horas?" + query),
                List.of("sin-lugar", Booker.SHOP + "/cita/horas?" + query.replace("01-14", "01-17")), List.of("tomada", mine),
                List.of("ya-no", Booker.SHOP + "/pedido/nada"), List.of("agendada", theirs));
        for (var screen : Screen.values()) {
            for (var one : pages) {
                try (var context = Chromium.context(screen, ColorScheme.DARK)) {
                    var page = context.newPage();
                    desk.open(page, one.getLast());
                    looks(page, "%s-%s-oscuro".formatted(one.getFirst(), screen).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static void looks(Page page, String name) {
        Desk.picture(page, "en-linea-" + name);
        Desk.accessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(name)
                .isLessThanOrEqualTo(0);
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
