package mx.yume.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.arc.Arc;

/** What the application answers for browsers, by what its classes say: a page that is new is here without anybody's doing. */
final class Routes {

    private Routes() {}

    static List<String> shown() {
        return of(GET.class);
    }

    static List<String> sent() {
        return of(POST.class);
    }

    private static List<String> of(Class<? extends Annotation> verb) {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass)
                .filter(type -> type.getName().startsWith("mx.yume.web.") && type.isAnnotationPresent(Path.class)).distinct()
                .flatMap(type -> routes(type, verb)).sorted().toList();
    }

    private static Stream<String> routes(Class<?> type, Class<? extends Annotation> verb) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(verb))
                .map(method -> path(type, method)).distinct();
    }

    private static String path(Class<?> type, Method method) {
        var whole = Stream.of(type.getAnnotationsByType(Path.class), method.getAnnotationsByType(Path.class))
                .flatMap(Arrays::stream).map(Path::value).collect(Collectors.joining("/"));
        return "/" + String.join("/", Arrays.stream(whole.split("/", -1)).filter(part -> !part.isEmpty()).toList());
    }
}
