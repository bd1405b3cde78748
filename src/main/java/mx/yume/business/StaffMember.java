package mx.yume.business;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Someone who works at the business, the owner included.
 *
 * @param schedules when they work, by location; none for those who do not serve
 * @param specialDays dates on which they work other hours than the week's anywhere, or not at all
 * @param breaks recurring, taken off the hours of any location
 * @param skills the services this person gives
 * @param defaultSpot where they rather work, if it is free and of the kind a service needs
 */
public record StaffMember(StaffId id, String name, Optional<PhoneNumber> phone, Permission permission,
        Map<LocationId, WeeklyHours> schedules, Map<LocalDate, Map<LocationId, List<Hours>>> specialDays,
        List<WeeklyBreak> breaks, Map<ServiceId, Skill> skills, Optional<SpotId> defaultSpot) {

    public StaffMember {
        schedules = Map.copyOf(schedules);
        specialDays = Map.copyOf(specialDays);
        breaks = List.copyOf(breaks);
        skills = Map.copyOf(skills);
    }

    public boolean gives(ServiceId service) {
        return skills.containsKey(service);
    }

    /** How long it takes this person. */
    public Duration durationOf(Service service) {
        return skillIn(service).duration().orElse(service.duration());
    }

    /** What it costs with this person. */
    public Price priceOf(Service service) {
        return skillIn(service).price().orElse(service.price());
    }

    private Skill skillIn(Service service) {
        return skills.getOrDefault(service.id(), Skill.USUAL);
    }

    /** Those this person works every week at a location, exceptions apart. */
    public WeeklyHours hoursAt(LocationId location) {
        return schedules.getOrDefault(location, WeeklyHours.NONE);
    }

    /** The hours of one date at a location, exceptions considered but not breaks. */
    public List<Hours> hoursOn(LocalDate day, LocationId location) {
        var special = specialDays.get(day);
        return special == null ? hoursAt(location).on(day.getDayOfWeek()) : special.getOrDefault(location, List.of());
    }
}
