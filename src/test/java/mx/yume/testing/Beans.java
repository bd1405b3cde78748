package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import io.quarkus.qute.i18n.MessageBundle;

/** The classes that a container would find, of those that were compiled together with the application. */
final class Beans {

    private static final List<Class<?>> COMPILED = scan();
    private static final List<Class<?>> ALL = COMPILED.stream().filter(Beans::scoped).toList();

    private Beans() {}

    /** Those that may stand for this type, in the order of their names. */
    static List<? extends Class<?>> of(Class<?> type) {
        return ALL.stream().filter(type::isAssignableFrom).filter(bean -> offered(bean, type)).toList();
    }

    /** The method that makes what has no scope of its own. */
    static Optional<Method> producer(Class<?> type) {
        return ALL.stream().flatMap(bean -> Arrays.stream(bean.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Produces.class) && method.getReturnType().equals(type))
                .findFirst();
    }

    /** Every message bundle. */
    static Stream<Class<?>> bundles() {
        return COMPILED.stream().filter(type -> type.isAnnotationPresent(MessageBundle.class));
    }

    private static boolean offered(Class<?> bean, Class<?> type) {
        var typed = bean.getAnnotation(Typed.class);
        return typed == null || List.of(typed.value()).contains(type);
    }

    private static List<Class<?>> scan() {
        try {
            var settings = Path.of(Objects.requireNonNull(Beans.class.getResource("/application.properties")).toURI());
            var root = Objects.requireNonNull(settings.getParent());
            try (var files = Files.walk(root.resolve("mx/yume"))) {
                return files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class")).sorted()
                        .<Class<?>>map(Beans::load).toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String file) {
        try {
            var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, Beans.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tests may lie in the same folder: what they put in the place of something else is an alternative. */
    private static boolean scoped(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers()) && !type.isAnnotationPresent(Alternative.class)
                && (type.isAnnotationPresent(ApplicationScoped.class) || type.isAnnotationPresent(Singleton.class));
    }
}
