package mx.yume.business;

import java.util.List;

/** All that an organization ever set up, in the owner's order, what is out of use too. Skills are of services in use. */
public record Inventory(List<Listed<Location>> locations, List<Listed<Service>> services, List<Listed<StaffMember>> staff,
        List<Listed<Spot>> spots) {

    public Inventory {
        locations = List.copyOf(locations);
        services = List.copyOf(services);
        staff = List.copyOf(staff);
        spots = List.copyOf(spots);
    }
}
