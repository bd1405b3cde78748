package mx.yume.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.bootstrap.app.QuarkusBootstrap;

/**
 * Builds what a native image would be made of, which needs no GraalVM, and reads it. Compiling a native image proves little: what
 * was forgotten here fails only when it runs.
 */
class NativeConfigurationIT {

    /** Records that no reflection reaches, by name, each under its reason. */
    private static final Path NEVER_SERIALIZED = Path.of("src/test/resources/native/never-serialized.txt");

    private static final JavaClasses OWN = new ClassFileImporter().importPath("target/classes/mx/yume");

    @TempDir
    static Path target;

    private static final List<Pattern> INCLUDED = new ArrayList<>();

    private static JsonNode reflection;
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
            mapper.readTree(jar.getInputStream(jar.getEntry("META-INF/native-image/resource-config.json"))).path("resources")
                    .findValuesAsText("pattern").forEach(pattern -> INCLUDED.add(Pattern.compile(pattern)));
        }
        arguments = Files.readString(sources.resolve("native-image.args"));
    }

    @Test
    void everyRecordIsReachableByReflectionOrNeverSerialized() throws IOException {
        var forgotten = records();
        forgotten.removeAll(registered());
        forgotten.removeAll(neverSerialized());
        assertThat(forgotten).as("neither @RegisterForReflection nor in " + NEVER_SERIALIZED).isEmpty();
    }

    @Test
    void theListOfExceptionsHasNoDeadNames() throws IOException {
        var dead = neverSerialized();
        dead.removeAll(records());
        assertThat(dead).isEmpty();
    }

    /** A record that goes out as JSON takes along what it is made of. */
    @Test
    void noRegisteredRecordIsMadeOfOneThatIsNeverSerialized() throws IOException {
        var registered = registered();
        var never = neverSerialized();
        var torn = own().filter(type -> registered.contains(type.getName()) && isRecord(type))
                .flatMap(type -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                        .filter(part -> never.contains(part.getName()))
                        .map(part -> type.getName() + " holds " + part.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(torn).isEmpty();
    }

    /** Whoever is told to Jackson by an annotation is read by reflection, record or not. */
    @Test
    void whatJacksonIsToldAboutIsReachableByReflection() {
        var forgotten = own().filter(NativeConfigurationIT::isToldToJackson).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(forgotten).as("types with annotations of Jackson").isNotEmpty();
        forgotten.removeAll(registered());
        assertThat(forgotten).isEmpty();
    }

    /** Every migration, prompt, template, and what the pages load. */
    @ParameterizedTest
    @ValueSource(strings = {"db", "prompts", "templates", "META-INF/resources"})
    void whatIsReadAtRunTimeIsIncluded(String folder) throws IOException {
        var root = Path.of("src/main/resources");
        try (var files = Files.walk(root.resolve(folder))) {
            var names = files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(NativeConfigurationIT::assertIncluded);
        }
    }

    /** What comes in jars, and is read by a name. */
    @ParameterizedTest
    @ValueSource(strings = {"postgres-linux-x86_64.txz", "sh/detect_linux_distribution.sh",
            "com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_MX",
            "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"})
    void whatLibrariesReadAtRunTimeIsIncluded(String resource) {
        assertIncluded(resource);
        assertThat(Thread.currentThread().getContextClassLoader().getResource(resource)).as(resource).isNotNull();
    }

    private static void assertIncluded(String resource) {
        var included = INCLUDED.stream().anyMatch(pattern -> pattern.matcher(resource).matches());
        assertThat(included).as(resource).isTrue();
    }

    @Test
    void mexicanSpanishIsAmongTheLocales() {
        assertThat(arguments).containsPattern("-H:IncludeLocales=\\S*es-MX");
    }

    /** All zones are in an image unless somebody takes them out; hours at the border depend on them. */
    @Test
    void noOptionTakesAwayTimeZones() {
        assertThat(arguments).isNotBlank().doesNotContain("TimeZones");
    }

    private static Set<String> registered() {
        var registered = new TreeSet<String>();
        reflection.forEach(entry -> registered.add(entry.path("name").asText()));
        return registered;
    }

    private static Set<String> records() {
        return own().filter(NativeConfigurationIT::isRecord).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> own() {
        return OWN.stream();
    }

    private static boolean isRecord(JavaClass type) {
        return type.getRawSuperclass().filter(parent -> parent.getName().equals("java.lang.Record")).isPresent();
    }

    private static boolean isToldToJackson(JavaClass type) {
        return Stream
                .concat(type.getAnnotations().stream(),
                        type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()))
                .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith("com.fasterxml.jackson"));
    }

    private static Set<String> neverSerialized() throws IOException {
        return Files.readAllLines(NEVER_SERIALIZED).stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toCollection(TreeSet::new));
    }
}
