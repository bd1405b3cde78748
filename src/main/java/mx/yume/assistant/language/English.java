package mx.yume.assistant.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells a message in English from one in Spanish with an English word in it ("ok, thanks", "un look"). */
final class English {
    private static final Set<String> WORDS = Vocabulary.words(
            """
                    i i'm you we they he she it is are am was do does did can could would should will want need have has like book booking
                    make get what when where how who which why time much many the an my your our this that next for at to with and on in
                    of from by haircut hair cut nails nail beard appointment tomorrow today tonight morning afternoon evening monday
                    tuesday wednesday thursday friday saturday sunday week please english speak open close closed available availability
                    any there price prices cost schedule reschedule cancel change hello thanks thank later work works slot place address
                    located someone anyone good""");
    private static final int FEWEST = 3;

    private English() {}

    /** Three words or more of it, and more than of anything else. */
    static boolean clearly(String text) {
        List<String> words = Arrays.stream(Folding.fold(text).split("[^\\p{L}']+")).filter(word -> !word.isEmpty()).toList();
        long english = words.stream().filter(WORDS::contains).count();
        return english >= FEWEST && english * 2 > words.size();
    }
}
