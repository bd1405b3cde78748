package mx.yume.assistant.language.business;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in digits or words, up to the hundred thousands: "1,200", "99.50", "mil doscientos", "ciento cincuenta y cinco", "2 mil". */
final class NumberWords {
    private static final Map<String, Integer> VALUES = values();
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+(?:\\.\\d{1,2})?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,7}[.,]\\d{1,2}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final int MOST = 9_999_999;

    private NumberWords() {}

    /**
     * @param hundredths of one
     * @param next the piece after it
     */
    record Found(long hundredths, int next) {}

    static Optional<Found> at(List<Piece> pieces, int at) {
        if (at >= pieces.size()) {
            return Optional.empty();
        }
        return pieces.get(at).isNumber() ? digits(pieces, at) : words(pieces, at);
    }

    private static Optional<Found> digits(List<Piece> pieces, int at) {
        return value(pieces.get(at).raw()).map(hundredths -> {
            boolean thousands = at + 1 < pieces.size() && pieces.get(at + 1).is("mil") && hundredths < 100_000;
            return thousands ? new Found(hundredths * 1_000 + rest(pieces, at + 2), after(pieces, at + 2))
                    : new Found(hundredths, at + 1);
        });
    }

    /** What follows "2 mil": "500", "quinientos". */
    private static long rest(List<Piece> pieces, int at) {
        return below1000(pieces, at).map(Found::hundredths).orElse(0L);
    }

    private static int after(List<Piece> pieces, int at) {
        return below1000(pieces, at).map(Found::next).orElse(at);
    }

    private static Optional<Found> below1000(List<Piece> pieces, int at) {
        if (at >= pieces.size()) {
            return Optional.empty();
        }
        Piece piece = pieces.get(at);
        if (piece.isNumber()) {
            return value(piece.raw()).filter(value -> value >= 10_000 && value < 100_000)
                    .map(value -> new Found(value, at + 1));
        }
        return hundreds(pieces, at);
    }

    private static Optional<Found> words(List<Piece> pieces, int at) {
        Optional<Found> first = hundreds(pieces, at);
        int mil = first.map(Found::next).orElse(at);
        if (mil < pieces.size() && pieces.get(mil).is("mil")) {
            long thousands = first.map(Found::hundredths).orElse(100L) * 1_000;
            return Optional.of(new Found(thousands + rest(pieces, mil + 1), after(pieces, mil + 1)));
        }
        boolean article = first.isPresent() && first.get().next() == at + 1 && pieces.get(at).word().startsWith("un");
        return first.filter(found -> !article);
    }

    /** "ciento cincuenta y cinco": each smaller than the one before. */
    private static Optional<Found> hundreds(List<Piece> pieces, int at) {
        long sum = 0;
        int smallest = 1_000;
        int i = at;
        while (i < pieces.size()) {
            boolean and = pieces.get(i).is("y") && smallest < 100 && smallest >= 30 && i + 1 < pieces.size();
            Integer value = VALUES.get(pieces.get(and ? i + 1 : i).word());
            if (value == null || !fits(value, smallest, and)) {
                break;
            }
            sum += value;
            smallest = value;
            i += and ? 2 : 1;
        }
        return i == at ? Optional.empty() : Optional.of(new Found(sum * 100, i));
    }

    private static boolean fits(int value, int smallest, boolean and) {
        return and ? value < 10 : value < smallest && (smallest == 1_000 || (smallest >= 100 && value < 100));
    }

    /** In hundredths; a point or a comma before three digits groups thousands. */
    static Optional<Long> value(String digits) {
        if (GROUPED.matcher(digits).matches()) {
            boolean cents = digits.matches(".*[.]\\d{1,2}");
            String whole = (cents ? digits.substring(0, digits.lastIndexOf('.')) : digits).replaceAll("[.,]", "");
            return WHOLE.matcher(whole).matches()
                    ? Optional.of(
                            Long.parseLong(whole) * 100 + (cents ? cents(digits.substring(digits.lastIndexOf('.') + 1)) : 0))
                    : Optional.empty();
        }
        if (DECIMAL.matcher(digits).matches()) {
            String[] parts = digits.split("[.,]", -1);
            return Optional.of(Long.parseLong(parts[0]) * 100 + cents(parts[1]));
        }
        return WHOLE.matcher(digits).matches() && Long.parseLong(digits) <= MOST ? Optional.of(Long.parseLong(digits) * 100)
                : Optional.empty();
    }

    private static long cents(String digits) {
        return digits.length() == 1 ? 10L * Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        String[] small = ("cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
                + "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho "
                + "veintinueve").split(" ", -1);
        for (int i = 1; i < small.length; i++) {
            values.put(small[i], i);
        }
        String[] tens = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            values.put(tens[i], 30 + 10 * i);
        }
        String[] hundreds = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
                .split(" ", -1);
        for (int i = 0; i < hundreds.length; i++) {
            values.put(hundreds[i], 100 + 100 * i);
        }
        values.putAll(Map.of("cien", 100, "uno", 1, "una", 1, "veintiun", 21, "sinco", 5, "quiñentos", 500, "docientos", 200,
                "sien", 100, "siento", 100));
        return Map.copyOf(values);
    }
}
