package mx.yume.business;

import java.util.List;
import java.util.Optional;

import mx.yume.platform.OrganizationId;

/**
 * What one organization offers, as of one moment: only what is active, in the owner's order.
 *
 * @param publicName as customers know it
 */
public record Business(OrganizationId id, String publicName, String slug, Location location, List<Service> services,
        List<StaffMember> staff, List<Spot> spots) {

    public Business {
        services = List.copyOf(services);
        staff = List.copyOf(staff);
        spots = List.copyOf(spots);
    }

    public Optional<Service> service(ServiceId id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    public Optional<StaffMember> staffMember(StaffId id) {
        return staff.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** Those who give this service, in the owner's order. */
    public List<StaffMember> skilledIn(ServiceId service) {
        return staff.stream().filter(member -> member.skills().contains(service)).toList();
    }
}
