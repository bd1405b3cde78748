package mx.yume.assistant.model.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt as a file with {@code {{names}}} in it. What is put in is data: it is never looked at again, so braces in a service's
 * name or in what somebody wrote stay what they are.
 */
public final class Prompt {

    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

    private final String template;

    Prompt(String template) {
        this.template = template;
    }

    /** @param role the name of its file, without ".txt" */
    public static Prompt of(String role) {
        var name = "/prompts/" + role + ".txt";
        try (var file = Prompt.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the application");
            }
            return new Prompt(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException if the file has a name without a value: a defect */
    public String render(Map<String, String> values) {
        return NAME.matcher(template).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("The prompt asks for " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
