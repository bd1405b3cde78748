package mx.yume.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.identity.AskingLimits.Thing;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;

/** How often a link or a code may be asked for, by whomever, from however many instances. */
class AskingLimitsTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+525510000001");

    private final PlainYume yume = PlainYume.fresh();
    private final AskingLimits limits = yume.the(AskingLimits.class);

    @Test
    void aPhoneIsAskedForThreeTimesWhereverFrom() {
        for (var time = 0; time < AskingLimits.MOST_OF_A_PHONE; time++) {
            assertThat(take(PHONE, "198.51.100." + time)).isTrue();
        }
        assertThat(take(PHONE, "198.51.100.9")).isFalse();
        assertThat(take(new PhoneNumber("+525510000002"), "198.51.100.9")).as("another phone").isTrue();
    }

    @Test
    void whoAskedForLinksTooOftenMayStillAskForACode() {
        for (var time = 0; time < AskingLimits.MOST_OF_A_PHONE; time++) {
            take(PHONE, "198.51.100.1");
        }
        assertThat(take(PHONE, "198.51.100.1")).isFalse();
        assertThat(await(taking(Thing.BOOKING_CODE, PHONE, "198.51.100.1"))).isTrue();
    }

    @Test
    void ofManyAtOnceNoMoreGetThroughThanOneAfterTheOther() {
        var asked = await(Uni.join().all(IntStream.range(0, 12)
                .mapToObj(each -> taking(PHONE, "198.51.100." + each)).toList()).andFailFast());
        assertThat(asked).filteredOn(fine -> fine).hasSize(AskingLimits.MOST_OF_A_PHONE);
    }

    @Test
    void anAddressAsksTenTimesForWhomever() {
        for (var phone = 0; phone < AskingLimits.MOST_OF_AN_ADDRESS; phone++) {
            assertThat(take(new PhoneNumber("+5255100000" + (10 + phone)), "198.51.100.7")).isTrue();
        }
        assertThat(take(new PhoneNumber("+525510000099"), "198.51.100.7")).isFalse();
        assertThat(take(new PhoneNumber("+525510000099"), "198.51.100.8")).as("it did not count for the phone").isTrue();
    }

    @Test
    void eachTimeCountsForAQuarterOfAnHour() {
        take(PHONE, "198.51.100.1");
        yume.clock().tick(Duration.ofMinutes(10));
        take(PHONE, "198.51.100.1");
        take(PHONE, "198.51.100.1");
        yume.clock().tick(Duration.ofMinutes(5).minusMillis(1));
        assertThat(take(PHONE, "198.51.100.1")).isFalse();
        yume.clock().tick(Duration.ofMillis(1));
        assertThat(take(PHONE, "198.51.100.1")).as("the first is over").isTrue();
        assertThat(take(PHONE, "198.51.100.1")).as("the others are not").isFalse();
    }

    @Test
    void whatCountsNoMoreGoes() {
        take(PHONE, "198.51.100.1");
        yume.clock().tick(AskingLimits.WITHIN.plusMillis(1));
        await(yume.the(Expired.class).sweep(yume.clock().instant()));
        assertThat(yume.superuser().count("select count(*) from sign_in_limit")).isZero();
    }

    private boolean take(PhoneNumber phone, String address) {
        return await(taking(phone, address));
    }

    private Uni<Boolean> taking(PhoneNumber phone, String address) {
        return taking(Thing.SIGN_IN, phone, address);
    }

    private Uni<Boolean> taking(Thing thing, PhoneNumber phone, String address) {
        return yume.the(Database.class).inTenant(OrganizationId.YUME,
                connection -> limits.take(connection, thing, phone, address));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }
}
