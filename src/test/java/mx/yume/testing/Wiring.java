package mx.yume.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes objects by their only constructors, each once, with what is given and what can be made: all that the rooms need of a
 * container, so that a plain test names none of their inner classes.
 */
final class Wiring {

    private final Map<Class<?>, Object> made = new HashMap<>();

    <T> Wiring with(Class<T> type, T given) {
        made.put(type, given);
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
        var constructors = type.getDeclaredConstructors();
        if (constructors.length != 1) {
            throw new IllegalStateException(type + " is neither given nor has it one constructor");
        }
        try {
            constructors[0].setAccessible(true);
            return constructors[0].newInstance(Arrays.stream(constructors[0].getParameterTypes()).map(this::the).toArray());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(type + " cannot be made", failure);
        }
    }
}
