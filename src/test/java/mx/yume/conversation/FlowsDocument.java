package mx.yume.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The drawings of docs/flows.md, as the transition tables say. Run {@link #main} in the project's folder to write them there. */
final class FlowsDocument {

    static final Path FILE = Path.of("docs", "flows.md");
    static final String FROM = "<!-- drawn from Transitions by FlowsDocument, do not edit -->\n";
    static final String TO = "<!-- end of the drawings -->";

    private FlowsDocument() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, with(Files.readString(FILE), drawings()));
    }

    static String drawings() {
        return Arrays.stream(FlowKind.values()).map(FlowsDocument::drawing).collect(Collectors.joining("\n"));
    }

    /** What the document has between its two marks. */
    static String drawn(String document) {
        return document.substring(document.indexOf(FROM) + FROM.length(), document.indexOf(TO));
    }

    private static String with(String document, String drawings) {
        return document.substring(0, document.indexOf(FROM) + FROM.length()) + drawings
                + document.substring(document.indexOf(TO));
    }

    /** Whatever is inside the frame may follow anything that is; out of it there are only the ways drawn. */
    private static String drawing(FlowKind kind) {
        var table = Transitions.of(kind);
        var text = new StringBuilder("### %s\n\n```mermaid\nstateDiagram-v2\n".formatted(words(kind.name())));
        text.append("    [*] --> initiated\n    initiated --> active\n    state active {\n");
        var steps = table.steps();
        if (steps.size() == 1) {
            text.append("        %s\n".formatted(name(steps.getFirst())));
        }
        for (int at = 1; at < steps.size(); at++) {
            text.append("        %s --> %s\n".formatted(name(steps.get(at - 1)), name(steps.get(at))));
        }
        text.append("    }\n");
        steps.stream().filter(table.before()::contains)
                .forEach(step -> text.append("    %s --> %s\n".formatted(name(step), name(table.done()))));
        for (var end : new FlowState[]{FlowState.DROPPED, FlowState.EXPIRED}) {
            text.append("    initiated --> %1$s\n    active --> %1$s\n".formatted(name(end)));
        }
        return text.append("    %s --> [*]\n```\n".formatted(name(table.done()))).toString();
    }

    private static String name(FlowState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String words(String name) {
        var words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
