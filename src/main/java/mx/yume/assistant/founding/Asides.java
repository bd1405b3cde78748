package mx.yume.assistant.founding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.orders.Said;

/** Hears asides, by telling words first and by the customers' intents after them. Pure. */
final class Asides {

    private static final List<Telling> TABLE = List.of(
            new Telling(Aside.START_OVER,
                    "\\b(?:empe[cz]|comen[cz]|inici)\\p{L}* (?:todo )?(?:de nuevo|de cero|desde cero|otra vez"
                            + "|desde el principio)|\\breinici\\p{L}*|\\bborrar? todo\\b|\\bdesde cero\\b"),
            new Telling(Aside.PRICE,
                    "(?:cu[aá]nto|precio|costo|cobran?|cobras|cuesta|mensualidad|tarifa|comisi[oó]n)[^.\\n]{0,25}\\b(?:yume|esto"
                            + "|ustedes|registr\\p{L}*|sistema|app|aplicaci[oó]n|plan(?:es)?|al mes|mensual|tu servicio|el servicio)\\b"
                            + "|\\bgratis\\b[^.\\n]*\\?|\\b(?:es|esto es|yume es) gratis\\W*$|\\btiene (?:alg[uú]n )?costo"
                            + "|^\\W*(?:y )?(?:cu[aá]nto (?:cuesta|cobras?|cobran|sale|vale|es)|qu[eé] (?:precio|costo) tiene|precios?)\\W*$"),
            new Telling(Aside.OWN_NUMBER,
                    "\\b(?:usar|conectar|conservar|quedarme con|seguir con) (?:mi|el) (?:mismo )?(?:n[uú]mero|whats)\\p{L}*"
                            + "|\\bya tengo (?:un )?(?:n[uú]mero|whats)\\p{L}*"),
            new Telling(Aside.DASHBOARD, "\\b(?:panel|dashboard|p[aá]gina web|tablero)\\b"),
            new Telling(Aside.PRIVACY, "\\b(?:privacidad|mis datos|los datos|es seguro)\\b"),
            new Telling(Aside.WHAT_IS_THIS,
                    "\\bqu[eé] (?:es|hace[sn]?|eres|ofrece[sn]?)(?: (?:esto|yume|esta app|ustedes|t[uú]|eso))?(?: o qu[eé])?\\W*$"
                            + "|\\bde qu[eé] se trata|\\bc[oó]mo funciona|\\bqui[eé]n(?:es)? (?:eres|son)|\\beres (?:una? )?(?:bot|robot|humano|persona|ia)"
                            + "|\\bpara qu[eé] (?:es|sirve)"
                            + "|^\\W*(?:hola\\W+)?(?:quiero |necesito |quisiera |m[aá]s |me das |dame )?(?:m[aá]s )?(?:info|informaci[oó]n|informes)(?: por favor)?\\W*$"),
            new Telling(Aside.ENOUGH,
                    "^\\W*(?:(?:ya )?(?:es|ser[ií]a|son|eso es) (?:todo|todos)|nada m[aá]s|solo es[oa]s?|con eso|as[ií] est[aá] bien|listo"
                            + "|ning[uú]n[oa]? m[aá]s|todo bien|est[aá] bien as[ií])\\W*(?:por ahora|gracias)?\\W*$"),
            new Telling(Aside.LATER,
                    "\\b(?:luego|despu[eé]s|m[aá]s tarde|al rato|ma[ñn]ana) (?:sigo|seguimos|le sigo|continu\\p{L}*|termino)"));
    /** Then "citas" are those that their own customers make. */
    private static final Pattern OF_A_BUSINESS = Pattern.compile(
            "\\b(?:negocios?|mis? (?:barber|est[eé]t|sal[oó]n|client|citas de mis|local|spa)|registr|dar(?:me)? de alta|clientes|due[ñn][oa]|tengo una?|agend(?:en|es|a) (?:las |mis )?citas)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private record Telling(Aside aside, Pattern words) {

        Telling(Aside aside, String words) {
            this(aside, Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    private Asides() {}

    /** The first that any of these messages says. */
    static Optional<Aside> in(FounderAsking asking) {
        return asking.said().stream().filter(said -> said.tapped().isEmpty() && !said.words().isBlank())
                .flatMap(said -> in(said).stream()).findFirst();
    }

    /** BAJA and ALTA are no business's name, whatever was asked. */
    static boolean consents(Aside aside) {
        return aside == Aside.OPT_OUT || aside == Aside.OPT_IN;
    }

    private static Optional<Aside> in(Said said) {
        return TABLE.stream().filter(telling -> telling.words().matcher(said.words()).find()).map(Telling::aside).findFirst()
                .or(() -> said.reading().intent().flatMap(intent -> of(intent, said.words())));
    }

    private static Optional<Aside> of(Intent intent, String words) {
        return switch (intent) {
            case BOOK, USUAL, MOVE, CANCEL, CANCEL_ALL, WAITLIST, MY_APPOINTMENTS ->
                OF_A_BUSINESS.matcher(words).find() ? Optional.empty() : Optional.of(Aside.WRONG_NUMBER);
            case HUMAN -> Optional.of(Aside.HUMAN);
            case ABOUT_YOU, HELP -> Optional.of(Aside.WHAT_IS_THIS);
            case INSULT -> Optional.of(Aside.INSULT);
            case FOREIGN -> Optional.of(Aside.FOREIGN);
            case OPT_OUT -> Optional.of(Aside.OPT_OUT);
            case OPT_IN -> Optional.of(Aside.OPT_IN);
            case DROP -> Optional.of(Aside.LATER);
            case THANKS -> Optional.of(Aside.THANKS);
            case GREETING -> Optional.of(Aside.GREETING);
            case SERVICES, HOURS, ADDRESS, BACK -> Optional.empty();
        };
    }
}
