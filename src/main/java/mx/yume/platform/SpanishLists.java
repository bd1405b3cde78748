package mx.yume.platform;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Enumerations as they are written: commas, and a conjunction that gives way to the sound that follows it. */
public final class SpanishLists {

    private SpanishLists() {}

    /** "A, B y C"; "y" becomes "e" before the sound of an i: "Ana e Irma". */
    public static String all(List<String> items) {
        return joined(items, " y ", " e ", "i");
    }

    /** "A, B o C"; "o" becomes "u" before the sound of an o: "siete u ocho". */
    public static String any(List<String> items) {
        return joined(items, " o ", " u ", "o");
    }

    private static String joined(List<String> items, String and, String andBeforeSound, String sound) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.getLast();
        var plain = Normalizer.normalize(last.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        boolean clashes = plain.startsWith(sound) || plain.startsWith("h" + sound);
        boolean diphthong = plain.startsWith("hie") || plain.startsWith("ia") || plain.startsWith("io");
        return String.join(", ", items.subList(0, items.size() - 1)) + (clashes && !diphthong ? andBeforeSound : and) + last;
    }
}
