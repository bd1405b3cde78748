package mx.yume.assistant.model.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds where a text says that something is booked, moved or cancelled. In doubt it is a claim: a claim too many costs the model's
 * wording, one too few tells a customer about an appointment that does not exist.
 */
final class Claims {

    enum Claim {
        /** Something stands in the agenda. */
        BOOKED, MOVED, CANCELLED,
        /** Something was done, or is there, whatever it is. */
        DONE
    }

    /** A word that asserts, and how surely: a firm one only a negation takes back, a loose one a condition too. */
    private record Sign(Claim claim, Strength strength, Pattern pattern) {

        Sign(Claim claim, Strength strength, String... alternatives) {
            this(claim, strength, Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", alternatives) + ")(?![\\p{L}\\d])"));
        }
    }

    private enum Strength {
        FIRM, LOOSE,
        /** Claims only beside a day or an hour: "te agendo el viernes a las 3", not "con gusto te agendo". */
        WITH_DETAILS
    }

    private static final String BOOKED = "(?:agendad|reservad|apartad|confirmad|registrad|programad|anotad|apuntad|asegurad)[oa]s?";
    private static final String MOVED = "(?:movid|reagendad|reprogramad|cambiad|recorrid|actualizad)[oa]s?";
    private static final String CANCELLED = "(?:cancelad|anulad|eliminad|borrad)[oa]s?";
    private static final String SURELY = "(?:está|están|estará|estarán|esta|fue|fueron|ha sido|han sido|habrá sido|habrá quedado"
            + "|he|hemos|habré|quedó|quedaron|quedo|ya|dejé|tienes|tengo) (?:ya |todo |muy |bien )?";
    private static final String PRONOUN = "(?:te |la |lo |las |los |ya |me ){1,4}";

    private static final List<Sign> SIGNS = List.of(
            new Sign(Claim.BOOKED, Strength.FIRM, SURELY + BOOKED,
                    "(?:agend|reserv|apart|confirm|registr|program|anot|apunt)é", "se (?:agend|reserv|apart|confirm|registr)ó",
                    "(?<!que )(?:ya|ya te|ya la|ya te la) (?:agende|reserve|aparte|confirme|anote|apunte)",
                    PRONOUN + "(?:agend|reserv|apart|anot|apunt|confirm)amos", "te (?:esperamos|espero|esperan|espera)",
                    "tus? (?:próxima |siguiente |nueva )?citas? (?:ahora )?(?:es|son|está|están|sigue|siguen|será|serán|queda|ya)",
                    "(?:ya )?tienes (?:[\\p{L}]+ ){0,4}citas?"),
            new Sign(Claim.BOOKED, Strength.LOOSE, BOOKED),
            new Sign(Claim.BOOKED, Strength.WITH_DETAILS, "nos vemos", "te (?:veo|vemos)", "tienes",
                    PRONOUN + "(?:agendo|reservo|aparto|anoto|apunto|confirmo|dejo)", "queda", "quedará"),
            new Sign(Claim.MOVED, Strength.FIRM, SURELY + MOVED, "moví", "movimos", "(?:ya|te|la|te la) movi",
                    "(?:reagend|reprogram|cambi|recorr|adelant|actualic)é", "recorrí",
                    "se (?:movió|cambió|reagendó|reprogramó|recorrió)", "pasé (?:tu|la)"),
            new Sign(Claim.MOVED, Strength.LOOSE, MOVED),
            new Sign(Claim.MOVED, Strength.WITH_DETAILS, PRONOUN + "(?:muevo|cambio|reagendo|reprogramo|paso)"),
            new Sign(Claim.CANCELLED, Strength.FIRM, SURELY + CANCELLED, "(?:cancel|anul|elimin|borr)é",
                    "se (?:cancel|anul|elimin|borr)ó", "(?:ya|te|la|te la) cancele", "di de baja",
                    "ya no (?:tienes|hay) (?:esa |tu |la |ninguna )?cita"),
            new Sign(Claim.CANCELLED, Strength.LOOSE, CANCELLED),
            new Sign(Claim.CANCELLED, Strength.WITH_DETAILS, PRONOUN + "(?:cancelo|anulo)"),
            new Sign(Claim.DONE, Strength.FIRM, "quedó", "quedaste", "quedaron", "(?:está|queda|quedó) (?:hech[oa]|list[oa])",
                    "todo listo"),
            new Sign(Claim.DONE, Strength.WITH_DETAILS, "listo", "hecho", "lista", "tu cita (?:del?|para|con)"));

    private static final Pattern NEGATION = Pattern.compile("(?<![\\p{L}])(?:no|ni|nunca|ninguna?|sin|tampoco)(?![\\p{L}])"
            + "(?! (?:te preocupes|olvides|lo olvides|dudes|hay problema|hay pedo|faltes|solo|sólo|llegues)| problema)"
            + "(?: [\\p{L}\\d]+){0,5} ?$");
    private static final Pattern CONDITION = Pattern
            .compile("(?<![\\p{L}])(?:si(?!,)|para (?:que|[\\p{L}]+[aei]r(?:l[aeo]s?|te)?)"
                    + "|cuando (?:me |la |lo )?(?:confirm|dig|acept)[\\p{L}]+|hasta que|una vez que|en cuanto|(?:quieres|prefieres|gustas|deseas) que"
                    + "|podría|puedo|puedes|podemos|dime|antes de|falta|debe|por|sería|quedaría|quede|sea|esté)(?![\\p{L}])");
    private static final Pattern CONSENT = Pattern
            .compile("(?<![\\p{L}])(?:va|te parece|sí|si|ok|okay|está bien|confirmas|te late"
                    + "|de acuerdo|te queda|te funciona|le doy|correcto|así está|te sirve|la (?:agendo|muevo|cancelo|confirmo))(?![\\p{L}])");
    private static final Pattern OFFER = Pattern
            .compile("(?<![\\p{L}])(?:libres?|disponibles?|disponibilidad|opci[oó]n|opciones|horarios"
                    + "|puedes|puedo|prefieres|elige|escoge|hay|lugar|espacio|abrimos|abierto|cerramos)(?![\\p{L}])");

    private Claims() {}

    static List<Claim> in(Sayings sayings) {
        var claims = new ArrayList<Claim>();
        boolean asksConsent = sayings.questions().stream().anyMatch(question -> CONSENT.matcher(question).find());
        for (var statement : sayings.statements()) {
            for (var sign : SIGNS) {
                if (!claims.contains(sign.claim()) && claims(sign, statement, sayings, asksConsent)) {
                    claims.add(sign.claim());
                }
            }
        }
        return claims;
    }

    private static boolean claims(Sign sign, String statement, Sayings sayings, boolean asksConsent) {
        return sign.pattern().matcher(statement).results()
                .filter(found -> !NEGATION.matcher(clauseBefore(statement, found.start())).find())
                .anyMatch(found -> switch (sign.strength()) {
                    case FIRM -> true;
                    case LOOSE -> !CONDITION.matcher(statement).find();
                    case WITH_DETAILS -> !asksConsent && !CONDITION.matcher(statement).find()
                            && !OFFER.matcher(String.join(" ", sayings.statements())).find()
                            && (sign.claim() == Claim.DONE ? sayings.statements() : List.of(statement)).stream()
                                    .anyMatch(Details::areIn);
                });
    }

    private static String clauseBefore(String statement, int position) {
        return statement.substring(statement.lastIndexOf(',', Math.max(0, position - 1)) + 1, position);
    }
}
