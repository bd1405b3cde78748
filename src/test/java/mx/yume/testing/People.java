package mx.yume.testing;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;

/** Customers of the test world. */
@ApplicationScoped
public class People {

    private final World world;

    People(World world) {
        this.world = world;
    }

    /** Somebody Salón Lupita knows by name, without a phone. */
    public PersonId named(String name) {
        return named(SalonLupita.ID, name);
    }

    public PersonId named(OrganizationId organization, String name) {
        return world.superuser().person(organization, name);
    }
}
