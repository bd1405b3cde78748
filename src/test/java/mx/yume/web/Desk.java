package mx.yume.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;

import mx.yume.business.StaffId;
import mx.yume.identity.MagicLinks;
import mx.yume.identity.Token;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.SalonLupita;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.signin.SessionCookies;

/**
 * The dashboard in a browser, with somebody signed in. Whatever the page complains of fails the test.
 *
 * <pre>
 * desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
 *     desk.open(page, "/tablero/servicios");
 *     page.getByRole(AriaRole.LINK, …).click();
 * });
 * </pre>
 */
@ApplicationScoped
public class Desk {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** Pixels; Chromium draws no page that is much higher in one piece. */
    private static final int HIGHEST = 8000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final MagicLinks links;
    private final int port;

    Desk(Database database, MagicLinks links, @ConfigProperty(name = "quarkus.http.test-port") int configured) {
        this.database = database;
        this.links = links;
        this.port = configured;
    }

    /** A session of theirs, as the cookie holds it. */
    public String session(OrganizationId organization, StaffId member) {
        var link = database.inTenant(organization, connection -> links.issue(connection, organization, member.value())).await()
                .atMost(PATIENCE);
        var token = Token.parse(link.address().getQuery().substring("t=".length())).orElseThrow();
        return links.use(token).await().atMost(PATIENCE).orElseThrow().written();
    }

    public String session(StaffId member) {
        return session(SalonLupita.ID, member);
    }

    public void as(StaffId member, Screen screen, Consumer<Page> story) {
        as(member, screen, ColorScheme.LIGHT, story);
    }

    public void as(StaffId member, Screen screen, ColorScheme scheme, Consumer<Page> story) {
        var complaints = new CopyOnWriteArrayList<String>();
        try (var context = Chromium.context(screen, scheme)) {
            // Without a domain of its own it is this host's alone, as its name asks for.
            context.addCookies(List.of(new Cookie(SessionCookies.COOKIE, session(member)).setDomain(server().getHost())
                    .setPath("/").setSecure(true).setHttpOnly(true)));
            var page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            story.accept(page);
        }
        assertThat(complaints).as("the page complained").isEmpty();
    }

    public URI server() {
        return URI.create("http://localhost:" + Integer.getInteger("quarkus.http.test-port", port));
    }

    public void open(Page page, String path) {
        page.navigate(server().resolve(path).toString());
    }

    /** Nothing on this page keeps anybody out: WCAG 2.2, A and AA. */
    public static void accessible(Page page) {
        accessible(page, axe -> axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
    }

    /**
     * The page is looked at as if the screen were as high as it: what a bar of the frame covers half comes out from under it by
     * scrolling, and is no smaller for that.
     */
    private static void accessible(Page page, UnaryOperator<AxeBuilder> rules) {
        var size = page.viewportSize();
        page.setViewportSize(size.width, Math.max(size.height,
                Math.min(HIGHEST, (Integer) page.evaluate("document.documentElement.scrollHeight"))));
        // "Legacy" is within the page itself; the other way opens one more, for frames of other sites, which our pages never hold.
        var found = rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations();
        page.setViewportSize(size.width, size.height);
        assertThat(found.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                .map(node -> node.getHtml()).toList()).toList()).as(page.url()).isEmpty();
    }

    /** Kept in {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** Looks at one page on both screens in both themes: accessible, nothing wider than the screen, and kept as pictures. */
    public void inspect(StaffId member, String path, String name) {
        for (var screen : Screen.values()) {
            as(member, screen, page -> {
                open(page, path);
                inspect(page, screen, name);
            });
        }
    }

    /** The page as it is open, in both themes. It is one document in both: in the second only its colours are looked at again. */
    public static void inspect(Page page, Screen screen, String name) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        picture(page, pictured(name, screen, ColorScheme.LIGHT));
        accessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as(page.url() + " is wider than the screen").isLessThanOrEqualTo(0);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, pictured(name, screen, ColorScheme.DARK));
        accessible(page, axe -> axe.withRules(List.of("color-contrast")));
    }

    private static String pictured(String name, Screen screen, ColorScheme scheme) {
        return "%s-%s-%s".formatted(name, screen, scheme).toLowerCase(Locale.ROOT);
    }
}
