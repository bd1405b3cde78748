package mx.yume.web.publicsite;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.World;
import mx.yume.web.Chromium;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class PublicPageTest {

    private static final String PATH = "/s/salon-lupita";

    @Inject
    Desk desk;
    @Inject
    World world;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void thePageLooksGood() {
        world.execute("update service set category = 'Uñas' where name in ('Manicure', 'Pedicure', 'Gelish')");
        world.execute("update service set description = 'Con toalla caliente y navaja.' where name = 'Barba'");
        world.execute("update location set address = 'Av. Insurgentes Sur 123, Roma Norte, Ciudad de México'");
        for (var screen : Screen.values()) {
            visit(screen, ColorScheme.LIGHT, PATH, page -> Desk.inspect(page, screen, "publica"));
            visit(screen, ColorScheme.LIGHT, "/s/nadie", page -> Desk.inspect(page, screen, "publica-nadie"));
        }
    }

    @Test
    void whoeverComesSeesWhatThereIsWhenAndHowToBook() {
        world.execute("update location set address = 'Av. Insurgentes Sur 123'");
        world.execute("""
                insert into special_day (organization_id, location_id, day)
                select organization_id, id, '2027-01-20' from location""");
        visit(Screen.PHONE, ColorScheme.LIGHT, PATH, page -> {
            assertThat(page.locator("h1")).hasText("Salón Lupita");
            assertThat(page.locator(".list")).containsText("Corte de cabello45 min");
            assertThat(page.locator(".list")).containsText("$250");
            assertThat(page.locator(".hours").first()).containsText("Lunes a viernes10:00 a.m. a 8:00 p.m.");
            assertThat(page.locator(".hours").first()).containsText("DomingoCerrado");
            assertThat(page.locator(".hours").nth(1)).hasText("miércoles 20 de eneroCerrado");
            assertThat(page.locator(".book a")).hasAttribute("href", "https://wa.me/525500000002");
            assertThat(page.locator(".where a")).hasAttribute("href",
                    "https://www.google.com/maps/search/?api=1&query=Sal%C3%B3n+Lupita%2C+Av.+Insurgentes+Sur+123");
            assertThat(page.locator(".privacy")).containsText("NO COMPARTIR");
            assertThat(page.context().cookies()).isEmpty();
        });
    }

    @Test
    void namesAreShownAndNeverRun() {
        var nasty = "<script>alert(1)</script> \"{braces}\"";
        world.execute("update organization set name = '%s' where slug = 'salon-lupita'".formatted(nasty));
        world.execute(
                "update service set name = '%s', category = '%s', description = '%s' where name = 'Barba'".formatted(nasty,
                        nasty, nasty));
        world.execute("update location set address = '%s'".formatted(nasty));
        visit(Screen.PHONE, ColorScheme.LIGHT, PATH, page -> {
            assertThat(page.locator("h1")).hasText(nasty);
            assertThat(page.locator("h3", new Page.LocatorOptions().setHasText("braces"))).hasText(nasty);
            assertThat(page.locator(".list", new Page.LocatorOptions().setHasText("braces"))).containsText(nasty);
            assertThat(page.title()).startsWith(nasty);
            assertThat(page.locator("script")).hasCount(0);
        });
    }

    @Test
    void itIsKeptForMinutesAndSetsNoCookie() {
        given().get(PATH).then().statusCode(200).header("Cache-Control", "public, max-age=300")
                .header("Set-Cookie", nullValue())
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<meta property=\"og:title\" content=\"Salón Lupita\">"))
                .body(containsString("og:url\" content=\"https://yume.test/s/salon-lupita\""));
    }

    @Test
    void whoIsNotThereOrSuspendedHasNoPage() {
        given().get("/s/nadie").then().statusCode(404).header("Set-Cookie", nullValue()).body(containsString("no está aquí"));
        given().get("/s/yume").then().statusCode(404);
        given().urlEncodingEnabled(false).get("/s/%00").then().statusCode(404);
        given().urlEncodingEnabled(false).get("/s/%00/qr.png").then().statusCode(404);
        world.execute("update organization set status = 'suspended' where slug = 'salon-lupita'");
        given().get(PATH).then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void anOwnersOwnNumberIsTheOneToWriteTo() {
        world.execute("update business_number set phone = '+525587654321' where provider = 'meta'");
        given().get(PATH).then().body(containsString("https://wa.me/525587654321"));
    }

    @Test
    void withoutANumberNothingIsPromised() {
        world.execute("delete from whatsapp_connection");
        world.execute("delete from business_number");
        visit(Screen.DESK, ColorScheme.LIGHT, PATH, page -> {
            assertThat(page.locator(".waiting")).containsText("Muy pronto");
            assertThat(page.locator(".button")).hasCount(0);
            assertThat(page.locator("img")).hasCount(0);
        });
    }

    private void visit(Screen screen, ColorScheme scheme, String path, Consumer<Page> story) {
        var complaints = new CopyOnWriteArrayList<String>();
        try (var context = Chromium.context(screen, scheme)) {
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            desk.open(page, path);
            story.accept(page);
        }
        assertThat(complaints).isEmpty();
    }
}
