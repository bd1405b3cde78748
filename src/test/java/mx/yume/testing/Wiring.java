package mx.yume.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/**
 * Makes the beans of the application by their only constructors, each once, with what is given and what can be made: all that a
 * plain test needs of a container. It knows the ports' one implementation, {@code @All List<X>}, {@code @Produces}, message
 * bundles and settings.
 */
final class Wiring {

    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Settings settings;

    Wiring() {
        this(new Settings(Map.of()));
    }

    Wiring(Settings settings) {
        this.settings = settings;
    }

    <T> Wiring with(Class<T> type, T given) {
        made.put(type, given);
        return this;
    }

    /** For what has a class that cannot be named here. */
    Wiring with(Object given) {
        made.put(given.getClass(), given);
        return this;
    }

    synchronized <T> T the(Class<T> type) {
        var known = made.get(type);
        if (known == null) {
            known = make(type);
            made.put(type, known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        if (Texts.knows(type)) {
            return Texts.of(type);
        }
        if (Settings.knows(type)) {
            return settings.read(type);
        }
        if (type.isAnnotationPresent(RegisterRestClient.class)) {
            return nobody(type);
        }
        var beans = Beans.of(type);
        if (beans.size() == 1 && !beans.getFirst().equals(type)) {
            return the(beans.getFirst());
        }
        return beans.isEmpty() ? Beans.producer(type).map(this::produced).orElseGet(() -> constructed(type))
                : constructed(type);
    }

    /** A plain test reaches nobody outside: every request fails. */
    private static Object nobody(Class<?> client) {
        return Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[]{client}, (proxy, method, arguments) -> Uni
                .createFrom().failure(new IllegalStateException("A plain test asks nothing of " + client.getSimpleName())));
    }

    private Object produced(Method producer) {
        var owner = the(producer.getDeclaringClass());
        try {
            producer.setAccessible(true);
            return producer.invoke(owner, arguments(producer));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(producer + " cannot be used", failure);
        }
    }

    private Object constructed(Class<?> type) {
        var constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException(type + " is neither given nor has it one constructor");
        }
        return constructed(constructors[0]);
    }

    private Object constructed(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments(constructor));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(constructor + " cannot be used", failure);
        }
    }

    private Object[] arguments(Executable executable) {
        return Arrays.stream(executable.getParameters()).map(this::argument).toArray();
    }

    private Object argument(Parameter parameter) {
        return parameter.isAnnotationPresent(All.class) ? all(parameter) : the(parameter.getType());
    }

    private List<?> all(Parameter parameter) {
        var element = ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
        var type = element instanceof ParameterizedType generic ? generic.getRawType() : element;
        var bean = (Class<?>) type;
        return made.get(List.class) instanceof List<?> given ? given.stream().filter(bean::isInstance).toList()
                : Beans.of(bean).stream().map(this::the).toList();
    }
}
