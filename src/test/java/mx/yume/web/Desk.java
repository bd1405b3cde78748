package mx.yume.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
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
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                .getViolations();
        assertThat(found.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                .map(node -> node.getHtml()).toList()).toList()).as(page.url()).isEmpty();
    }

    /** Kept in {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** Looks at one page on both screens in both themes: accessible, nothing wider than the screen, and kept as a picture. */
    public void inspect(StaffId member, String path, String name) {
        for (var screen : Screen.values()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                as(member, screen, scheme, page -> {
                    open(page, path);
                    picture(page, "%s-%s-%s".formatted(name, screen, scheme).toLowerCase(java.util.Locale.ROOT));
                    accessible(page);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .as(path + " is wider than the screen").isLessThanOrEqualTo(0);
                });
            }
        }
    }
}
