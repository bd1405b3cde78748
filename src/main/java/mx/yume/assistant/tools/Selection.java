package mx.yume.assistant.tools;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.business.ServiceId;

/**
 * What a message makes of the services wanted: "también manicure" adds, "quita la barba" takes away, "manicure en vez de corte"
 * and "cambia el corte por manicure" swap, and anything else that is named takes the place of all. Pure.
 */
final class Selection {

    private static final Pattern MARKS = words("(?<added>tambi[eé]n|adem[aá]s|aparte|de paso|agr[eé]g\\p{L}*|a[ñn][aá]d\\p{L}*"
            + "|s[uú]m[ae]\\p{L}*)|(?<removed>qu[ií]t[ae]\\p{L}*|elim[ií]n\\p{L}*|b[oó]rr\\p{L}*|sin|ya no (?:quiero|va)"
            + "|no (?:quiero|va)|en (?:vez|lugar) del?)|(?<swapped>por)");
    private static final Pattern CHANGING = words("c[aá]mbi\\p{L}*|reempl[aá]z\\p{L}*|sustit[uú]y\\p{L}*");
    private static final Pattern BEGINS_WITH_AND = Pattern.compile("^[\\s¿]*[ye]\\s.*", Pattern.CASE_INSENSITIVE);
    /** What is taken away ends with its clause. */
    private static final Pattern CLAUSE_END = Pattern.compile("[,.;:!?\\n]|\\s(?:pero|mejor|s[oó]lo|con|para)\\s");

    private final Set<ServiceId> named = new LinkedHashSet<>();
    private final Set<ServiceId> added = new LinkedHashSet<>();
    private final Set<ServiceId> removed = new LinkedHashSet<>();

    private Selection(Heard heard, Function<String, Reading> reader) {
        var body = heard.message().body();
        var marks = MARKS.matcher(body).results().toList();
        var first = marks.isEmpty() ? heard.reading() : reader.apply(body.substring(0, marks.getFirst().start()));
        (BEGINS_WITH_AND.matcher(body).matches() ? added : named).addAll(certain(first));
        for (int at = 0; at < marks.size(); at++) {
            int end = at + 1 < marks.size() ? marks.get(at + 1).start() : body.length();
            put(marks.get(at), body.substring(marks.get(at).end(), end), reader,
                    CHANGING.matcher(body.substring(0, marks.get(at).start())).find());
        }
    }

    /**
     * The services wanted after this message.
     *
     * @param now those wanted before it
     * @param completing one more was asked for: what is named joins those there are
     * @param reader of a piece of the message
     */
    static List<ServiceId> after(List<ServiceId> now, Heard heard, boolean completing, Function<String, Reading> reader) {
        return asks(heard.reading()) ? now : new Selection(heard, reader).applied(now, completing);
    }

    /** Whether it adds to what is wanted, or takes from it, rather than naming all of it. */
    static boolean amends(Heard heard, Function<String, Reading> reader) {
        if (heard.tap().isPresent() || asks(heard.reading())) {
            return false;
        }
        var selection = new Selection(heard, reader);
        return !selection.added.isEmpty() || !selection.removed.isEmpty();
    }

    private void put(MatchResult mark, String piece, Function<String, Reading> reader, boolean changing) {
        if (mark.group("added") != null) {
            added.addAll(certain(reader.apply(piece)));
        } else if (mark.group("removed") != null) {
            var clauses = CLAUSE_END.split(piece, 2);
            removed.addAll(certain(reader.apply(clauses[0])));
            named.addAll(clauses.length < 2 ? List.of() : certain(reader.apply(clauses[1])));
        } else {
            swap(certain(reader.apply(piece)), changing);
        }
    }

    /** "Cambia el corte por manicure"; "un corte por favor" only names. */
    private void swap(List<ServiceId> by, boolean changing) {
        if (changing && !by.isEmpty()) {
            removed.addAll(named);
            named.clear();
            added.addAll(by);
        } else {
            named.addAll(by);
        }
    }

    private List<ServiceId> applied(List<ServiceId> now, boolean completing) {
        var all = new LinkedHashSet<ServiceId>();
        if (named.isEmpty() || completing || !removed.isEmpty()) {
            all.addAll(now);
        }
        all.removeAll(removed);
        all.addAll(named);
        all.addAll(added);
        return List.copyOf(all);
    }

    private static boolean asks(Reading reading) {
        return reading.intent().filter(Intent.SERVICES::equals).isPresent();
    }

    private static List<ServiceId> certain(Reading reading) {
        return reading.services().stream().filter(Mention::certain).map(mention -> mention.candidates().getFirst()).toList();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
