package mx.yume.assistant.tools;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.business.ServiceId;

/** "También manicure": a service beside the one wanted already, which an appointment of one service has no room for. Pure. */
public final class Addition {

    private static final Pattern BESIDE = Pattern.compile("(?<!\\p{L})(?:tambi[eé]n|adem[aá]s|aparte|de paso|agr[eé]g\\p{L}*"
            + "|a[ñn][aá]d\\p{L}*|s[uú]m[ae]\\p{L}*)(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Addition() {}

    /** Whether this message adds to what is wanted rather than replacing it. */
    static boolean in(Heard heard, Wish wish) {
        return heard.tap().isEmpty() && !asks(heard.reading()) && BESIDE.matcher(heard.message().body()).find()
                && named(heard.reading())
                        .filter(service -> wish.service().filter(wanted -> !wanted.equals(service)).isPresent())
                        .isPresent();
    }

    /** The services to choose the first from; empty when no more than one is wanted. */
    public static List<ServiceId> services(ToolContext context, Wish wish) {
        return context.heard().stream().map(heard -> services(heard, wish)).filter(found -> !found.isEmpty()).findFirst()
                .orElse(List.of());
    }

    private static List<ServiceId> services(Heard heard, Wish wish) {
        var mentions = heard.reading().services();
        if (in(heard, wish)) {
            return Stream.concat(wish.service().stream(), named(heard.reading()).stream()).toList();
        }
        return mentions.size() > 1 && wish.service().isPresent() && !asks(heard.reading())
                && mentions.stream().allMatch(Mention::certain)
                        ? mentions.stream().map(mention -> mention.candidates().getFirst()).toList()
                        : List.of();
    }

    private static boolean asks(Reading reading) {
        return reading.intent().filter(Intent.SERVICES::equals).isPresent();
    }

    private static Optional<ServiceId> named(Reading reading) {
        return reading.services().size() == 1 ? reading.services().stream().filter(Mention::certain)
                .map(mention -> mention.candidates().getFirst()).findFirst() : Optional.empty();
    }
}
