package mx.yume.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import mx.yume.conversations.Story.Mode;
import mx.yume.testing.PlainYume;
import mx.yume.testing.ScriptedModel;

/**
 * Plays every file of src/test/resources/conversations with the guided assistant, with the model assistant, and with both by
 * turns, either first. One file alone: CONVERSATION=reserva-en-una-frase in the environment (a part of its name, or a pattern).
 */
class ConversationsTest {

    private static final Path FOLDER = folder();
    /** Raised with every file that is added. */
    private static final int FILES = 147;
    private static final Pattern ONLY = Pattern.compile(System.getenv().getOrDefault("CONVERSATION", ""));

    private static final ScriptedModel MODEL = ScriptedModel.start();
    private final PlainYume guided = PlainYume.shared();
    private final PlainYume withModel = guided.with(MODEL);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void noFileIsLost() {
        assertThat(stories()).hasSizeGreaterThanOrEqualTo(FILES);
    }

    @TestFactory
    Stream<DynamicContainer> conversationsEndAsTheirFilesSay() {
        return stories().stream().filter(story -> ONLY.matcher(story.name()).find()).map(this::performances);
    }

    private DynamicContainer performances(Story story) {
        return DynamicContainer.dynamicContainer(story.name() + ": " + story.title(),
                Arrays.stream(Mode.values()).filter(mode -> !story.without().containsKey(mode))
                        .map(mode -> DynamicTest.dynamicTest(mode.spanish(),
                                () -> new Performance(guided, withModel, MODEL, story, mode).play())));
    }

    private static List<Story> stories() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().map(ConversationsTest::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Story read(Path file) {
        try {
            var name = FOLDER.relativize(file).toString();
            return StoryReader.read(name.substring(0, name.length() - ".txt".length()), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ConversationsTest.class.getResource("/conversations")).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
