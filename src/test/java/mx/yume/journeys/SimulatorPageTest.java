package mx.yume.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.Workers;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** The simulator in a browser: what people see, write and tap. Leaves pictures in {@code target/screenshots}. */
@QuarkusTest
class SimulatorPageTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String CONFIRMED = """
            select count(*) from appointment where status = 'confirmed' and origin = 'simulator'
            """;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    @Inject
    World world;
    @Inject
    Workers workers;
    @Inject
    SettableClock clock;
    @TestHTTPResource
    URI server;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    /** Sofía with the salon's chat open. Whatever the page complains of fails the test. */
    private void sofia(int width, int height, Consumer<Page> story) {
        if (browser == null) {
            throw new IllegalStateException("No browser");
        }
        var complaints = new CopyOnWriteArrayList<String>();
        try (var context = browser.newContext(new NewContextOptions().setViewportSize(width, height).setLocale("es-MX")
                .setDeviceScaleFactor(1.5))) {
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.navigate(server.resolve("/simulador?de=525520000001&para=525500000002").toString());
            story.accept(page);
        }
        assertThat(complaints).isEmpty();
    }

    private void write(Page page, String text) {
        page.fill("#text", text);
        page.press("#text", "Enter");
        answered(page);
    }

    private void tap(Page page, String title) {
        var last = page.locator(".bubble.theirs").last();
        last.locator(".option", new Locator.LocatorOptions().setHasText(title)).first().click();
        answered(page);
    }

    private void choose(Page page, String title) {
        page.locator(".opens-list").last().click();
        page.locator(".row", new Page.LocatorOptions().setHasText(title)).first().click();
        answered(page);
    }

    /** The message is in, Yume thinks, and then everything that is due is done. */
    private void answered(Page page) {
        assertThat(page.locator("#presence")).hasText("escribiendo…");
        clock.tick(Duration.ofSeconds(3));
        workers.settle().await().atMost(Duration.ofSeconds(10));
        clock.tick(Duration.ofSeconds(7));
        assertThat(page.locator("#presence")).hasText("en línea");
    }

    private static Locator lastAnswer(Page page) {
        return page.locator(".bubble.theirs .said").last();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    @Test
    void anAppointmentIsBookedByTapsOnAPhone() {
        sofia(360, 740, page -> {
            write(page, "hola");
            picture(page, "phone-1-greeting");
            choose(page, "Corte de cabello");
            page.locator(".opens-list").last().click();
            picture(page, "phone-2-list");
            page.keyboard().press("Escape");
            choose(page, "mañana");
            choose(page, "Ana");
            write(page, "Sofía Reyes");
            assertThat(lastAnswer(page)).containsText("A nombre de Sofía Reyes");
            picture(page, "phone-3-summary");
            tap(page, "Sí");
            assertThat(lastAnswer(page)).containsText("quedó agendada");
            assertThat(page.locator(".mine .meta svg.read")).hasCount(6);
            picture(page, "phone-4-booked");
            page.click("[data-show=trace]");
            assertThat(page.locator(".turn").first()).containsText("book_appointment");
            picture(page, "phone-5-trace");
            page.click(".trace [data-show=chat]");
            page.click("[data-show=cast]");
            picture(page, "phone-6-cast");
        });
        assertThat(world.count(CONFIRMED)).isOne();
    }

    @Test
    void anAppointmentIsBookedByFreeTextOnADesk() {
        sofia(1320, 940, page -> {
            write(page, "Hola 👋 quiero corte y barba el viernes a las 5 con Beto");
            write(page, "Sofía Reyes");
            assertThat(lastAnswer(page)).containsText("viernes 15 de enero, 5:00 p.m.");
            write(page, "sí, por favor");
            assertThat(lastAnswer(page)).containsText("quedó agendada");
            assertThat(page.locator(".turn").first()).containsText("book_appointment");
            picture(page, "desk");
        });
        assertThat(world.count(CONFIRMED)).isOne();
    }

    @Test
    void whatIsWrittenIsShownAndNeverRun() {
        sofia(360, 740, page -> {
            write(page, "<img src=x onerror=\"document.title='run'\"> {config} <b>hola</b>");

            assertThat(page.locator(".bubble.mine .said").last())
                    .hasText("<img src=x onerror=\"document.title='run'\"> {config} <b>hola</b>");
            assertThat(page.locator(".said img, .said b")).hasCount(0);
            assertThat(page).hasTitle("Salón Lupita · Simulador de Yume");
        });
    }

    @Test
    void afterALostConnectionThePageCatchesUp() {
        sofia(360, 740, page -> {
            page.route("**/simulador/eventos*", Route::abort);
            page.reload();
            page.fill("#text", "hola");
            page.press("#text", "Enter");
            assertThat(page.locator("#presence")).hasText("escribiendo…");
            clock.tick(Duration.ofSeconds(3));
            workers.settle().await().atMost(Duration.ofSeconds(10));

            page.unroute("**/simulador/eventos*");

            assertThat(page.locator("#presence")).hasText("en línea", new HasTextOptions().setTimeout(20_000));
            assertThat(lastAnswer(page)).containsText("Salón Lupita");
        });
    }
}
