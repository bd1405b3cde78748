package mx.yume.business;

import java.util.Optional;
import java.util.Set;

import mx.yume.platform.PhoneNumber;

/**
 * Someone who works at the business, the owner included.
 *
 * @param skills the services this person gives; none for those who do not serve
 */
public record StaffMember(StaffId id, String name, Optional<PhoneNumber> phone, Permission permission, WeeklyHours hours,
        Set<ServiceId> skills) {

    public StaffMember {
        skills = Set.copyOf(skills);
    }
}
