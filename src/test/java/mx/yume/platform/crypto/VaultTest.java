package mx.yume.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;

import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class VaultTest {

    private static final String COLUMN = "whatsapp_connection.token";
    private static final String TOKEN = "EAAB-secreto-ñ";
    private static final String OTHER_SECRET = "b3RyYS1jbGF2ZS1kZS0zMi1ieXRlcy1kZS1sYXJnbyE=";

    private final Vault vault = vault(Map.of());

    @Test
    void whatWasSealedIsReadBackAndIsNotThereInClear() {
        var sealed = vault.seal(SalonLupita.ID, COLUMN, TOKEN);
        assertThat(vault.open(SalonLupita.ID, COLUMN, sealed)).isEqualTo(TOKEN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("EAAB", "secreto");
    }

    @Test
    void theSameSecretIsNeverSealedToTheSameBytes() {
        var seen = new HashSet<String>();
        for (int time = 0; time < 100; time++) {
            seen.add(HexFormat.of().formatHex(vault.seal(SalonLupita.ID, COLUMN, TOKEN)));
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void whoeverChangesAByteGetsNothing() {
        var sealed = vault.seal(SalonLupita.ID, COLUMN, TOKEN);
        for (int at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.open(SalonLupita.ID, COLUMN, changed)).as("byte " + at)
                    .isInstanceOf(CannotOpen.class).hasMessageNotContaining(TOKEN);
        }
        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.open(SalonLupita.ID, COLUMN, cut)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void itOpensInItsOwnOrganizationAndColumnAlone() {
        var sealed = vault.seal(SalonLupita.ID, COLUMN, TOKEN);
        assertThatThrownBy(() -> vault.open(OrganizationId.YUME, COLUMN, sealed)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> vault.open(SalonLupita.ID, "whatsapp_connection.pin", sealed)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aNewSecretOpensWhatTheOneBeforeSealedWhileItIsKnown() {
        var sealed = vault.seal(SalonLupita.ID, COLUMN, TOKEN);
        var own = SalonLupita.ID;
        var rotated = vault(Map.of("yume.secret", OTHER_SECRET, "yume.secret-previous", secret()));
        assertThat(rotated.open(own, COLUMN, sealed)).isEqualTo(TOKEN);
        var forgotten = vault(Map.of("yume.secret", OTHER_SECRET));
        assertThatThrownBy(() -> forgotten.open(own, COLUMN, sealed)).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("YUME_SECRET_PREVIOUS");
        assertThat(forgotten.open(own, COLUMN, rotated.seal(own, COLUMN, TOKEN))).isEqualTo(TOKEN);
    }

    private static String secret() {
        return PlainYume.shared().the(YumeConfig.class).secret();
    }

    private static Vault vault(Map<String, String> settings) {
        return PlainYume.shared().with(settings).the(Vault.class);
    }
}
