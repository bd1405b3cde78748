package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Production does not start half set up: it says which variable is wrong, and leaves. */
class StartRefusedIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PUBLIC_URL,''", "YUME_SECRET,''", "YUME_SECRET,tooshort", "DATABASE_URL,mysql://somewhere"})
    void aMissingOrMalformedVariableIsNamed(String name, String value) throws Exception {
        try (var yume = PackagedYume.launch(folder, Map.of(name, value))) {
            assertThat(yume.exitCode()).isEqualTo(1);
            assertThat(yume.output()).startsWith("Yume cannot start. ").contains(name).doesNotContain("Exception", "\tat ");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aSuperuserIsRefusedBecauseTenantsWouldNotBeKeptApart() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var yume = PackagedYume.launch(folder,
                        Map.of("DATABASE_URL", "postgres://postgres:any@127.0.0.1:" + postgres.getPort() + "/postgres"))) {
            assertThat(yume.exitCode()).isEqualTo(1);
            assertThat(yume.output()).contains("Yume cannot start.", "\"postgres\"", "create role yume", "nosuperuser")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() throws Exception {
        var nobody = PackagedYume.freePort();
        try (var yume = PackagedYume.launch(folder,
                Map.of("DATABASE_URL", "postgres://yume:hush@127.0.0.1:" + nobody + "/yume"))) {
            assertThat(yume.exitCode()).isEqualTo(1);
            assertThat(yume.output()).startsWith("Yume cannot start. ").contains("DATABASE_URL", Integer.toString(nobody))
                    .doesNotContain("hush", "\tat ");
        }
    }

    @Test
    void aSecondYumeOnTheSameDataStopsWithASentence() throws Exception {
        try (var first = PackagedYume.launch(folder, Map.of()).untilReady();
                var second = PackagedYume.launch(folder, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("Another Yume is running on the data folder");
            assertThat(first.status("/q/health/ready")).isEqualTo(200);
        }
    }
}
