package mx.yume.web.stats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file (RFC 4180). In UTF-8 with its mark, or Excel takes accents for something else; and nothing in it is taken for a
 * formula by a spreadsheet (OWASP CSV Injection).
 */
public final class Csv {

    private static final String LINE_END = "\r\n";
    /** With which a spreadsheet begins to calculate. */
    private static final String FORMULAS = "=+-@\t\r";

    private Csv() {}

    /** The mark that says how it is encoded: at the very beginning of a file. */
    public static byte[] mark() {
        return "\uFEFF".getBytes(StandardCharsets.UTF_8);
    }

    /** One line with its end. */
    public static byte[] line(List<String> cells) {
        return text(cells).getBytes(StandardCharsets.UTF_8);
    }

    /** A whole file. */
    public static byte[] file(List<List<String>> lines) {
        return ("\uFEFF" + lines.stream().map(Csv::text).collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n'].*") || !harmless.equals(harmless.strip())
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
