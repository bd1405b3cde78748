package mx.yume.testing.logs;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Of every test, found through META-INF/services: it fails when somebody's phone, a message or a token was logged while it ran, or
 * since the test before it. What jqwik runs is seen by the next test.
 */
public final class NothingConfidentialIsLogged implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        LogWatch.ofThisJvm();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    static void check() {
        var found = LogWatch.found();
        if (!found.isEmpty()) {
            throw new AssertionError("The log holds\n" + String.join("\n", found));
        }
    }
}
