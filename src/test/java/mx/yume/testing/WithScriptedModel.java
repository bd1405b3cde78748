package mx.yume.testing;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Runs a test with the model assistant, and the model in the test's hands:
 *
 * <pre>
 * &#64;QuarkusTest
 * &#64;TestProfile(WithScriptedModel.class)
 * class SomeTest {
 *     &#64;InjectScriptedModel
 *     ScriptedModel model;
 * </pre>
 */
public class WithScriptedModel implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Endpoint.class));
    }

    /** A turn's patience is short, since a test decides itself when the model hangs; failures never make it rest. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("yume.model.timeout", "4s", "yume.model.failures-before-rest", "1000000");
    }

    /** The endpoint of one profile's application. */
    public static class Endpoint implements QuarkusTestResourceLifecycleManager {

        private final ScriptedModel model = ScriptedModel.start();

        @Override
        public Map<String, String> start() {
            return model.settings();
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(model, new TestInjector.AnnotatedAndMatchesType(InjectScriptedModel.class,
                    ScriptedModel.class));
        }

        @Override
        public void stop() {
            model.close();
        }
    }
}
