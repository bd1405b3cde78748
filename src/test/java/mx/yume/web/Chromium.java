package mx.yume.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** The browser of all page tests: started once, by the thread of the tests, and ended with them. */
public final class Chromium {

    /** Of which device. */
    public enum Screen {
        PHONE(360, 740), DESK(1440, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Browser BROWSER = start();

    private Chromium() {}

    private static Browser start() {
        var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** Somebody's own: nothing of another test is in it. */
    public static BrowserContext context(Screen screen, ColorScheme scheme) {
        return BROWSER.newContext(new NewContextOptions().setViewportSize(screen.width, screen.height).setLocale("es-MX")
                .setTimezoneId("America/Mexico_City").setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE)
                .setDeviceScaleFactor(screen == Screen.PHONE ? 2 : 1));
    }
}
