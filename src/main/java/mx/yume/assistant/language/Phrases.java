package mx.yume.assistant.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of phrases that are looked for word by word, the longest first; the cost is linear in the words read. */
final class Phrases {
    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    /** @param phrases folded, separated by commas */
    Phrases(String phrases) {
        for (String phrase : List.of(phrases.split(","))) {
            List<String> words = List.of(phrase.strip().split("\\s+"));
            byFirstWord.computeIfAbsent(words.getFirst(), first -> new ArrayList<>()).add(words);
        }
        byFirstWord.values().forEach(list -> list.sort(Comparator.comparingInt((List<String> words) -> -words.size())));
    }

    /** How many words, from this one on, are a phrase of the set; 0 when none. */
    int lengthAt(List<String> words, int from) {
        for (List<String> phrase : byFirstWord.getOrDefault(words.get(from), List.of())) {
            int end = from + phrase.size();
            if (end <= words.size() && words.subList(from, end).equals(phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }
}
