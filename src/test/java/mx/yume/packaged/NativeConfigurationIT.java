package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.bootstrap.app.QuarkusBootstrap;

/**
 * Builds what a native image would be made of, which needs no GraalVM, and reads it. Compiling a native image proves little: what
 * was forgotten here fails only when it runs.
 */
class NativeConfigurationIT {

    /** Records that no reflection reaches, by name, each under its reason. */
    private static final Path NEVER_SERIALIZED = Path.of("src/test/resources/native/never-serialized.txt");

    @TempDir
    static Path target;

    private static JsonNode reflection;
    private static JsonNode resources;
    private static String arguments;

    @BeforeAll
    static void writeTheSourcesOfANativeImage() throws Exception {
        var properties = new Properties();
        properties.setProperty("quarkus.native.enabled", "true");
        properties.setProperty("quarkus.native.sources-only", "true");
        try (var application = QuarkusBootstrap.builder().setApplicationRoot(Path.of("target/classes"))
                .setProjectRoot(Path.of("").toAbsolutePath()).setTargetDirectory(target).setBaseName("yume")
                .setLocalProjectDiscovery(true).setMode(QuarkusBootstrap.Mode.PROD).setBuildSystemProperties(properties).build()
                .bootstrap()) {
            application.createAugmentor().createProductionApplication();
        }
        var sources = target.resolve("native-sources");
        var mapper = new ObjectMapper();
        try (var jar = new JarFile(sources.resolve("yume-runner.jar").toFile())) {
            reflection = mapper.readTree(jar.getInputStream(jar.getEntry("META-INF/native-image/reflect-config.json")));
            resources = mapper.readTree(jar.getInputStream(jar.getEntry("META-INF/native-image/resource-config.json")));
        }
        arguments = Files.readString(sources.resolve("native-image.args"));
    }

    @Test
    void everyRecordIsReachableByReflectionOrNeverSerialized() throws IOException {
        var registered = new TreeSet<String>();
        reflection.forEach(entry -> registered.add(entry.path("name").asText()));
        var forgotten = records();
        forgotten.removeAll(registered);
        forgotten.removeAll(neverSerialized());
        assertThat(forgotten).as("neither @RegisterForReflection nor in " + NEVER_SERIALIZED).isEmpty();
    }

    @Test
    void theListOfExceptionsHasNoDeadNames() throws IOException {
        var dead = neverSerialized();
        dead.removeAll(records());
        assertThat(dead).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db/migration/V1__foundation.sql", "prompts/customer.txt", "templates/simulador/page.html",
            "META-INF/resources/estatico/simulador/simulador.css", "postgres-linux-x86_64.txz",
            "sh/detect_linux_distribution.sh",
            "com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_MX"})
    void whatIsReadAtRunTimeIsIncluded(String resource) {
        var included = resources.path("resources").findValuesAsText("pattern").stream().map(Pattern::compile)
                .anyMatch(pattern -> pattern.matcher(resource).matches());
        assertThat(included).as(resource).isTrue();
    }

    @Test
    void mexicanSpanishIsAmongTheLocales() {
        assertThat(arguments).containsPattern("-H:IncludeLocales=\\S*es-MX");
    }

    private static Set<String> records() {
        return new ClassFileImporter().importPath("target/classes/mx/yume").stream()
                .filter(type -> type.getRawSuperclass().filter(parent -> parent.getName().equals("java.lang.Record"))
                        .isPresent())
                .map(type -> type.getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> neverSerialized() throws IOException {
        return Files.readAllLines(NEVER_SERIALIZED).stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toCollection(TreeSet::new));
    }
}
