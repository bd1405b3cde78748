package mx.yume.business.premises;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import mx.yume.business.Wording;
import mx.yume.business.premises.PremisesOutcome.BadAddress;
import mx.yume.business.premises.PremisesOutcome.BadGrid;
import mx.yume.business.premises.PremisesOutcome.BadHorizon;
import mx.yume.business.premises.PremisesOutcome.BadName;
import mx.yume.business.premises.PremisesOutcome.BadNotice;
import mx.yume.business.premises.PremisesOutcome.BadZone;
import mx.yume.business.premises.PremisesOutcome.Refusal;

/** What is wrong with a location by itself, whatever else the business has; empty when nothing is. */
final class LocationCheck {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_ADDRESS = 300;
    static final Duration FINEST_GRID = Duration.ofMinutes(5);
    static final Duration COARSEST_GRID = Duration.ofHours(2);
    static final Duration LONGEST_NOTICE = Duration.ofDays(14);
    static final int FARTHEST_HORIZON = 365;

    private LocationCheck() {}

    /** @param draft made tidy */
    static Optional<Refusal> of(LocationDraft draft) {
        if (!Wording.isBetween(1, draft.name(), LONGEST_NAME)) {
            return Optional.of(new BadName(LONGEST_NAME));
        }
        if (!Wording.isBetween(0, draft.address(), LONGEST_ADDRESS)) {
            return Optional.of(new BadAddress());
        }
        if (!isBetween(FINEST_GRID, draft.grid(), COARSEST_GRID)) {
            return Optional.of(new BadGrid());
        }
        if (!isBetween(Duration.ZERO, draft.minimumNotice(), LONGEST_NOTICE)) {
            return Optional.of(new BadNotice());
        }
        return draft.horizonDays() < 1 || draft.horizonDays() > FARTHEST_HORIZON
                ? Optional.of(new BadHorizon())
                : Optional.empty();
    }

    /** A region of the IANA database: what has one keeps its clock changes, which a fixed offset does not. */
    static Optional<Refusal> zone(String id) {
        return id.contains("/") && !id.startsWith("Etc/") && ZoneId.getAvailableZoneIds().contains(id)
                ? Optional.empty()
                : Optional.of(new BadZone());
    }

    /** In whole minutes. */
    private static boolean isBetween(Duration least, Duration length, Duration most) {
        return length.compareTo(least) >= 0 && length.compareTo(most) <= 0
                && length.equals(Duration.ofMinutes(length.toMinutes()));
    }
}
