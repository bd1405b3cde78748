package mx.yume.assistant.staff.notices;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.notifications.preferences.NoticeKind;

/** What people say of their notices, in plain words: without accents and capitals. Pure. */
final class NoticeWords {

    private static final String NOTICES = "(?:avisos?|notificaci(?:on|ones)|alertas?)";
    /** To themselves: "avísale a Paty" is a message, "mándame la agenda" a question about today. */
    private static final Pattern MUTE = Pattern.compile(
            "\\b(?:ya )?no (?:me |quiero que me )(?:est[ae]s? )?(?:avis|notifi|alert)\\w*"
                    + "|\\b(?:ya )?no (?:quiero|necesito|ocupo) (?:recibir |que me lleguen |que me mand\\w+ |ver )?(?:mas |los |la |tantos |ningun )?(?:"
                    + NOTICES + "|agenda diaria|agenda del dia)"
                    + "|\\b(?:ya )?no (?:me |quiero que me )(?:mand|envi|llegu?|pas)\\w* .{0,12}(?:" + NOTICES
                    + "|agenda|resumen)"
                    + "|\\bsilenci\\w+|\\bmute\\w*|\\b(?:deja|para|parale) de (?:avisar\\w*|notificar\\w*|mandar\\w* .{0,10}(?:"
                    + NOTICES
                    + "|agenda))"
                    + "|\\b(?:quita\\w*|desactiva\\w*|apaga\\w*|cancela\\w*|elimina\\w*|borra\\w*) (?:los |las |la |mis |todos |todas |tod[oa]s l[oa]s )?(?:"
                    + NOTICES + "|agenda diaria)");
    private static final Pattern WANT = Pattern.compile(
            "\\b(?:avisame|notificame|alertame)\\b"
                    + "|\\b(?:que me|vuelv\\w+ a|quiero que me) (?:avis|notifi|alert)\\w*"
                    + "|\\b(?:activa\\w*|reactiva\\w*|prende\\w*|enciende\\w*|regresa\\w*) (?:los |las |la |mis |todos los )?(?:"
                    + NOTICES
                    + "|agenda diaria)"
                    + "|\\b(?:quiero|necesito|ocupo|dame) (?:recibir |que me lleguen )?(?:los |las |la |mis )?(?:" + NOTICES
                    + "|agenda diaria)"
                    + "|\\b(?:manda|mandame|mandes|envia|enviame|pasame|quiero|recibir)\\b .{0,12}(?:agenda|resumen|dia) (?:diari[oa]|diariamente|cada (?:dia|mañana)"
                    + "|todos los dias|todas las mañanas|(?:por|en) las mañanas)");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:que|cuales) (?:son )?(?:mis )?" + NOTICES
                    + "|\\b(?:ver|mostrar|configura\\w*|cambiar?|ajustar) (?:los |las |mis )?"
                    + NOTICES + "|^(?:mis )?" + NOTICES + "[?.!]*$");
    private static final Pattern EVERYTHING = Pattern.compile(
            "\\b(?:todos|todas|todo|nada|ningun|ninguno|ninguna)\\b");
    private static final Map<NoticeKind, Pattern> KINDS = kinds();

    private NoticeWords() {}

    private static Map<NoticeKind, Pattern> kinds() {
        var kinds = new EnumMap<NoticeKind, Pattern>(NoticeKind.class);
        kinds.put(NoticeKind.NEW_BOOKINGS, Pattern.compile(
                "\\bcitas? nuevas?\\b|\\bnuevas? citas?\\b|\\b(?:agend|reserv)(?!a\\b|as\\b)\\w+|\\breservas?\\b|\\bapart\\w+ cita"));
        kinds.put(NoticeKind.MOVES, Pattern.compile(
                "\\b(?:cambi(?!ame|ar mis)\\w+|muev\\w+|mueva\\w*|movi\\w+|reagend\\w+|reprogram\\w+)"));
        kinds.put(NoticeKind.CANCELLATIONS, Pattern.compile("\\b(?:cancelaci\\w+|cancel(?:e|en|an|a|aron|ada|adas)\\b)"));
        kinds.put(NoticeKind.DAILY_SCHEDULE, Pattern.compile(
                "\\bagenda\\b|\\bresumen\\b|\\bmi dia\\b"));
        return kinds;
    }

    /** Whether they want some; empty where the words are not about being told of something. */
    static Optional<Boolean> wanted(String words) {
        if (MUTE.matcher(words).find()) {
            return Optional.of(false);
        }
        return WANT.matcher(words).find() ? Optional.of(true) : Optional.empty();
    }

    static boolean asks(String words) {
        return ASKS.matcher(words).find();
    }

    /** Those that are named; all of them where everything is. */
    static Set<NoticeKind> kinds(String words) {
        // The verb itself is none: "cancela los avisos".
        var rest = MUTE.matcher(words).replaceAll(found -> found.group().startsWith("cancel") ? "avisos" : "$0");
        var found = EnumSet.noneOf(NoticeKind.class);
        KINDS.forEach((kind, named) -> {
            if (named.matcher(rest).find()) {
                found.add(kind);
            }
        });
        return found.isEmpty() && EVERYTHING.matcher(rest).find() ? EnumSet.allOf(NoticeKind.class) : found;
    }
}
