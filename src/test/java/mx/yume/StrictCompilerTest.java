package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;

/** The canary: a planted violation must be found by the very plugin and flags of pom.xml, or the strict build proves nothing. */
class StrictCompilerTest {

    private static final String PLANTED = """
            package planted;

            @org.jspecify.annotations.NullMarked
            class Planted {
                static int length(@org.jspecify.annotations.Nullable String text) {
                    return text.length();
                }
            }
            """;
    private static final Pattern PLUGIN = Pattern.compile("<arg>(-Xplugin:ErrorProne[^<]*)</arg>");

    @TempDir
    Path folder;

    @Test
    void aDereferencedNullableStopsTheBuild() throws Exception {
        assertThat(compile(PLANTED)).contains("[NullAway]", "dereferenced expression 'text' is @Nullable");
    }

    @Test
    void theSameCodeWithTheNullHandledPasses() throws Exception {
        assertThat(compile(PLANTED.replace("return text.length()", "return text == null ? 0 : text.length()"))).isEmpty();
    }

    private String compile(String source) throws Exception {
        var file = Files.writeString(folder.resolve("Planted.java"), source);
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        Files.readAllLines(Path.of(".mvn/jvm.config")).stream().filter(line -> line.startsWith("--add-"))
                .forEach(line -> command.add("-J" + line));
        command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true",
                plugin(), "-processorpath", processors(), "-classpath", System.getProperty("java.class.path"), "-proc:none",
                "-d", folder.toString(), file.toString()));
        var log = folder.resolve("log").toFile();
        var compiler = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var output = Files.readString(log.toPath());
        assertThat(compiler.exitValue()).as(output).isEqualTo(output.isEmpty() ? 0 : 1);
        return output;
    }

    private static String plugin() throws IOException {
        var plugin = PLUGIN.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(plugin.find()).isTrue();
        return plugin.group(1);
    }

    private static String processors() throws BootstrapMavenException {
        var maven = MavenArtifactResolver.builder().setWorkspaceDiscovery(false).build();
        return List.of("com.google.errorprone:error_prone_core:" + System.getProperty("error-prone.version"),
                "com.uber.nullaway:nullaway:" + System.getProperty("nullaway.version")).stream()
                .flatMap(processor -> filesOf(maven, processor)).map(File::getPath).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<File> filesOf(MavenArtifactResolver maven, String processor) {
        try {
            return maven.resolveDependencies(new DefaultArtifact(processor), List.of()).getArtifactResults().stream()
                    .map(result -> result.getArtifact().getFile());
        } catch (BootstrapMavenException unresolved) {
            throw new IllegalStateException(unresolved);
        }
    }
}
