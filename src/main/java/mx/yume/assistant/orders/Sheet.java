package mx.yume.assistant.orders;

import java.util.List;

/**
 * A tool as a model is told of it, in Spanish.
 *
 * @param name as in SPEC 5, unique among the tools of one role
 */
public record Sheet(String name, String description, List<Parameter> parameters) {

    public enum Type {
        TEXT, NUMBER, FLAG,
        /** Several texts. */
        TEXTS
    }

    /** @param description what goes there, in Spanish, with its form where it has one (AAAA-MM-DD) */
    public record Parameter(String name, Type type, String description, boolean required) {}

    public Sheet {
        parameters = List.copyOf(parameters);
    }

    public static Sheet of(String name, String description, Parameter... parameters) {
        return new Sheet(name, description, List.of(parameters));
    }

    public static Parameter required(String name, String description) {
        return new Parameter(name, Type.TEXT, description, true);
    }

    public static Parameter optional(String name, String description) {
        return new Parameter(name, Type.TEXT, description, false);
    }

    public static Parameter optional(String name, Type type, String description) {
        return new Parameter(name, type, description, false);
    }
}
