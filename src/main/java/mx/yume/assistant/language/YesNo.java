package mx.yume.assistant.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Yes and no in their Mexican forms. A plain answer is a message that says nothing else: "sí, pero a las 6", "si hay lugar" or
 * "¿sí?" confirm nothing. Both at once ("no, sí", "no, está bien") are no answer either.
 */
final class YesNo {
    private static final Phrases YES = new Phrases(
            """
                    si, simon, sale, sale y vale, va, va que va, vale, orale, orale pues, ok, claro, claro que si, por supuesto, perfecto,
                    de acuerdo, esta bien, asi esta bien, asi esta perfecto, todo bien, confirmo, confirmado, confirmar, confirmala,
                    confirmalo, confirma, correcto, es correcto, todo correcto, exacto, exactamente, jalo, jala, dale, me parece,
                    me parece bien, me parece perfecto, andale, andale pues, eso, eso es, eso mero, asi es, adelante, me late, arre, chido,
                    excelente, genial, super, afirmativo, obvio, ya vas, sobres, muy bien, bien, acepto, de una, como no, si quiero,
                    la quiero, lo quiero, que si, asi dejalo, asi mero, listo, con gusto, es correcta, esta perfecto, estoy de acuerdo,
                    si se puede, ahora si, ahora si va, aha, aja, simona, sipirili, yes, seguro, desde luego, cierto, esa, ese, asi, va va""");
    private static final Phrases NO = new Phrases(
            """
                    no, no gracias, mejor no, para nada, nel, no pastel, negativo, nunca, tampoco, no quiero, ahorita no, todavia no,
                    aun no, asi no, no por favor, incorrecto, no es correcto, no confirmo, no puedo, no me queda, no me gusta,
                    no me sirve, no me acomoda, no me late, creo que no, que no, por supuesto que no, claro que no, no esta bien asi""");
    private static final Phrases AROUND = new Phrases(
            """
                    por favor, por fa, gracias, muchas gracias, mil gracias, hola, pues, bueno, ah, ay, oh, oye, entonces, amiga, amigo, señorita,
                    señora, jefe, jefa, mi, linda, reina, agendala, agendalo, agendame, agendamela, agendamelo, agenda, agendar, reservala,
                    reservalo, reservame, reservamela, apartala, apartalo, apartame, apartamela, me la apartas, me la agendas, me la
                    reservas, la cita, mi cita, eh, mmm, muy amable, que amable, ese horario, esa hora, ese dia, el horario, bendiciones, saludos, de favor, ya, no te preocupes,
                    mejor, y, adios, bye, nos vemos, hasta luego, hasta pronto""");

    private static final Pattern IF = Pattern.compile(
            "[ ,]*(?:(?:pues|bueno|hola|ah|y) ,? ?){0,3}si (?:hay|habra|puedo|puede|puedes|pueden|se puede|tienes?|tienen|tendras|hubiera|no|es|son"
                    + "|fuera|gustas?|quieres?|alcanzo|llego|esta|estan|van?|vas|te|se|me|les?) .*");

    private YesNo() {}

    /** The answer of a message that is nothing but an answer and courtesies. */
    static Optional<Answer> read(Sentence sentence) {
        if (sentence.words().contains("?")) {
            return Optional.empty();
        }
        List<String> words = wordsOf(sentence);
        boolean yes = false;
        boolean no = false;
        for (int i = 0; i < words.size();) {
            int agreeing = YES.lengthAt(words, i);
            int refusing = NO.lengthAt(words, i);
            int around = AROUND.lengthAt(words, i);
            int longest = Math.max(agreeing, Math.max(refusing, around));
            if (longest == 0) {
                return Optional.empty();
            }
            yes |= agreeing == longest && around < longest;
            no |= refusing == longest;
            i += longest;
        }
        return yes == no ? Optional.empty() : Optional.of(yes ? Answer.YES : Answer.NO);
    }

    /** It begins with a yes, whatever follows; "si hay lugar" begins with an if. */
    static boolean beginsWithYes(Sentence sentence) {
        if (sentence.words().contains("?") || IF.matcher(sentence.words()).lookingAt()) {
            return false;
        }
        List<String> words = wordsOf(sentence);
        int i = 0;
        while (i < words.size() && AROUND.lengthAt(words, i) > 0 && YES.lengthAt(words, i) == 0) {
            i += AROUND.lengthAt(words, i);
        }
        return i < words.size() && YES.lengthAt(words, i) > 0;
    }

    private static List<String> wordsOf(Sentence sentence) {
        return Arrays.stream(sentence.words().strip().split("\\s+")).filter(word -> !word.equals(",") && !word.isEmpty())
                .toList();
    }
}
