package mx.yume.web.page;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.qute.TemplateData;

/**
 * A form as somebody filled it in: what they typed is kept, and what is wrong is said next to its field.
 *
 * @param values by the name of the field
 * @param errors sentences, by the name of the field; under the empty name what is wrong with no field in particular
 */
@TemplateData
public record Filled(Map<String, String> values, Map<String, String> errors) {

    /** What belongs to no field. */
    public static final String WHOLE = "";

    public Filled {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    public static Filled empty() {
        return new Filled(Map.of(), Map.of());
    }

    public static Filled of(Map<String, String> values) {
        return new Filled(values, Map.of());
    }

    public Filled with(String field, String sentence) {
        var more = new LinkedHashMap<>(errors);
        more.putIfAbsent(field, sentence);
        return new Filled(values, more);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return value(field).equals(value);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What belongs to no field; empty for none. */
    public String problem() {
        return error(WHOLE);
    }

    public boolean good() {
        return errors.isEmpty();
    }
}
