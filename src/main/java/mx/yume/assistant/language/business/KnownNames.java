package mx.yume.assistant.language.business;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import mx.yume.assistant.language.Concept;
import mx.yume.assistant.language.Folding;
import mx.yume.assistant.language.Spelling;
import mx.yume.assistant.language.Vocabulary;

/**
 * Services already on a menu, by what is said of their names: one is meant when every word said is in its name, give or take a
 * letter, and of those the one with the least left unsaid. Two equally near are none.
 */
final class KnownNames {
    private static final Set<String> LINKS = Vocabulary.words("de del la el los las y con para en a por un una e lo al");
    /** Two words for one thing, where none of them could be a service of its own. */
    private static final Set<Concept> SAME = Set.of(Concept.HAIR, Concept.MANICURE, Concept.PEDICURE, Concept.GEL);
    private static final int SHORTEST_WITH_SLIP = 4;

    private final List<Known> known;

    private record Known(String name, List<String> words) {

        /** "Corte de cabello" is a cut before "Corte y barba" is. */
        private int weight() {
            return (int) words.stream().filter(word -> Concept.of(word).filter(Concept.HAIR::equals).isEmpty()).count();
        }
    }

    KnownNames(List<String> names) {
        this.known = names.stream().map(name -> new Known(name, words(name))).toList();
    }

    Optional<String> meant(String said) {
        List<String> words = words(said);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Known> possible = known.stream()
                .filter(one -> words.stream().allMatch(word -> one.words().stream().anyMatch(own -> same(word, own)))).toList();
        int least = possible.stream().mapToInt(Known::weight).min().orElse(0);
        List<Known> nearest = possible.stream().filter(one -> one.weight() == least).toList();
        return nearest.size() == 1 ? Optional.of(nearest.getFirst().name()) : exactly(said, nearest);
    }

    /** The whole of a name and nothing else. */
    boolean isWhole(String said) {
        int words = words(said).size();
        return meant(said).filter(name -> words(name).size() == words).isPresent();
    }

    private static Optional<String> exactly(String said, List<Known> nearest) {
        return nearest.stream().map(Known::name).filter(name -> words(name).equals(words(said))).findFirst();
    }

    private static boolean same(String said, String own) {
        boolean slip = said.length() >= SHORTEST_WITH_SLIP && own.length() >= SHORTEST_WITH_SLIP
                && Spelling.oneSlipApart(said, own);
        return said.equals(own) || slip
                || Concept.of(said).filter(SAME::contains).filter(Concept.of(own).stream().toList()::contains)
                        .isPresent();
    }

    private static List<String> words(String name) {
        return Arrays.stream(Folding.fold(name).split("[^\\p{L}\\d]+")).map(Folding::calm)
                .filter(word -> !word.isEmpty() && !LINKS.contains(word)).toList();
    }
}
