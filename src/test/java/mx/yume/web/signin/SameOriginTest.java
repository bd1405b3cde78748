package mx.yume.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

class SameOriginTest {

    private static final URI PUBLIC = URI.create("https://yume.test");

    @Test
    void formsComeFromThePublicAddressOrFromWhereTheyAreSentTo() {
        assertThat(SameOrigin.allows(PUBLIC, "https://yume.test", "10.0.0.7:8080")).isTrue();
        assertThat(SameOrigin.allows(PUBLIC, "http://localhost:8080", "localhost:8080")).isTrue();
        assertThat(SameOrigin.allows(PUBLIC, null, null)).isTrue();
    }

    @Test
    void formsFromElsewhereAreRefused() {
        assertThat(SameOrigin.allows(PUBLIC, "https://yume.test.example.com", "yume.test")).isFalse();
        assertThat(SameOrigin.allows(PUBLIC, "http://localhost:9090", "localhost:8080")).isFalse();
        assertThat(SameOrigin.allows(PUBLIC, "null", null)).isFalse();
        assertThat(SameOrigin.allows(PUBLIC, "https://yume.test:8443", null)).isFalse();
    }
}
