package mx.yume.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void whoeverComesFromOutsideIsWhoTheyAreWhateverTheySay() {
        assertThat(Caller.address("203.0.113.7", List.of(), 1)).isEqualTo("203.0.113.7.");
        assertThat(Caller.address("203.0.113.7", List.of("198.51.100.1"), 1)).isEqualTo("203.0.113.7.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.3", "172.16.5.1", "192.168.1.1", "100.64.0.9", "fdaa:0:1::3", "::1",
            "fe80::1"})
    void aProxyBesideUsIsBelievedInWhatItAdded(String proxy) {
        assertThat(Caller.address(proxy, List.of("1.2.3.4, 198.51.100.1"), 1)).isEqualTo("198.51.100.1.");
        assertThat(Caller.address(proxy, List.of("1.2.3.4", "198.51.100.1"), 1)).as("in two lines").isEqualTo("198.51.100.1.");
    }

    @Test
    void whatAProxySaidThatIsNoAddressSaysNothing() {
        assertThat(Caller.address("10.0.0.3", List.of("example.com"), 1)).isEqualTo("10.0.0.3.");
        assertThat(Caller.address("10.0.0.3", List.of(""), 1)).isEqualTo("10.0.0.3.");
        assertThat(Caller.address("10.0.0.3", List.of(), 2)).isEqualTo("10.0.0.3.");
        assertThat(Caller.address(null, List.of(), 1)).isEmpty();
    }

    /** The last is an edge's own address: taken for everybody's, ten people would use up what one may ask for. */
    @Test
    void behindTwoProxiesTheOneBeforeTheLastIsWhoAsks() {
        assertThat(Caller.address("10.0.0.3", List.of("9.9.9.9, 198.51.100.1, 104.22.17.40"), 2)).isEqualTo("198.51.100.1.");
        assertThat(Caller.address("10.0.0.3", List.of("198.51.100.1"), 2)).as("fewer than there should be")
                .isEqualTo("198.51.100.1.");
    }

    @Test
    void aNetworkOfIpv6IsOneCaller() {
        assertThat(Caller.address("2001:db8:1:2::1", List.of(), 1))
                .isEqualTo(Caller.address("2001:db8:1:2:ffff::9", List.of(), 1));
        assertThat(Caller.address("2001:db8:1:2::1", List.of(), 1))
                .isNotEqualTo(Caller.address("2001:db8:1:3::1", List.of(), 1));
    }
}
