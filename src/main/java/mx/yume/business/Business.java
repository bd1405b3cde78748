package mx.yume.business;

import java.util.List;
import java.util.Optional;

import mx.yume.platform.OrganizationId;

/**
 * What one organization offers, as of one moment: only what is active, in the owner's order.
 *
 * @param publicName as customers know it
 * @param locations never empty; the first is the main one
 */
public record Business(OrganizationId id, String publicName, String slug, List<Location> locations, List<Service> services,
        List<StaffMember> staff, List<Spot> spots) {

    public Business {
        locations = List.copyOf(locations);
        services = List.copyOf(services);
        staff = List.copyOf(staff);
        spots = List.copyOf(spots);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("A business is somewhere: " + id);
        }
    }

    /** The main one, where nobody asked for another. */
    public Location location() {
        return locations.getFirst();
    }

    public Optional<Location> location(LocationId id) {
        return locations.stream().filter(location -> location.id().equals(id)).findFirst();
    }

    public Optional<Service> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    public Optional<StaffMember> staffMember(StaffId id) {
        return staff.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    public Optional<Spot> spot(SpotId id) {
        return spots.stream().filter(spot -> spot.id().equals(id)).findFirst();
    }

    /** Those who give this service, in the owner's order. */
    public List<StaffMember> skilledIn(ServiceId service) {
        return staff.stream().filter(member -> member.gives(service)).toList();
    }

    /** Those whom customers may book for this service by themselves, in the owner's order. */
    public List<StaffMember> bookableOnline(ServiceId service) {
        return skilledIn(service).stream().filter(member -> member.skills().getOrDefault(service, Skill.USUAL).online())
                .toList();
    }
}
