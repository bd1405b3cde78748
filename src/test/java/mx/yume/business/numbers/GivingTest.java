package mx.yume.business.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** What a person of Yume does about numbers by hand. */
class GivingTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+525588880001");
    private static final OrganizationId OTHER = new OrganizationId(UUID.fromString("00000000-0000-0000-0000-00000000000b"));

    private final PlainYume yume = PlainYume.fresh();
    private final BusinessNumbers numbers = yume.the(BusinessNumbers.class);

    @Test
    void whoeverWaitedIsToldOfTheNumberThatIsGivenByHand() {
        request("pending");
        assertThat(await(yume.the(Pending.class).list())).hasSize(1);
        assertThat(await(numbers.give(SalonLupita.ID, NUMBER))).isEqualTo(new Giving.Given());
        assertThat(await(yume.the(Pending.class).list())).isEmpty();
        assertThat(yume.superuser().rows("select kind from job")).containsExactly(List.of("number.provided"));
        assertThat(await(numbers.give(SalonLupita.ID, NUMBER))).isEqualTo(new Giving.HasIt());
        assertThat(yume.superuser().rows("select kind from job")).hasSize(1);
    }

    @Test
    void anothersNumberIsNotGiven() {
        other();
        assertThat(await(numbers.give(OTHER, new PhoneNumber(SalonLupita.NUMBER)))).isEqualTo(new Giving.Taken());
        request("chosen");
        assertThat(await(numbers.give(OTHER, NUMBER))).as("being given just now").isEqualTo(new Giving.Taken());
        assertThat(await(numbers.of(OTHER))).isEmpty();
    }

    @Test
    void whileAProviderIsAtItNobodyGivesByHand() {
        request("chosen");
        assertThat(await(numbers.give(SalonLupita.ID, new PhoneNumber("+525588880002")))).isEqualTo(new Giving.UnderWay());
        assertThat(yume.superuser().count("select count(*) from job")).isZero();
    }

    @Test
    void aReleasedNumberMayBeGivenByHandBeforeItHasRested() {
        other();
        assertThat(await(numbers.release(SalonLupita.ID))).isEqualTo(2);
        assertThat(yume.superuser().rows("select address from spare_number")).containsExactly(List.of(SalonLupita.NUMBER));
        Optional<Held> taken = await(yume.the(Database.class).inTenant(OTHER,
                connection -> yume.the(SpareNumbers.class).take(connection, OTHER, "twilio")));
        assertThat(taken).as("it rests").isEmpty();
        assertThat(await(numbers.give(OTHER, new PhoneNumber(SalonLupita.NUMBER)))).isEqualTo(new Giving.Given());
        assertThat(await(numbers.of(OTHER))).contains(new PhoneNumber(SalonLupita.NUMBER));
        assertThat(yume.superuser().count("select count(*) from spare_number")).isZero();
    }

    private void other() {
        yume.superuser().execute("insert into organization (organization_id, name, slug, created_at) values ('" + OTHER
                + "', 'Barbería Norte', 'norte', now())");
    }

    private void request(String status) {
        yume.superuser().execute(
                """
                        insert into number_request (organization_id, conversation_id, errand_id, origin, status, number, reason, requested_at,
                                                    state_since)
                        values ('%s', gen_random_uuid(), gen_random_uuid(), 'real', '%s', '%s', 'paperwork', now(), now())"""
                        .formatted(SalonLupita.ID, status, NUMBER.e164()));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
