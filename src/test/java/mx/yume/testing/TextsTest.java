package mx.yume.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.junit.QuarkusTest;

/** Plain tests see the sentences that the application says. */
@QuarkusTest
class TextsTest {

    @TestFactory
    java.util.stream.Stream<DynamicTest> bundlesReadTheSameWithoutTheContainer() {
        return Beans.bundles().map(bundle -> DynamicTest.dynamicTest(bundle.getSimpleName(), () -> same(bundle)));
    }

    private static void same(Class<?> bundle) throws ReflectiveOperationException {
        var theirs = MessageBundles.get(bundle);
        var ours = Texts.of(bundle);
        for (var method : bundle.getDeclaredMethods()) {
            method.setAccessible(true);
            for (var filled : new boolean[]{true, false}) {
                var arguments = arguments(method, filled);
                assertThat(method.invoke(ours, arguments)).as("%s", method).isEqualTo(method.invoke(theirs, arguments));
            }
        }
    }

    private static Object[] arguments(Method method, boolean filled) {
        return Arrays.stream(method.getParameterTypes()).map(type -> {
            if (type == int.class) {
                return (Object) (filled ? 2 : 0);
            }
            if (type == long.class) {
                return (Object) (filled ? 2L : 0L);
            }
            return type == boolean.class ? (Object) filled : filled ? "<b>«Niño» & 'más'</b>" : "";
        }).toArray();
    }
}
