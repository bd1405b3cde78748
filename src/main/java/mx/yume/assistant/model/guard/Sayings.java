package mx.yume.assistant.model.guard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text cut into what it asserts and what it asks, in lower case with its accents: "agendé" is a claim where "agende" is a wish.
 *
 * @param statements what is said, without the questions
 * @param questions what is asked
 */
record Sayings(List<String> statements, List<String> questions) {

    private static final Pattern HALF_OF_DAY = Pattern.compile("\\b([ap])\\s?\\.?\\s?m\\b\\.?");
    private static final Pattern QUESTION = Pattern.compile("¿[^?]*\\?");
    private static final Pattern END = Pattern.compile("(?<=[.!?;:\\n])(?!\\d)");
    private static final Pattern DECORATION = Pattern.compile("[*_~`\"“”«»]");

    Sayings {
        statements = List.copyOf(statements);
        questions = List.copyOf(questions);
    }

    static Sayings in(String text) {
        var plain = plain(text);
        var questions = new ArrayList<String>();
        QUESTION.matcher(plain).results().forEach(found -> questions.add(found.group()));
        var statements = new ArrayList<String>();
        for (var sentence : END.splitAsStream(QUESTION.matcher(plain).replaceAll(" ")).toList()) {
            var statement = sentence.strip();
            if (statement.endsWith("?")) {
                statement = beforeUnopenedQuestion(statement, questions);
            }
            if (statement.codePoints().anyMatch(Character::isLetterOrDigit) || statement.contains("✅")) {
                statements.add(statement);
            }
        }
        return new Sayings(statements, questions);
    }

    static String plain(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var joined = HALF_OF_DAY.matcher(DECORATION.matcher(lower).replaceAll("")).replaceAll("$1m");
        return joined.replaceAll("[\\h\\u202f]+", " ");
    }

    /** "Ya quedó, algo más?": without its opening mark only what follows the last comma is surely the question. */
    private static String beforeUnopenedQuestion(String sentence, List<String> questions) {
        int comma = sentence.lastIndexOf(',');
        questions.add(sentence.substring(comma + 1));
        return comma < 0 ? "" : sentence.substring(0, comma);
    }
}
