package mx.yume.assistant.language.business;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.platform.Money;

/** How much or how long, somewhere in a message; a number by itself may be either. */
sealed interface Measure {

    record Price(Money money, int next) implements Measure {}

    record Length(Duration duration, int next) implements Measure {}

    /** @param hundredths of one */
    record Bare(long hundredths, int next) implements Measure {}

    /** The piece after it. */
    int next();

    Set<String> PESOS = Set.of("pesos", "peso", "pesitos", "varos", "varitos", "mxn", "mn", "$", "baros", "bolas");
    Set<String> MINUTES = Set.of("min", "mins", "minutos", "minuto", "minutitos", "m", "mts", "mn.", "'", "mim");
    Set<String> HOURS = Set.of("h", "hr", "hrs", "hs", "hora", "horas", "ora", "oras", "horita");
    Pattern CLOCK = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    long LONGEST_MINUTES = 24L * 60;

    static Optional<Measure> at(List<Piece> pieces, int at) {
        return price(pieces, at).or(() -> length(pieces, at)).or(() -> bare(pieces, at));
    }

    private static Optional<Measure> price(List<Piece> pieces, int at) {
        boolean sign = pieces.get(at).is("$");
        return NumberWords.at(pieces, sign ? at + 1 : at).filter(number -> sign || word(pieces, number.next(), PESOS))
                .map(number -> new Price(new Money(number.hundredths()),
                        word(pieces, number.next(), PESOS) ? number.next() + 1 : number.next()));
    }

    private static Optional<Measure> bare(List<Piece> pieces, int at) {
        Optional<Measure> clock = clock(pieces, at);
        return clock.isPresent() ? clock
                : NumberWords.at(pieces, at).map(number -> new Bare(number.hundredths(), number.next()));
    }

    /** "1:30", and "1:30 h" */
    private static Optional<Measure> clock(List<Piece> pieces, int at) {
        Matcher clock = CLOCK.matcher(pieces.get(at).raw());
        if (!clock.matches()) {
            return Optional.empty();
        }
        int next = word(pieces, at + 1, HOURS) ? at + 2 : at + 1;
        return length(60L * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2)), next);
    }

    private static Optional<Measure> length(List<Piece> pieces, int at) {
        if (words(pieces, at, "media") && word(pieces, at + 1, HOURS)) {
            return length(30, at + 2);
        }
        if (words(pieces, at, "cuarto", "de") && word(pieces, at + 2, HOURS)) {
            return length(15, at + 3);
        }
        if (words(pieces, at, "3", "/", "4", "de") && word(pieces, at + 4, HOURS)) {
            return length(45, at + 5);
        }
        if ((words(pieces, at, "tres", "cuartos", "de") || words(pieces, at, "3", "cuartos", "de"))
                && word(pieces, at + 3, HOURS)) {
            return length(45, at + 4);
        }
        return hours(pieces, at).or(() -> minutes(pieces, at));
    }

    private static Optional<Measure> minutes(List<Piece> pieces, int at) {
        return NumberWords.at(pieces, at).filter(number -> word(pieces, number.next(), MINUTES))
                .flatMap(number -> length(number.hundredths() / 100, number.next() + 1));
    }

    /** "hora", "una hora", "2 horas", "1.5 h", and what follows: "y media", "30", "y 20 minutos". */
    private static Optional<Measure> hours(List<Piece> pieces, int at) {
        if (words(pieces, at, "1", "1", "/", "2") && word(pieces, at + 4, HOURS)) {
            return length(90, at + 5);
        }
        boolean one = word(pieces, at, Set.of("una", "un")) && word(pieces, at + 1, HOURS);
        if (one || word(pieces, at, Set.of("hora", "ora", "horita"))) {
            return more(pieces, 60, one ? at + 2 : at + 1);
        }
        return NumberWords.at(pieces, at).flatMap(number -> {
            if (words(pieces, number.next(), "y", "media") && word(pieces, number.next() + 2, HOURS)) {
                return length(number.hundredths() * 60 / 100 + 30, number.next() + 3);
            }
            return word(pieces, number.next(), HOURS) ? more(pieces, number.hundredths() * 60 / 100, number.next() + 1)
                    : Optional.empty();
        });
    }

    private static Optional<Measure> more(List<Piece> pieces, long minutes, int at) {
        int part = words(pieces, at, "y") || words(pieces, at, "con") ? at + 1 : at;
        if (part > at && words(pieces, part, "media")) {
            return length(minutes + 30, part + 1);
        }
        if (part > at && (words(pieces, part, "cuarto") || words(pieces, part, "un", "cuarto"))) {
            return length(minutes + 15, words(pieces, part, "un") ? part + 2 : part + 1);
        }
        Optional<NumberWords.Found> number = NumberWords.at(pieces, part);
        boolean written = number.filter(found -> word(pieces, found.next(), MINUTES)).isPresent();
        boolean glued = number.filter(found -> found.hundredths() < 6_000 && found.hundredths() >= 500
                && !word(pieces, found.next(), PESOS)).isPresent();
        if (written || glued) {
            NumberWords.Found found = number.get();
            return length(minutes + found.hundredths() / 100, written ? found.next() + 1 : found.next());
        }
        return length(minutes, at);
    }

    private static Optional<Measure> length(long minutes, int next) {
        return minutes > 0 && minutes <= LONGEST_MINUTES ? Optional.of(new Length(Duration.ofMinutes(minutes), next))
                : Optional.empty();
    }

    private static boolean word(List<Piece> pieces, int at, Set<String> words) {
        return at < pieces.size() && words.contains(pieces.get(at).word());
    }

    private static boolean words(List<Piece> pieces, int at, String... words) {
        if (at + words.length > pieces.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!pieces.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
