package mx.yume.business.places;

import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A city or a whole state of Mexico.
 *
 * @param city with its accents; without one, only the state is known
 * @param state with its accents; without one, several states have such a city, in the same zone
 * @param zone of most of the state where no city is known
 */
public record Place(Optional<String> city, Optional<String> state, ZoneId zone) {

    public Place {
        if (city.isEmpty() && state.isEmpty()) {
            throw new IllegalArgumentException("A place has a name");
        }
    }

    /** "Tijuana, Baja California"; a city named like its state once. */
    public String name() {
        return Stream.concat(city.stream(), state.stream()).distinct().collect(Collectors.joining(", "));
    }
}
