package mx.yume.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.platform.PhoneNumber;

/** Reads the commands of administrators. */
public final class AdminWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ASSIGN = Pattern.compile("asignar (\\+[\\d ()-]{8,25}) a ([a-z0-9-]{1,80})");
    private static final Pattern RETRY = Pattern.compile("reintentar (todos|[0-9a-f]{8})");

    private AdminWords() {}

    /** Without accents, in small letters, with single spaces. */
    public static Optional<AdminCommand> read(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD)).replaceAll("");
        var words = SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return switch (words) {
            case "plantillas" -> Optional.of(new AdminCommand.Templates());
            case "plantillas enviar" -> Optional.of(new AdminCommand.SubmitTemplates());
            case "numeros pendientes" -> Optional.of(new AdminCommand.PendingNumbers());
            case "mensajes fallidos" -> Optional.of(new AdminCommand.FailedMessages());
            default -> assign(words).or(() -> retry(words));
        };
    }

    private static Optional<AdminCommand> assign(String words) {
        var form = ASSIGN.matcher(words);
        return form.matches() ? PhoneNumber.parse(form.group(1)).map(number -> new AdminCommand.Assign(number, form.group(2)))
                : Optional.empty();
    }

    private static Optional<AdminCommand> retry(String words) {
        var form = RETRY.matcher(words);
        return form.matches()
                ? Optional.of(new AdminCommand.Retry(Optional.of(form.group(1)).filter(id -> !id.equals("todos"))))
                : Optional.empty();
    }
}
