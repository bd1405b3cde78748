package mx.yume.assistant.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings words to the spelling the readers know: shorthand written out, and a slip of one letter corrected when exactly one
 * word of what can be meant here is that near. Short words and words that exist are left alone, or "corre" would become
 * "corte" and "Clara" would say "claro".
 */
public final class Spelling {
    private static final int SHORTEST_CORRECTED = 4;
    private static final int SHORTEST_TARGET = 5;
    private static final int LONGEST_CORRECTED = 20;
    /** Letters that sound alike in Mexico, so that a word may begin with the wrong one. */
    private static final Map<Character, String> SOUNDS = Map.of('b', "v", 'v', "b", 's', "zc", 'c', "sk", 'z', "s", 'k', "cq",
            'q', "k", 'g', "j", 'j', "g");

    private static final List<String> TARGETS = targets(Vocabulary.KEY);
    private static final Map<String, String> BY_SOUND = bySound(
            Stream.concat(Vocabulary.KEY.stream(), Numerals.words().stream()));

    private final Set<String> local;
    private final List<String> localTargets;
    private final Map<String, String> localBySound;

    /** @param local words of this business that are also right as they are: its services and people */
    public Spelling(Set<String> local) {
        this.local = local;
        this.localTargets = targets(local);
        this.localBySound = bySound(local.stream());
    }

    public String right(String folded) {
        String word = Folding.calm(folded);
        if (local.contains(word)) {
            return word;
        }
        return Vocabulary.shorthand(folded).or(() -> Vocabulary.shorthand(word)).orElseGet(() -> corrected(word, folded));
    }

    /** "maana" has two a too few or too many: both are tried. */
    private String corrected(String calm, String typed) {
        String word = corrected(calm);
        return word.equals(calm) && !typed.equals(calm)
                ? Optional.of(corrected(typed)).filter(better -> !better.equals(typed)).orElse(word)
                : word;
    }

    private String corrected(String word) {
        if (word.length() < SHORTEST_CORRECTED || word.length() > LONGEST_CORRECTED || Vocabulary.known(word)) {
            return word;
        }
        String sound = sound(word);
        String heard = localBySound.getOrDefault(sound, BY_SOUND.getOrDefault(sound, ""));
        if (!heard.isEmpty()) {
            return heard;
        }
        List<String> near = Stream.concat(localTargets.stream(), TARGETS.stream()).filter(target -> slip(word, target))
                .distinct().limit(2).toList();
        return near.size() == 1 ? near.getFirst() : word;
    }

    private static List<String> targets(Set<String> words) {
        return words.stream().filter(word -> word.length() >= SHORTEST_TARGET).toList();
    }

    private static Map<String, String> bySound(Stream<String> words) {
        return words.sorted().filter(word -> word.length() >= SHORTEST_CORRECTED)
                .collect(Collectors.toMap(Spelling::sound, Function.identity(), (first, same) -> first));
    }

    /** As it is heard: "veto" is "beto", "sabado" and "zavado" are one. */
    private static String sound(String word) {
        return word.replace('v', 'b').replace('z', 's').replace("ce", "se").replace("ci", "si").replace("qu", "c")
                .replace('k', 'c')
                .replace("ll", "y").replace("h", "").replace("ge", "je").replace("gi", "ji");
    }

    private static boolean slip(String typed, String meant) {
        return Math.abs(typed.length() - meant.length()) <= 1 && sameStart(typed, meant) && oneSlipApart(typed, meant);
    }

    private static boolean sameStart(String typed, String meant) {
        char t = typed.charAt(0);
        char m = meant.charAt(0);
        return t == m || SOUNDS.getOrDefault(m, "").indexOf(t) >= 0 || (m == 'h' && meant.startsWith(typed.substring(0, 2), 1));
    }

    /** One letter missing, added or replaced, or two neighbours exchanged. */
    public static boolean oneSlipApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        if (restA.length() == restB.length()) {
            return tail(restA, 1).equals(tail(restB, 1)) || exchanged(restA, restB);
        }
        return restA.length() < restB.length() ? restA.equals(tail(restB, 1)) : restB.equals(tail(restA, 1));
    }

    private static boolean exchanged(String a, String b) {
        return a.length() >= 2 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0) && tail(a, 2).equals(tail(b, 2));
    }

    private static String tail(String text, int from) {
        return text.length() < from ? "" : text.substring(from);
    }
}
