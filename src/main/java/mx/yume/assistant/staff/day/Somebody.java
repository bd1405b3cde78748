package mx.yume.assistant.staff.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.orders.Plain;

/**
 * Finds the name of a customer in what staff write: "la de Paty", "ya terminé con doña Mari", "Juan no llegó". A name follows a
 * word that calls for one, or begins the message before a verb; whether such a customer exists is asked of the database.
 */
public final class Somebody {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}'’]+|\\d+|[^\\s\\p{L}\\d]");
    private static final int LONGEST = 4;

    private static final Set<String> CUES = words("de del con a al para llego vino es espera atendi atendiendo termino cancela"
            + " cancelo cancelale mueve muevela pasa llamo dile avisale mandale preguntale escribele recuerdale fue venido viene hizo hecho hace cliente clienta"
            + " apunta anota agenda");
    private static final Set<String> TITLES = words("don doña señor señora sr sra señorita srita joven maestro maestra doctor"
            + " doctora dr dra seño licenciado lic la el cliente clienta nombre a mi");
    private static final Set<String> PARTICLES = words("de del la los");
    private static final Set<String> VERBS = words("no ya vino llego falto cancelo asistio viene quiere pidio se nunca tampoco"
            + " siempre si");
    private static final Set<String> OPENERS = words(
            "oye hola pues y la el cita de ya si siempre ahora don doña señor señora sr sra"
                    + " creo que");
    private static final Set<String> NEVER = words("a al ante con de del desde en entre hasta para por sin sobre y e o u ni que"
            + " el la los las lo un una unos unas mi mis tu tus su sus me te se le les nos este esta ese esa eso esto alguien nadie todos"
            + " todas todo toda cita citas visita hora horas hoy mañana ayer pasado antier ahora ahorita luego tarde tardes noche noches"
            + " dia dias semana mes lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto"
            + " septiembre octubre noviembre diciembre am pm mediodia medio media cuarto punto si no ya mejor favor porfa gracias oye hola"
            + " llego llega llegar llegue llegaron vino viene venir vinieron falto asistio termine terminamos termino acabe acabamos listo"
            + " lista atendi fue ir cancela cancelar cancelo mueve mover pasa pasar cambia cambiar bloquea quita agenda apunta anota"
            + " dile avisale mandale escribele recuerdale preguntale mensaje recado historial cuando cuanto cuantas cuantos quien como donde"
            + " cual cuales veces vez ultima ultimo primera primero segunda segundo siguiente proxima proximo otra otro misma mismo cliente"
            + " clienta clientes negocio salon equipo marca marcala marcalo pon ponla es era fue esta estaba porque pues tambien nunca nada"
            + " corte whatsapp telefono numero nombre don doña antes despues temprano minutos mins min hrs hr horario completada atendida"
            + " servicio aviso avisar avisarle avisar reagenda reprograma sigue acaba acaban");

    private Somebody() {}

    private record Token(String text, String plain) {
        boolean word() {
            return !text.isEmpty() && Character.isLetter(text.charAt(0));
        }

        boolean capital() {
            return Character.isUpperCase(text.charAt(0));
        }
    }

    /**
     * The first name that is called for, as it was written; empty when there is none.
     *
     * @param lexicon words of its services are no names
     */
    public static Optional<String> in(String text, Lexicon lexicon) {
        var tokens = tokens(text);
        var services = lexicon.services().stream().flatMap(service -> Stream.of(Plain.of(service.name()).split(" ")))
                .collect(Collectors.toSet());
        for (int at = 0; at < tokens.size(); at++) {
            if (CUES.contains(tokens.get(at).plain())) {
                var name = from(tokens, at + 1, services);
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return beforeVerb(tokens, services);
    }

    /** The whole text as a name, or the name in it: the answer to "¿quién?". */
    public static Optional<String> answered(String text, Lexicon lexicon) {
        return in(text, lexicon).or(() -> from(tokens(text), 0, Set.of()));
    }

    private static Optional<String> from(List<Token> tokens, int start, Set<String> services) {
        int at = start;
        while (at < tokens.size() && TITLES.contains(tokens.get(at).plain()) && !NEVER.contains(next(tokens, at))) {
            at++;
        }
        var name = new ArrayList<String>();
        while (at < tokens.size() && name.size() < LONGEST && belongs(tokens, at, name.isEmpty(), services)) {
            name.add(tokens.get(at).text());
            at++;
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", name));
    }

    private static boolean belongs(List<Token> tokens, int at, boolean first, Set<String> services) {
        var token = tokens.get(at);
        if (!first && PARTICLES.contains(token.plain())) {
            return at + 1 < tokens.size() && tokens.get(at + 1).word() && tokens.get(at + 1).capital()
                    && !NEVER.contains(tokens.get(at + 1).plain());
        }
        return token.word() && token.plain().length() > 1 && !NEVER.contains(token.plain())
                && !services.contains(token.plain());
    }

    private static Optional<String> beforeVerb(List<Token> tokens, Set<String> services) {
        int at = 0;
        while (at < tokens.size() && (OPENERS.contains(tokens.get(at).plain()) || !tokens.get(at).word())) {
            at++;
        }
        var name = from(tokens, at, services);
        int after = at + name.map(found -> found.split(" ").length).orElse(0);
        return name.filter(found -> after < tokens.size() && VERBS.contains(tokens.get(after).plain()));
    }

    private static String next(List<Token> tokens, int at) {
        return at + 1 < tokens.size() ? tokens.get(at + 1).plain() : "";
    }

    private static List<Token> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).map(token -> new Token(token, Plain.of(token))).toList();
    }

    private static Set<String> words(String all) {
        return Stream.of(all.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
