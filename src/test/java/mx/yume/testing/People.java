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
        var person = PersonId.next();
        world.execute("""
                insert into person (organization_id, id, name, name_confirmed_at, created_at)
                values ('%s', '%s', '%s', now(), now())""".formatted(organization, person, name));
        return person;
    }
}
