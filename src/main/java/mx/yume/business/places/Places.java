package mx.yume.business.places;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the place that somebody names: "Tijuana", "en juarez, chih.", "Matamoros Coahuila", "CDMX". */
public final class Places {

    private static final int MOST_WORDS = 6;
    private static final int MOST_LETTERS = 500;
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9ñ]+");
    private static final Map<String, Place> STATES = new LinkedHashMap<>();
    private static final Map<String, List<Place>> CITIES = new HashMap<>();

    static {
        Gazetteer.STATES.lines().forEach(Places::addState);
        Gazetteer.CITIES.lines().forEach(Places::addCities);
    }

    private Places() {}

    /**
     * The places that these words can mean: none when no place is known by them, several when only the state would tell, as of
     * "Matamoros". A state alone stands for most of it.
     */
    public static List<Place> find(String said) {
        var words = words(said);
        Set<Place> states = new LinkedHashSet<>();
        List<List<Place>> cities = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            at += nameAt(words, at, states, cities);
        }
        return among(cities, states);
    }

    /** As {@link #find}, where the words are the place's name, and perhaps its state's, and nothing else. */
    public static List<Place> exactly(String said) {
        var words = words(said);
        int at = 0;
        while (at < words.size()) {
            var cities = new ArrayList<List<Place>>();
            var states = new LinkedHashSet<Place>();
            int length = nameAt(words, at, states, cities);
            if (cities.isEmpty() && states.isEmpty()) {
                return List.of();
            }
            at += length;
        }
        return find(said);
    }

    /** A city of one of the states named, or else the state, or else any city. */
    private static List<Place> among(List<List<Place>> cities, Set<Place> states) {
        for (var namesakes : cities) {
            var there = namesakes.stream()
                    .filter(city -> states.stream().anyMatch(state -> state.state().equals(city.state()))).toList();
            if (there.size() == 1) {
                return there;
            }
        }
        if (!states.isEmpty()) {
            return List.of(states.iterator().next());
        }
        return cities.isEmpty() ? List.of() : alike(cities.getFirst());
    }

    /** Where the clocks are the same, the state makes no difference. */
    private static List<Place> alike(List<Place> namesakes) {
        var zones = namesakes.stream().map(Place::zone).distinct().toList();
        return namesakes.size() == 1 || zones.size() > 1 ? namesakes
                : List.of(new Place(namesakes.getFirst().city(), Optional.empty(), zones.getFirst()));
    }

    /** @return how many words the longest name that begins here has, or one */
    private static int nameAt(List<String> words, int at, Set<Place> states, List<List<Place>> cities) {
        for (int length = Math.min(MOST_WORDS, words.size() - at); length > 0; length--) {
            var name = String.join(" ", words.subList(at, at + length));
            var state = STATES.get(name);
            var namesakes = CITIES.get(name);
            if (state != null) {
                states.add(state);
            }
            if (namesakes != null) {
                cities.add(namesakes);
            }
            if (state != null || namesakes != null) {
                return length;
            }
        }
        return 1;
    }

    private static List<String> words(String said) {
        var bounded = said.substring(0, Math.min(said.length(), MOST_LETTERS));
        return Arrays.stream(NO_WORD.split(folded(bounded))).filter(word -> !word.isEmpty()).toList();
    }

    /** Small letters without accents; ñ too, since many leave it out. */
    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static void addState(String line) {
        var parts = line.split("\\|", -1);
        var state = new Place(Optional.empty(), Optional.of(parts[0].strip()), zone(parts[1].strip()));
        STATES.put(key(parts[0]), state);
        for (var other : parts[2].split(",", -1)) {
            STATES.put(key(other), state);
        }
    }

    private static void addCities(String line) {
        var parts = line.split(":", 2);
        var state = STATES.get(key(parts[0]));
        if (state == null) {
            throw new IllegalStateException("No such state: " + parts[0]);
        }
        for (var city : parts[1].split(",", -1)) {
            addCity(state, city);
        }
    }

    private static void addCity(Place state, String written) {
        var apart = written.split("@", -1);
        var names = apart[0].split("=", -1);
        var zone = apart.length > 1 ? zone(apart[1].strip()) : state.zone();
        var city = new Place(Optional.of(names[0].strip()), state.state(), zone);
        for (var name : names) {
            CITIES.computeIfAbsent(key(name), first -> new ArrayList<>()).add(city);
        }
    }

    private static ZoneId zone(String name) {
        return ZoneId.of("America/" + name);
    }

    private static String key(String name) {
        return String.join(" ", words(name));
    }
}
