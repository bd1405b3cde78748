package mx.yume.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void whoeverComesFromOutsideIsWhoTheyAreWhateverTheySay() {
        assertThat(Caller.address("203.0.113.7", null)).isEqualTo("203.0.113.7.");
        assertThat(Caller.address("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7.");
    }

    @Test
    void aProxyBesideUsIsBelievedInWhatItAdded() {
        assertThat(Caller.address("127.0.0.1", "1.2.3.4, 198.51.100.1")).isEqualTo("198.51.100.1.");
        assertThat(Caller.address("10.0.0.3", "198.51.100.1")).isEqualTo("198.51.100.1.");
        assertThat(Caller.address("10.0.0.3", "example.com")).isEqualTo("10.0.0.3.");
        assertThat(Caller.address("10.0.0.3", "")).isEqualTo("10.0.0.3.");
        assertThat(Caller.address(null, null)).isEmpty();
    }

    @Test
    void aNetworkOfIpv6IsOneCaller() {
        assertThat(Caller.address("2001:db8:1:2::1", null)).isEqualTo(Caller.address("2001:db8:1:2:ffff::9", null));
        assertThat(Caller.address("2001:db8:1:2::1", null)).isNotEqualTo(Caller.address("2001:db8:1:3::1", null));
    }
}
