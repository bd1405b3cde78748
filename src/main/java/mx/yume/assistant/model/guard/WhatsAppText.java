package mx.yume.assistant.model.guard;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model's Markdown in the few marks that WhatsApp knows (https://faq.whatsapp.com/539178204879377): {@code *bold*} between single
 * asterisks, {@code _italics_}, lists. Headings become bold lines, tables lines, links their words: an address that a model made up, or
 * was talked into, reaches nobody behind other words. Pure.
 */
public final class WhatsAppText {

    private static final Pattern FENCE = Pattern.compile("(?m)^\\h*(?:```|~~~).*$\\n?");
    private static final Pattern RULE = Pattern.compile("(?m)^\\h*(?:-{3,}|\\*{3,}|_{3,})\\h*$\\n?");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\h*/?>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,80}>");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*)]\\([^)\\n]*\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\h{0,3}#{1,6}\\h+(.+?)\\h*#*\\h*$");
    private static final Pattern QUOTE = Pattern.compile("(?m)^\\h{0,3}>\\h?");
    private static final Pattern BULLET = Pattern.compile("(?m)^(\\h*)[*+]\\h+");
    private static final Pattern BOLD = Pattern.compile("(\\*{2,3}|__)(?=\\S)([^\\n]+?)(?<=\\S)\\1");
    private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)([^\\n]+?)(?<=\\S)~~");
    private static final Pattern CODE = Pattern.compile("`+([^`\\n]*)`+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|~>-])");
    private static final Pattern TABLE_RULE = Pattern.compile("\\h*\\|?(?:\\h*:?-{2,}:?\\h*\\|)+(?:\\h*:?-{2,}:?)?\\h*");
    private static final Pattern TABLE_ROW = Pattern.compile("\\h*\\|.*\\|\\h*");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private WhatsAppText() {}

    public static String of(String markdown) {
        var text = FENCE.matcher(markdown.replace("\r\n", "\n")).replaceAll("");
        text = rows(RULE.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll(""));
        text = LINK.matcher(TAG.matcher(text).replaceAll("")).replaceAll("$1");
        text = QUOTE.matcher(text).replaceAll("");
        text = HEADING.matcher(text).replaceAll(found -> bold(found.group(1)));
        text = BULLET.matcher(text).replaceAll("$1- ");
        text = BOLD.matcher(text).replaceAll(found -> bold(found.group(2)));
        text = STRUCK.matcher(text).replaceAll("~$1~");
        text = CODE.matcher(text).replaceAll("$1");
        text = ESCAPED.matcher(text).replaceAll("$1");
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** Bold inside bold would end it. */
    private static String bold(String words) {
        return Matcher.quoteReplacement("*" + words.replaceAll("\\*+|__", "") + "*");
    }

    /** A row of a table as a line, its cells one after the other; the line below the heads says nothing. */
    private static String rows(String text) {
        return text.lines().filter(line -> !TABLE_RULE.matcher(line).matches())
                .map(line -> TABLE_ROW.matcher(line).matches() ? row(line) : line).collect(Collectors.joining("\n"));
    }

    private static String row(String line) {
        return Arrays.stream(line.strip().split("\\|")).map(String::strip).filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
