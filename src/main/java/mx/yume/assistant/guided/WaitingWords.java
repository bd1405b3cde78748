package mx.yume.assistant.guided;

import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Intent;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.Incoming;

/** "Avísame si se libera algo", "¿sigo en la lista?", "quítame de la lista". Empty when they say something else. Pure. */
final class WaitingWords {

    private static final Pattern JOIN = said(
            "av[ií]s[ae]\\p{L}*\\W+(?:\\p{L}+\\W+)?(?:si|cuando|en cuanto)\\W+(?:\\p{L}+\\W+){0,2}"
                    + "(?:liber|desocup|cancel|abr|hay|haya|sale)\\p{L}*|(?:ponme|an[oó]tame|ap[uú]ntame|agr[eé]game|me pones|me anotas|me apuntas)"
                    + " (?:por favor |porfa )?en (?:la |una |tu )?(?:lista|espera)|lista de espera");
    private static final Pattern STILL = said(
            "(?:sigo|estoy|ando|aparezco) (?:todav[ií]a |a[uú]n )?(?:en (?:la|una|alguna|qu[eé]) lista"
                    + "|anotad[oa]|apuntad[oa])|en qu[eé] lista|mis? listas? de espera|c[oó]mo va (?:mi|la) lista");
    private static final Pattern LEAVE = said(
            "(?:qu[ií]ta|s[aá]ca|b[oó]rra|elim[ií]na)(?:me|r|rme) de (?:la|esa|tu|todas) ?(?:las )?(?:lista|espera)"
                    + "|(?:quiero |quisiera )?sal(?:ir|irme|te|go) de la lista|ya no (?:me )?avis\\p{L}+|ya no quiero (?:estar en|esperar)"
                    + "|(?:b[aá]jame|dame de baja) de la lista");

    private WaitingWords() {}

    static Optional<Step> of(Situation it) {
        var words = String.join(" ", it.context().turn().messages().stream().map(Incoming::body).toList());
        if (LEAVE.matcher(words).find()) {
            return Optional.of(new Step.LeaveWaitlist(Optional.empty()));
        }
        if (STILL.matcher(words).find()) {
            return Optional.of(new Step.TellWaitlist());
        }
        var wanted = JOIN.matcher(words).find() || it.context().reading().intent().filter(Intent.WAITLIST::equals).isPresent();
        return wanted && !it.during(FlowKind.WAITLIST) ? Optional.of(join(it)) : Optional.empty();
    }

    /** In a booking whose day is full it is that day that is meant, and nothing is left to be asked. */
    private static Step join(Situation it) {
        var booking = it.during(FlowKind.BOOKING) && WaitingErrand.complete(it.filled().wish());
        return booking ? new Step.WaitForThis(it.filled().misunderstandings(0))
                : new Step.Wait(it.during(FlowKind.BOOKING) ? it.filled().nothingShown().misunderstandings(0) : it.anew());
    }

    private static Pattern said(String words) {
        return Pattern.compile("(?<!\\p{L})(?:" + words + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
