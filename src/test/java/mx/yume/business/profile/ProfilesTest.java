package mx.yume.business.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.ChatLinks;
import mx.yume.business.profile.ProfileOutcome.BadName;
import mx.yume.business.profile.ProfileOutcome.Changed;
import mx.yume.business.profile.ProfileOutcome.Renamed;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** How a business is known, and where its page and its chat are found. */
class ProfilesTest {

    private static final String SUSPENDED = "update organization set status = 'suspended' where slug = 'salon-lupita'";

    private final PlainYume yume = PlainYume.fresh();
    private final Profiles profiles = yume.the(Profiles.class);

    @Test
    void aNewNameIsTidyAndTheAddressStays() {
        assertThat(rename(0, "  Salón   Lupita Centro ")).isEqualTo(new Renamed(1));
        assertThat(profile()).isEqualTo(new Profile("Salón Lupita Centro", "salon-lupita", 1));
        assertThat(rename(1, "L".repeat(Profiles.LONGEST_NAME))).isEqualTo(new Renamed(2));
    }

    @Test
    void whoeverDidNotSeeTheLastNameChangesNothing() {
        rename(0, "Lupita");
        assertThat(rename(0, "Lupe")).isEqualTo(new Changed(1));
        assertThat(profile().name()).isEqualTo("Lupita");
    }

    @Test
    void aNameSaysSomethingAndIsNotTooLong() {
        for (var name : List.of("", "  ", "L".repeat(Profiles.LONGEST_NAME + 1))) {
            assertThat(rename(0, name)).isEqualTo(new BadName());
        }
        assertThat(profile().version()).isZero();
    }

    @Test
    void aPageIsFoundByItsAddressUnlessTheBusinessIsSuspended() {
        assertThat(await(profiles.open("salon-lupita"))).contains(SalonLupita.ID);
        for (var slug : List.of("", "SALON-LUPITA", "salon-lupita' or true", "nadie", "yume", "a".repeat(201), "\u0000")) {
            assertThat(await(profiles.open(slug))).as(slug).isEmpty();
        }
        yume.superuser().execute(SUSPENDED);
        assertThat(await(profiles.open("salon-lupita"))).isEmpty();
    }

    @Test
    void theChatIsOfTheNumberThatComesFirst() {
        var links = yume.the(ChatLinks.class);
        assertThat(await(links.of("salon-lupita"))).contains("https://wa.me/525500000002");
        yume.superuser().execute("delete from business_number where provider <> 'twilio'");
        assertThat(await(links.of("salon-lupita"))).contains("https://wa.me/525500000002");
        yume.superuser().execute("update business_number set provider = 'simulator'");
        assertThat(await(links.of("salon-lupita"))).contains("https://yume.test/simulador?para=525500000002");
        for (var slug : List.of("nadie", "", "salon\u0000lupita")) {
            assertThat(await(links.of(slug))).as(slug).isEmpty();
        }
        yume.superuser().execute(SUSPENDED);
        assertThat(await(links.of("salon-lupita"))).isEmpty();
    }

    private Profile profile() {
        return await(profiles.of(SalonLupita.ID));
    }

    private ProfileOutcome rename(int seen, String name) {
        return await(profiles.rename(SalonLupita.ID, seen, name));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
