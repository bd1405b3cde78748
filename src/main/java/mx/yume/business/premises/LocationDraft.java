package mx.yume.business.premises;

import java.time.Duration;

import mx.yume.business.Location;
import mx.yume.business.Wording;

/**
 * A location as somebody asks for it, its zone and its hours apart.
 *
 * @param name 1 to 120 characters
 * @param address up to 300, or empty
 * @param grid appointments start on multiples of it from local midnight; 5 minutes to 2 hours
 * @param minimumNotice customers cannot book sooner than this from now; up to 14 days
 * @param horizonDays the last day customers can book is this many days after today; 1 to 365
 * @param daysKeptWhole whether offers come first that leave no gap too short to sell
 */
public record LocationDraft(String name, String address, Duration grid, Duration minimumNotice, int horizonDays,
        boolean daysKeptWhole) {

    /** With what most have: 15 minutes, half an hour, 60 days. */
    public static LocationDraft of(String name, String address) {
        return new LocationDraft(name, address, Duration.ofMinutes(15), Duration.ofMinutes(30), 60, true);
    }

    /** To begin a change from. */
    public static LocationDraft of(Location location) {
        return new LocationDraft(location.name(), location.address(), location.grid(), location.minimumNotice(),
                location.horizonDays(), location.daysKeptWhole());
    }

    /** As it is kept. */
    LocationDraft tidy() {
        return new LocationDraft(Wording.tidy(name), Wording.tidy(address), grid, minimumNotice, horizonDays, daysKeptWhole);
    }
}
