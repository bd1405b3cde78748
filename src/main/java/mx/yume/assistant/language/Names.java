package mx.yume.assistant.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people say what they, or those they book for, are called. Names keep their accents and come out in title case. */
public final class Names {
    static final int LONGEST = 80;
    private static final int MOST_WORDS = 6;
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los");
    /** Everyday words that are also names. */
    private static final Set<String> ALSO_NAMES = Set.of("abril", "julio", "mayo", "enero", "domingo", "clara");
    /** Everyday words that are names only when they are written as one and are the whole message. */
    private static final Set<String> NAMES_ALONE = Set.of("Caro", "Vale");
    /** "Ma." is how people write María before another name. */
    private static final String LETTERS = "(?:[Mm]a\\.(?= +\\p{L})|\\p{L}[\\p{L}\\p{M}'’-]*)";
    private static final String CAPITAL = "(?-i:(?= *\\p{Lu}))";
    private static final String RELATIVE = "(?:hij[oa]s?|hijit[oa]|espos[oa]|marido|mujer|mam[áa]|mami|pap[áa]|papi|herman[oa]|herman"
            + "it[oa]|novi[oa]|amig[oa]|prim[oa]|t[íi][oa]|sobrin[oa]|niet[oa]|abuel[oa]|abuelit[oa]|suegr[oa]|cuñad[oa]|comadre|compadre"
            + "|ni[ñn][oa]|beb[ée]|jef[ea]|vecin[oa]|ahijad[oa])";
    private static final Pattern INTRODUCED = Pattern
            .compile("(?<![\\p{L}\\p{M}])(?:soy(?: (?:su|tu) client[ea])?(?: (?:la|el|el señor|la señora))?"
                    + "|(?<!\\bno )me llamo|(?:cambi|corrig|pon|actuali[zc])[a-zé]* (?:el|mi) nombre (?:a|por|de)|mi nombre(?: completo)?(?: es)?:?|(?:a|al) nombre de(?: mi "
                    + RELATIVE
                    + ")?|me dicen|el nombre (?:es|seria)|nombre:"
                    + "|(?:te|le|les) (?:habla|escribe|saluda)(?: (?:la|el))?|para (?:mi|una?) " + RELATIVE + "(?: *," + CAPITAL
                    + ")?|(?:mi " + RELATIVE
                    + "|ella|él|el) se llama|(?<!mo |ién )se llama" + CAPITAL + ")"
                    + " +(?<name>" + LETTERS + "(?: +" + LETTERS + "){0,7})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ONLY_A_NAME = Pattern
            .compile(
                    "[\\s.!]*(?:(?:es|ser[ií]a|se llama) )?(?<name>" + LETTERS + "(?: +" + LETTERS
                            + "){0,5}?)(?:[\\s.!,]+(?:por ?fa(?:vor)?|porfis|xfa|(?:muchas |mil )?gracias)){0,2}[^\\p{L}\\d?]*",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOT_CALLED = Pattern
            .compile("(?<!\\p{L})[Nn]o (?:me llamo|soy) \\p{Lu}\\p{L}*(?= *,| +(?:sino|soy|me llamo))");

    private final Predicate<String> meansSomethingElse;

    /** @param meansSomethingElse whether a folded word is one that this business's services go by */
    Names(Predicate<String> meansSomethingElse) {
        this.meansSomethingElse = meansSomethingElse;
    }

    /** @param rest the message without the introduction, so that "soy Ana" asks for no Ana */
    record Introduced(Optional<String> name, String rest) {}

    Introduced introduced(String said) {
        String text = NOT_CALLED.matcher(said).replaceAll(",");
        Matcher matcher = INTRODUCED.matcher(text);
        while (matcher.find()) {
            List<String> words = leading(words(matcher.group("name")));
            if (!words.isEmpty()) {
                int end = matcher.start("name") + lengthOf(matcher.group("name"), words.size());
                return new Introduced(titled(words), text.substring(0, matcher.start()) + " , " + text.substring(end));
            }
        }
        return new Introduced(Optional.empty(), text);
    }

    /** The name that the whole message is, if it is nothing but a plausible one. */
    Optional<String> bare(String text) {
        Matcher matcher = ONLY_A_NAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (NAMES_ALONE.contains(text.replaceAll("[^\\p{L}]", ""))) {
            return Optional.of(matcher.group("name"));
        }
        List<String> words = words(matcher.group("name"));
        return leading(words).size() == words.size() ? titled(words) : Optional.empty();
    }

    private static List<String> words(String name) {
        return List.of(name.strip().split(" +"));
    }

    /** As many words from the first on as can be a name. */
    private List<String> leading(List<String> words) {
        List<String> name = new ArrayList<>();
        boolean capitals = Character.isUpperCase(words.getFirst().codePointAt(0));
        for (String word : words) {
            boolean particle = !name.isEmpty() && PARTICLES.contains(Folding.fold(word));
            boolean surname = !name.isEmpty() && capitals && Character.isUpperCase(word.codePointAt(0)) && !allCapitals(words);
            surname |= word.equalsIgnoreCase("o") && !name.isEmpty() && name.getLast().equalsIgnoreCase("la");
            if (name.size() == MOST_WORDS || (!particle && !surname && everyday(word))) {
                break;
            }
            name.add(word);
        }
        while (!name.isEmpty() && PARTICLES.contains(Folding.fold(name.getLast()))) {
            name.removeLast();
        }
        return name;
    }

    private static boolean allCapitals(List<String> words) {
        return words.stream().allMatch(word -> word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private boolean everyday(String word) {
        String folded = Folding.fold(word);
        String calm = Folding.calm(folded);
        return !ALSO_NAMES.contains(folded) && (Vocabulary.known(folded) || Vocabulary.known(calm)
                || Sentence.laughter(folded) || calm.length() < 2 || meansSomethingElse.test(calm));
    }

    private static int lengthOf(String name, int words) {
        Matcher matcher = Pattern.compile(LETTERS + "(?: +" + LETTERS + "){" + (words - 1) + "}").matcher(name);
        return matcher.lookingAt() ? matcher.end() : name.length();
    }

    private static Optional<String> titled(List<String> words) {
        List<String> titled = new ArrayList<>();
        for (String word : words) {
            String small = word.toLowerCase(Locale.ROOT);
            titled.add(!titled.isEmpty() && PARTICLES.contains(small) ? small : title(word));
        }
        String name = Normalizer.normalize(String.join(" ", titled), Normalizer.Form.NFC).replace('’', '\'');
        return name.length() > LONGEST || name.length() < 2 ? Optional.empty() : Optional.of(name);
    }

    /** "PATY" and "paty" become "Paty", "o'connor" "O'Connor"; "McAllister" stays. */
    public static String title(String word) {
        boolean mixed = Character.isUpperCase(word.codePointAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT))
                && !word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        if (mixed) {
            return word;
        }
        StringBuilder title = new StringBuilder(word.toLowerCase(Locale.ROOT));
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || "'’-".indexOf(title.charAt(i - 1)) >= 0) {
                title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
            }
        }
        return title.toString();
    }
}
