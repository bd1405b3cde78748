package mx.yume.business.team;

import java.util.Optional;

import mx.yume.business.Permission;
import mx.yume.business.SpotId;
import mx.yume.platform.PhoneNumber;

/**
 * Somebody who is to join the team. Hours and skills follow.
 *
 * @param name 1 to 80 characters
 * @param phone without it they cannot write to Yume
 */
public record StaffDraft(String name, Optional<PhoneNumber> phone, Permission permission, Optional<SpotId> defaultSpot) {

    /** Without a spot of their own. */
    public static StaffDraft of(String name, Optional<PhoneNumber> phone, Permission permission) {
        return new StaffDraft(name, phone, permission, Optional.empty());
    }
}
