package mx.yume.assistant.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import mx.yume.business.Service;
import mx.yume.business.ServiceId;

/**
 * The services of one business by the words of their names. A service is meant when every word said is in its name, and of
 * those the one with the least left unsaid: "corte" is "Corte de cabello" before "Corte y barba". What is left equally near is
 * a question.
 */
final class ServiceWords {
    private static final Set<String> LINKS = Vocabulary
            .words("de del la el los las y con para en a por sin e o u un una tu mi mis su sus al");
    private static final Set<String> ALTERNATIVE = Set.of("o", "u");
    /** Between a verb and what it is done to: "cortarme la barba" is about the beard, "corte y barba" about both. */
    private static final Set<String> OBJECT = Vocabulary.words("de del la las los el mi mis");
    private static final Set<String> GLUE = Vocabulary
            .words("de del la el los las mi mis y e , con mas un una tambien o u en tu ademas otro otra para caballero dama hombre mujer niño niña señor señora");
    private static final Set<Concept> DONE_TO = Set.of(Concept.BEARD, Concept.NAILS, Concept.MANICURE, Concept.PEDICURE);
    private static final Set<Concept> VERBS = Set.of(Concept.CUT, Concept.COLOR, Concept.STYLE);
    /** "uñas" typed without its ñ. */
    private static final Pattern NAILS_WITHOUT_TILDE = Pattern.compile(
            "(?<= (?:las|mis|sus|de|para|hacerme|ponerme|ponerse) )unas(?= )(?! (?:citas?|mechas|luces|extensiones|pestañas))|(?<=^ )unas(?= $)");

    private final Map<Service, Set<String>> names = new LinkedHashMap<>();
    private final Set<String> sold = new HashSet<>();

    ServiceWords(List<Service> services) {
        for (Service service : services) {
            Set<String> meanings = wordsOf(service.name()).filter(word -> !LINKS.contains(word)).map(ServiceWords::meaning)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            names.put(service, meanings);
            sold.addAll(meanings);
        }
    }

    /** Words that are right as they are. */
    Set<String> words() {
        return names.keySet().stream().flatMap(service -> wordsOf(service.name())).filter(word -> !LINKS.contains(word))
                .collect(Collectors.toSet());
    }

    boolean isServiceWord(String word) {
        return Concept.of(word).isPresent()
                || (sold.contains(meaning(word)) && (Vocabulary.OF_SALONS.contains(word) || !Vocabulary.known(word)));
    }

    List<Mention<ServiceId>> read(Sentence sentence) {
        String text = NAILS_WITHOUT_TILDE.matcher(sentence.words()).replaceAll("uñas");
        List<Mention<ServiceId>> mentions = new ArrayList<>();
        List<Said> cluster = new ArrayList<>();
        Set<String> between = new LinkedHashSet<>();
        for (String word : List.of(text.strip().split(" "))) {
            if (isServiceWord(word)) {
                cluster.add(new Said(meaning(word), Set.copyOf(between)));
                between.clear();
            } else if (GLUE.contains(word)) {
                between.add(word);
            } else {
                mentions.addAll(mentionsIn(cluster));
                cluster.clear();
                between.clear();
            }
        }
        mentions.addAll(mentionsIn(cluster));
        return mentions.stream().distinct().toList();
    }

    /** @param before the words between this and what was said before it */
    private record Said(String meaning, Set<String> before) {}

    private List<Mention<ServiceId>> mentionsIn(List<Said> cluster) {
        List<Said> said = withoutVerbs(cluster);
        List<Mention<ServiceId>> mentions = new ArrayList<>();
        for (int i = 0; i < said.size();) {
            int length = longestMatch(said, i);
            List<ServiceId> found = matching(meanings(said, i, Math.max(1, length)));
            if (!found.isEmpty()) {
                mentions.add(new Mention<>(found));
            }
            i += Math.max(1, length);
        }
        boolean either = said.stream().skip(1).anyMatch(word -> word.before().stream().anyMatch(ALTERNATIVE::contains));
        return either && mentions.size() > 1 ? List.of(either(mentions)) : mentions;
    }

    private static Mention<ServiceId> either(List<Mention<ServiceId>> mentions) {
        return new Mention<>(mentions.stream().flatMap(mention -> mention.candidates().stream()).distinct().toList());
    }

