package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class DatabaseAddressTest {

    @Test
    void everyPartIsReadAndDecoded() {
        var address = DatabaseAddress.parse("postgres://yu%6De:p%40ss%2Fw+%C3%B1@db.example.mx:6432/yume%20db?sslmode=require");
        assertThat(address.user()).isEqualTo("yume");
        assertThat(address.password()).isEqualTo("p@ss/w+ñ");
        assertThat(address.settings()).containsEntry("quarkus.datasource.username", "yume")
                .containsEntry("quarkus.datasource.password", "p@ss/w+ñ")
                .containsEntry("quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://db.example.mx:6432/yume%20db?sslmode=require")
                .containsEntry("quarkus.datasource.reactive.url", "postgresql://db.example.mx:6432/yume%20db")
                .containsEntry("quarkus.datasource.reactive.postgresql.ssl-mode", "require")
                .containsEntry("quarkus.datasource.reactive.trust-all", "true");
    }

    @ParameterizedTest
    @CsvSource({"postgresql://u:p@h/d,h,5432", "postgres://u:p@h:1/d,h,1", "postgres://u:p@[::1]:5433/d,[::1],5433",
            "postgres://u:a@b:c@h/d,h,5432"})
    void bothSchemesDefaultPortAndIpv6AreUnderstood(String url, String host, int port) {
        var address = DatabaseAddress.parse(url);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.sslMode()).isEqualTo("prefer");
    }

    @Test
    void verifyingModesTrustTheNamedAuthoritiesInBothClients() {
        var settings = DatabaseAddress.parse("postgres://u:p@h/d?sslmode=verify-full&sslrootcert=/etc/ssl/db%20ca.pem")
                .settings();
        assertThat(settings).containsEntry("quarkus.datasource.reactive.trust-certificate-pem.certs", "/etc/ssl/db ca.pem")
                .containsEntry("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS")
                .containsEntry("quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://h:5432/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fssl%2Fdb%20ca.pem")
                .doesNotContainKey("quarkus.datasource.reactive.trust-all");
        assertThat(DatabaseAddress.parse("postgres://u:p@h/d?sslmode=verify-ca&sslrootcert=/ca.pem").settings())
                .containsEntry("quarkus.datasource.reactive.hostname-verification-algorithm", "NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h:5432/d", "mysql://u:secret@h/d", "postgres://h/d", "postgres://u:secret@h",
            "postgres://u:secret@h/", "postgres://u:secret@h:0/d", "postgres://u:secret@h:99999/d", "postgres://u:sec%2ret@h/d",
            "postgres://u:secret@h/d?sslmode=maybe", "postgres://u:secret@h/d?sslmode=verify-full",
            "postgres://u:secret@h/d?options=x", "postgres://u:secret@h/d?sslmode"})
    void whatCannotBeAnAddressIsRefusedAndThePasswordKept(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_URL").hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$word", "pa${word}", "$", "a$$b", "a\\$b", "ends with \\", "${env:HOME}"})
    void passwordsReachTheClientsUnchangedWhateverTheyContain(String password) {
        var settings = new DatabaseAddress("u", password, "h", 1, "d", "disable", java.util.Optional.empty()).settings();
        var config = new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.copyOf(settings), "test", 1)).build();
        assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo(password);
    }

    @Test
    void thePasswordIsNotInTheText() {
        assertThat(DatabaseAddress.parse("postgres://u:secret@h/d").toString()).doesNotContain("secret");
    }
}
