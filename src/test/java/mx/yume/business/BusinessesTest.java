package mx.yume.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;

@QuarkusTest
class BusinessesTest {

    @Inject
    World world;

    @Inject
    Businesses businesses;

    @BeforeEach
    void freshSalon() {
        world.fresh();
    }

    @Test
    void aBusinessIsReadAsItWasSetUp() {
        assertThat(load(SalonLupita.ID)).contains(SalonLupita.business());
    }

    @Test
    void onlyWhatIsActiveInTheOwnersOrder() {
        world.execute("update service set active = false where name in ('Tinte', 'Barba')");
        world.execute("update service set position = -1 where name = 'Gelish'");
        world.execute("update spot set active = false where name = 'Silla 1'");
        world.execute("update staff_member set active = false where name = 'Beto'");
        var salon = load(SalonLupita.ID).orElseThrow();
        assertThat(salon.services()).extracting(Service::name).containsExactly("Gelish", "Corte de cabello", "Corte y barba",
                "Peinado", "Manicure", "Pedicure");
        assertThat(salon.spots()).extracting(Spot::name).containsExactly("Silla 2", "Mesa de uñas");
        assertThat(salon.staff()).extracting(StaffMember::name).containsExactly("Lupita", "Ana", "Carla");
        assertThat(salon.staffMember(SalonLupita.LUPITA).orElseThrow().gives(SalonLupita.TINTE)).isFalse();
        assertThat(salon.skilledIn(SalonLupita.TINTE)).isEmpty();
    }

    @Test
    void somebodyWithoutAPhoneAndAServiceWithoutASpotAreFine() {
        world.execute("update staff_member set phone = null where name = 'Beto'");
        world.execute("update service set spot_kind = null, buffer_after_minutes = 10 where name = 'Barba'");
        var salon = load(SalonLupita.ID).orElseThrow();
        assertThat(salon.staffMember(SalonLupita.BETO).orElseThrow().phone()).isEmpty();
        assertThat(salon.service(SalonLupita.BARBA).orElseThrow().spotKind()).isEmpty();
        assertThat(salon.service(SalonLupita.BARBA).orElseThrow().bufferAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void withoutAnActiveLocationThereIsNoBusiness() {
        assertThat(load(new OrganizationId(UuidV7.next()))).isEmpty();
        assertThat(load(OrganizationId.YUME)).isEmpty();
        world.execute("update location set active = false");
        assertThat(load(SalonLupita.ID)).isEmpty();
    }

    private Optional<Business> load(OrganizationId id) {
        return businesses.load(id).await().atMost(Duration.ofSeconds(10));
    }
}