    private int longestMatch(List<Said> said, int from) {
        for (int to = Math.min(said.size(), from + 6); to > from; to--) {
            boolean oneOffer = said.subList(from + 1, to).stream()
                    .noneMatch(word -> word.before().stream().anyMatch(ALTERNATIVE::contains));
            if (oneOffer && !matching(meanings(said, from, to - from)).isEmpty()) {
                return to - from;
            }
        }
        return 0;
    }

    private static Set<String> meanings(List<Said> said, int from, int length) {
        return said.subList(from, from + length).stream().map(Said::meaning)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** "cortarme la barba", "pintarme las uñas": the verb only says what is done to them. */
    private List<Said> withoutVerbs(List<Said> cluster) {
        List<Said> kept = new ArrayList<>();
        for (int i = 0; i < cluster.size(); i++) {
            boolean absorbed = i + 1 < cluster.size() && isOneOf(VERBS, cluster.get(i)) && doneTo(cluster.get(i + 1));
            if (!absorbed) {
                kept.add(cluster.get(i));
            }
        }
        return kept;
    }

    private static boolean isOneOf(Set<Concept> concepts, Said word) {
        return concepts.stream().anyMatch(concept -> concept.name().equals(word.meaning()));
    }

    private boolean doneTo(Said object) {
        return isOneOf(DONE_TO, object) && !object.before().isEmpty()
                && OBJECT.containsAll(object.before()) && !matching(Set.of(object.meaning())).isEmpty();
    }

    private List<ServiceId> matching(Set<String> said) {
        if (said.equals(Set.of(Concept.HAIR.name()))) {
            return ofFamily(Concept.OF_HAIR);
        }
        if (said.equals(Set.of(Concept.NAILS.name()))) {
            return ofFamily(Concept.OF_NAILS);
        }
        int best = names.values().stream().mapToInt(name -> distance(said, name)).min().orElse(NO_MATCH);
        return best >= NO_MATCH ? List.of()
                : names.entrySet().stream().filter(entry -> distance(said, entry.getValue()) == best)
                        .map(entry -> entry.getKey().id()).toList();
    }

    private static final int NO_MATCH = 1_000;

    /** What of the name was not said, a whole other thing weighing more than an adjective; {@link #NO_MATCH} when it is not meant. */
    private static int distance(Set<String> said, Set<String> name) {
        int distance = 0;
        for (String word : said) {
            if (!name.contains(word)) {
                distance += implied(word, said) && implied(word, name) ? 1 : NO_MATCH;
            }
        }
        for (String word : name) {
            if (!said.contains(word)) {
                distance += implied(word, said) ? 1 : isConcept(word) ? 4 : 2;
            }
        }
        return distance;
    }

    /** "de cabello" adds nothing to "corte", nor "uñas" to "gelish". */
    private static boolean implied(String word, Set<String> others) {
        return (word.equals(Concept.HAIR.name()) && others.stream().anyMatch(other -> in(Concept.OF_HAIR, other, word)))
                || (word.equals(Concept.NAILS.name()) && others.stream().anyMatch(other -> in(Concept.OF_NAILS, other, word)));
    }

    private static boolean in(Set<Concept> family, String other, String word) {
        return !other.equals(word) && family.stream().anyMatch(concept -> concept.name().equals(other));
    }

    /** Everything done there and to nothing else: for "pelo" also the dye, but not "Corte y barba". */
    private List<ServiceId> ofFamily(Set<Concept> family) {
        Set<String> inside = family.stream().map(Concept::name).collect(Collectors.toSet());
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(inside::contains)
                        && entry.getValue().stream().noneMatch(word -> isConcept(word) && !inside.contains(word)))
                .map(entry -> entry.getKey().id()).toList();
    }

    private static boolean isConcept(String meaning) {
        return Character.isUpperCase(meaning.charAt(0));
    }

    /** A concept's name, or the word without gender and number: "acrílicas" and "acrílico" are one. */
    private static String meaning(String word) {
        return Concept.of(word).map(Concept::name).orElseGet(() -> stem(word));
    }

    private static String stem(String word) {
        String singular = word.length() > 4 && word.endsWith("es") ? word.substring(0, word.length() - 2)
                : word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        boolean vowel = singular.length() > 4 && "aeo".indexOf(singular.charAt(singular.length() - 1)) >= 0;
        return vowel ? singular.substring(0, singular.length() - 1) : singular;
    }

    private static java.util.stream.Stream<String> wordsOf(String name) {
        return Arrays.stream(Folding.fold(name).split("[^\\p{L}]+")).filter(word -> word.length() > 1).map(Folding::calm);
    }
}
