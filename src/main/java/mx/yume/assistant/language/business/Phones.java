package mx.yume.assistant.language.business;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import mx.yume.platform.PhoneNumber;

/** Phone numbers somewhere in a message: ten digits however they are spaced, with or without 52, 521, 044, 045 or 01. */
public final class Phones {
    private static final String GAP = "[ \\t\\u00a0.()-]{0,2}";
    static final Pattern WRITTEN = Pattern
            .compile("(?<![\\d$])(?:(?:(?:\\+|00)?" + GAP + "52" + GAP + "1?|044|045|01)?" + GAP + "\\d(?:"
                    + GAP + "\\d){9}|\\+" + GAP + "[013-9](?:" + GAP + "\\d){7,14})(?!\\d)");

    private Phones() {}

    /** In the order written, each once. */
    public static List<PhoneNumber> in(String text) {
        return WRITTEN.matcher(Piece.bounded(text)).results().map(MatchResult::group).map(Phones::number)
                .flatMap(Optional::stream)
                .distinct().toList();
    }

    static Optional<PhoneNumber> number(String written) {
        return PhoneNumber.parse(written.replaceAll("[^\\d+]", ""));
    }
}
