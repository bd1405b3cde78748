package mx.yume.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** What GitHub runs for us: nothing of others that can change overnight, no more rights than needed, nothing without an end. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of(".github/workflows");
    private static final Pattern PINNED = Pattern
            .compile("(?m)^\\s*(?:- )?uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$");
    private static final Pattern OURS = Pattern.compile("(?m)^\\s*(?:- )?uses: \\./(\\S+)$");
    private static final Pattern ANY = Pattern.compile("(?m)^.*\\buses:.*$");
    /** Files and folders of the repository that a workflow or script names; what a build makes is none of them. */
    private static final Pattern NAMED = Pattern
            .compile("(?<![\\w/$])((?:\\.ci|src|k8s|docs|ops|deploy)/[\\w./-]*\\w|mvnw|\\.gitleaks\\.toml)");
    private static final Pattern CHECKED = Pattern.compile("(?m)^  sum=[0-9a-f]{64}$");

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void everyActionIsPinnedByItsDigestAndSaysItsVersion() {
        var loose = workflows().flatMap(file -> ANY.matcher(Documents.text(file)).results().map(line -> line.group()))
                .filter(line -> !PINNED.matcher(line).matches() && !OURS.matcher(line).matches()).toList();

        assertThat(workflows().filter(file -> PINNED.matcher(Documents.text(file)).find())).hasSizeGreaterThan(3);
        assertThat(loose).isEmpty();
    }

    /** One digest for one version of one action, everywhere. */
    @Test
    void oneActionHasOneVersion() {
        var used = workflows().flatMap(file -> PINNED.matcher(Documents.text(file)).results())
                .map(found -> found.group().replaceFirst("^.*uses: ", "").strip()).collect(Collectors.toSet());

        assertThat(used.stream().map(line -> line.replaceFirst("@.*", ""))).doesNotHaveDuplicates();
    }

    @Test
    void everyJobSaysWhatItMayAndHowLongItTakesAtMost() {
        var wrong = new ArrayList<String>();
        workflows().forEach(file -> {
            var workflow = read(file);
            assertThat(workflow.path("permissions").isObject() && workflow.path("permissions").isEmpty())
                    .as("a job of " + file + " that says nothing may nothing").isTrue();
            assertThat(workflow.path("jobs").isEmpty()).as(file.toString()).isFalse();
            for (var job : workflow.path("jobs").properties()) {
                complain(job).map(complaint -> file + ", " + job.getKey() + ": " + complaint).forEach(wrong::add);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Stream<String> complain(Entry<String, JsonNode> job) {
        var complaints = new ArrayList<String>();
        var body = job.getValue();
        if (!body.path("permissions").isObject()) {
            complaints.add("no permissions");
        }
        // A workflow that is called has its own.
        if (!body.has("uses") && !body.path("timeout-minutes").isInt()) {
            complaints.add("no end");
        }
        for (var step : body.path("steps")) {
            if (step.path("uses").asText().startsWith("actions/checkout@")
                    && !step.path("with").path("persist-credentials").asText().equals("false")) {
                complaints.add("the token stays in the checkout");
            }
            if (step.path("run").asText().contains("${{")) {
                complaints.add("an expression becomes part of a script: " + step.path("run").asText());
            }
        }
        return complaints.stream();
    }

    @Test
    void whatTheyNameIsThere() throws IOException {
        var named = Stream.concat(workflows(), scripts()).flatMap(file -> NAMED.matcher(Documents.text(file)).results())
                .map(found -> found.group(1)).collect(Collectors.toSet());
        var called = workflows().flatMap(file -> OURS.matcher(Documents.text(file)).results()).map(found -> found.group(1));

        assertThat(named).contains("src/main/docker/Dockerfile.native", "k8s/overlays/production", ".ci/run");
        assertThat(Stream.concat(named.stream(), called).filter(path -> !Files.exists(Path.of(path))).sorted()).isEmpty();
        assertThat(scripts().filter(script -> !Files.isExecutable(script))).isEmpty();
    }

    @Test
    void whatIsFetchedIsChecked() {
        var script = Documents.text(Path.of(".ci/install-tool"));

        assertThat(CHECKED.matcher(script).results().count())
                .isEqualTo(Pattern.compile("(?m)^  url=").matcher(script).results().count()).isPositive();
        assertThat(script).contains("sha256sum --check");
    }

    @Test
    void whatIsPinnedIsKeptFresh() {
        var updates = read(Path.of(".github/dependabot.yml")).path("updates");

        assertThat(updates.findValuesAsText("package-ecosystem")).containsExactlyInAnyOrder("github-actions", "maven",
                "docker");
        assertThat(Set.copyOf(updates.findValuesAsText("directory")).stream()
                .filter(folder -> !Files.exists(Path.of("." + folder))))
                .isEmpty();
    }

    private JsonNode read(Path file) {
        try {
            return yaml.readTree(file.toFile());
        } catch (IOException broken) {
            throw new AssertionError(file + " is no YAML", broken);
        }
    }

    private static Stream<Path> workflows() {
        return files(FOLDER).stream();
    }

    private static Stream<Path> scripts() throws IOException {
        return files(Path.of(".ci")).stream();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
