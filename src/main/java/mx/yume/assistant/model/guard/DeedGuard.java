package mx.yume.assistant.model.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.conversation.OutboundContent;

/**
 * Decides whether the model's words may reach somebody who orders things: staff, or a founder. What was done tells itself, so a model
 * never says that anything was: no "ya bloqueé", no "quedó en $180", no "listo". What it read it may tell in its own words, as long as
 * the amounts, hours and phones it names were read or said in this turn. Pure.
 */
public final class DeedGuard {

    private static final String VERB = "(?:bloque|desbloque|libera|agend|reserv|apart|confirm|registr|program|anot|apunt|cancel|anul|elimin"
            + "|borr|quit|agreg|añad|actualiz|cambi|modific|reprogram|reagend|avis|mand|envi|marqu|marc|guard|cerr|abr|pus|pas|sub|baj"
            + "|invit|configur|activ|desactiv|complet|termin|cre|ajust|not?ifiqu|notific|llam|dej|mov|encargu|encarg)";
    private static final String PARTICIPLE = "[\\p{L}]{2,}(?:ad|id)[oa]s?|hech[oa]s?|list[oa]s?|abiert[oa]s?|puest[oa]s?|resuelt[oa]s?";
    /** Says that something was just done, whatever was read. */
    private static final Pattern DEED = word(VERB + "(?:é|í|amos|imos)", "(?:he|hemos|acabo de|acabamos de|habré) [\\p{L}]+",
            "(?:ya )?(?:quedó|quedaron|quedaste|queda|quedan|quedará) (?:[\\p{L}]+ ){0,3}(?:" + PARTICIPLE + "|así|en \\$\\d)",
            "(?:quedó|quedaron)", "ya (?:está|están|esta) (?:" + PARTICIPLE + ")",
            "(?:ya|ahora) (?:cuesta|cuestan|vale|valen|dura|duran|abre|abren|abrimos|cierra|cierran|cerramos)",
            "ya (?:no )?(?:puede|pueden|es|son) (?:admin|administrador[\\p{L}]*|dueñ[oa]|personal|staff|parte)",
            "se (?:bloque|desbloque|agend|cancel|elimin|borr|agreg|añad|actualiz|cambi|modific|guard|mov|envi|mand|registr|marc)(?:ó|ió)",
            "(?:le|les) (?:avisé|avisamos|mandé|mandamos|envié|enviamos)", "todo listo", "con éxito", "exitosamente", "✅");
    /** Without anything read, these say it too. */
    private static final Pattern LOOSE = word("(?:" + PARTICIPLE + ")", "listo", "hecho");
    private static final Pattern NEGATION = Pattern
            .compile("(?<![\\p{L}])(?:no|ni|nunca|sin|tampoco|todavía no|aún no)(?![\\p{L}])"
                    + "(?: [\\p{L}\\d]+){0,4} ?$");
    private static final Pattern CONDITION = Pattern
            .compile("(?<![\\p{L}])(?:si(?!,)|para que|cuando|quieres|necesito|necesitas|falta"
                    + "|dime|debe|puedo|puedes|podría|antes de|hasta que)(?![\\p{L}])");
    private static final Pattern DATUM = Pattern.compile("\\$ ?\\d[\\d,.]*\\d|\\$ ?\\d|\\d{1,2}:\\d{2}|\\+?\\d[\\d -]{6,}\\d");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");

    private final String known;
    private final boolean nothingRead;

    /**
     * @param read what tools told in this turn
     * @param said what the person wrote, and what the instructions say
     */
    public DeedGuard(List<String> read, List<String> said) {
        this.known = Stream.concat(read.stream(), said.stream()).map(DeedGuard::data)
                .collect(Collectors.joining("|", "|", "|"));
        this.nothingRead = read.isEmpty();
    }

    /** Why the text must not be sent, if it must not. */
    public Optional<Reason> objection(String text) {
        if (text.length() > OutboundContent.MAX_BODY) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (Spanish.isForeign(text)) {
            return Optional.of(Reason.NOT_SPANISH);
        }
        var sayings = Sayings.in(text);
        if (sayings.statements().stream().anyMatch(this::claims)) {
            return Optional.of(Reason.UNFOUNDED_CLAIM);
        }
        return DATUM.matcher(Sayings.plain(text)).results().map(found -> digits(found.group())).allMatch(this::isKnown)
                ? Optional.empty()
                : Optional.of(Reason.UNFOUNDED_OFFER);
    }

    private boolean claims(String statement) {
        return finds(DEED, statement)
                || (nothingRead && !CONDITION.matcher(statement).find() && finds(LOOSE, statement));
    }

    private static boolean finds(Pattern sign, String statement) {
        return sign.matcher(statement).results()
                .anyMatch(found -> !NEGATION.matcher(statement.substring(0, found.start())).find());
    }

    private boolean isKnown(String digits) {
        return known.contains("|" + digits + "|");
    }

    private static String data(String text) {
        return DATUM.matcher(Sayings.plain(text)).results().map(found -> digits(found.group())).distinct()
                .collect(Collectors.joining("|"));
    }

    /** "$1,200.00" and "$1200" are the same amount; "9:00" and "09:00" the same hour. */
    private static String digits(String datum) {
        var whole = datum.startsWith("$") ? datum.replaceFirst("\\.00$", "") : datum;
        return NOT_DIGITS.matcher(whole).replaceAll("").replaceFirst("^0+(?=\\d)", "");
    }

    private static Pattern word(String... alternatives) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\d])");
    }
}
