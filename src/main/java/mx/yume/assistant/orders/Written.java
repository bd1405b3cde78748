package mx.yume.assistant.orders;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The arguments of a call as a model wrote them. What is not of the form asked for throws {@link Unclear}. */
public record Written(ObjectNode arguments) {

    /** Longer arguments are cut: nobody needs them, and they end up in the database. */
    private static final int LONGEST = 1_000;

    public Optional<String> text(String name) {
        var value = arguments.path(name);
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return Optional.empty();
        }
        var text = value.asText().strip();
        return Optional.of(text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)));
    }

    /** One text is a list of one. */
    public List<String> texts(String name) {
        var value = arguments.path(name);
        if (!value.isArray()) {
            return text(name).map(List::of).orElse(List.of());
        }
        var texts = new ArrayList<String>();
        value.forEach(each -> {
            if (each.isValueNode() && !each.asText().isBlank()) {
                texts.add(each.asText().strip());
            }
        });
        return List.copyOf(texts);
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(said -> switch (said) {
            case "true", "si", "sí" -> true;
            case "false", "no" -> false;
            default -> throw new Unclear("El argumento " + name + " va como true o false.");
        });
    }

    public Optional<Integer> number(String name) {
        return text(name).map(said -> {
            try {
                return Integer.valueOf(said);
            } catch (NumberFormatException notOne) {
                throw new Unclear("El argumento " + name + " va como número entero.");
            }
        });
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(said -> {
            try {
                return LocalDate.parse(said.length() > 10 ? said.substring(0, 10) : said);
            } catch (DateTimeException unreadable) {
                throw new Unclear("El argumento " + name + " va como AAAA-MM-DD.");
            }
        });
    }

    public Optional<LocalTime> time(String name) {
        return text(name).map(said -> {
            try {
                return LocalTime.parse(said.contains("T") ? said.substring(said.indexOf('T') + 1) : said);
            } catch (DateTimeException unreadable) {
                throw new Unclear("El argumento " + name + " va como HH:MM.");
            }
        });
    }
}
