package mx.yume.whatsapp.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** WhatsApp's own marks for bold and italics, read the way WhatsApp reads them: around words, within one line. */
final class FormattedText {

    /** A stretch of text in one style; the page escapes it. */
    public record Span(String text, boolean bold, boolean italic) {}

    private static final Pattern MARKED = Pattern
            .compile("(?<![\\p{L}\\p{N}*_])([*_])(?=\\S)([^*_\\n]*\\S)\\1(?![\\p{L}\\p{N}*_])");

    private FormattedText() {}

    static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var marked = MARKED.matcher(text);
        int done = 0;
        while (marked.find()) {
            plain(spans, text.substring(done, marked.start()));
            var bold = marked.group(1).equals("*");
            spans.add(new Span(marked.group(2), bold, !bold));
            done = marked.end();
        }
        plain(spans, text.substring(done));
        return List.copyOf(spans);
    }

    private static void plain(List<Span> spans, String text) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, false, false));
        }
    }
}
