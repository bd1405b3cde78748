package mx.yume.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.NoSuchElementException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.People;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

@QuarkusTest
class CustomersTest {

    @Inject
    World world;

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    Database database;

    private PersonId sofia;

    @BeforeEach
    void freshSalon() {
        world.fresh();
        sofia = people.named("Sofía");
    }

    @Test
    void aPersonMayHaveNoPhone() {
        var person = person(SalonLupita.ID);
        assertThat(person.id()).isEqualTo(sofia);
        assertThat(person.name()).contains("Sofía");
        assertThat(person.phone()).isEmpty();
        assertThat(person.optedOut()).isFalse();
    }

    @Test
    void thePhoneComesFromTheIdentityAndAUserIdIsNone() {
        world.execute("""
                insert into person_identity (organization_id, provider, kind, value, person_id)
                values ('%1$s', 'whatsapp', 'user_id', 'MX.123', '%2$s'), ('%1$s', 'whatsapp', 'phone', '+525512345678', '%2$s')
                """.formatted(SalonLupita.ID, sofia));
        assertThat(person(SalonLupita.ID).phone()).contains(new PhoneNumber("+525512345678"));
    }

    @Test
    void aNewNameIsConfirmedNow() {
        await(rename(SalonLupita.ID, sofia, "Sofía Luna"));
        assertThat(person(SalonLupita.ID).name()).contains("Sofía Luna");
        assertThat(world.count("select count(*) from person where name_confirmed_at = '2027-01-13 10:00-06' and version = 1"))
                .isOne();
    }

    @Test
    void anotherTenantKnowsNobody() {
        assertThatThrownBy(() -> person(OrganizationId.YUME)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> await(rename(OrganizationId.YUME, sofia, "Otra"))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> await(rename(SalonLupita.ID, PersonId.next(), "Otra")))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(person(SalonLupita.ID).name()).contains("Sofía");
    }

    private Uni<Void> rename(OrganizationId organization, PersonId id, String name) {
        return database.inTenant(organization, connection -> customers.rename(connection, organization, id, name));
    }

    private Person person(OrganizationId organization) {
        return await(customers.person(organization, sofia));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
