package mx.yume.conversations;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.conversation.InboundKind;
import mx.yume.conversations.Story.Entry;
import mx.yume.conversations.Story.Happens;
import mx.yume.conversations.Story.Mode;
import mx.yume.conversations.Story.Says;
import mx.yume.conversations.Story.Scene;

/** Reads a file as src/test/resources/conversations/LEEME.md describes it; whatever it does not know is an error. */
final class StoryReader {

    private static final Pattern SAYS = Pattern.compile("(\\p{Lu}[\\p{L}-]*)(…)?(?: a ([^:]+))?: (.*)");
    private static final Pattern HAPPENS = Pattern.compile("\\((.*?)(?:: (.*))?\\)");
    private static final Pattern ENTRY = Pattern.compile("\\s+([^:{}]+?)(?:: (.*))?");
    private static final Pattern SENDS = Pattern.compile("\\[(\\p{L}[\\p{L} ]*?)(?:: ([^\\]]+))?\\] ?(.*)");
    private static final Map<String, InboundKind> KINDS = Map.ofEntries(Map.entry("nota de voz", InboundKind.AUDIO),
            Map.entry("foto", InboundKind.IMAGE), Map.entry("video", InboundKind.VIDEO),
            Map.entry("documento", InboundKind.DOCUMENT), Map.entry("sticker", InboundKind.STICKER),
            Map.entry("ubicación", InboundKind.LOCATION), Map.entry("contacto", InboundKind.CONTACTS),
            Map.entry("reacción", InboundKind.REACTION), Map.entry("algo raro", InboundKind.UNKNOWN));

    private final String name;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Entry> ending = new ArrayList<>();
    private final Map<Mode, String> without = new EnumMap<>(Mode.class);
    private String title = "";
    private boolean ended;
    private int line;

    private StoryReader(String name) {
        this.name = name;
    }

    static Story read(String name, String text) {
        return new StoryReader(name).all(text);
    }

    private Story all(String text) {
        text.lines().forEach(this::line);
        if (title.isEmpty() || !ended) {
            throw wrong("a story has a title and an \"Al final:\"");
        }
        return new Story(name, title, without, List.copyOf(scenes), List.copyOf(ending));
    }

    private void line(String text) {
        line++;
        if (text.isBlank() || text.startsWith("--")) {
            return;
        }
        if (title.isEmpty()) {
            title = text.replaceFirst("^# ", "").strip();
        } else if (text.equals("Al final:")) {
            ended = true;
        } else if (text.startsWith(" ")) {
            entry(text);
        } else if (text.startsWith("(")) {
            happens(match(HAPPENS, text));
        } else {
            says(match(SAYS, text));
        }
    }

    private void entry(String text) {
        var found = match(ENTRY, text);
        var entry = new Entry(line, found.group(1), Optional.ofNullable(found.group(2)).orElse("").strip());
        if (ended) {
            ending.add(entry);
        } else if (scenes.isEmpty() || !(scenes.getLast() instanceof Says said)) {
            throw wrong("nobody has said anything yet");
        } else {
            said.expected().add(entry);
        }
    }

    private void happens(Matcher found) {
        var details = Optional.ofNullable(found.group(2)).orElse("");
        switch (found.group(1)) {
            case "solo guiada" -> leaveOut(details, Mode.MODEL, Mode.MODEL_FIRST, Mode.GUIDED_FIRST);
            case "solo modelo" -> leaveOut(details, Mode.GUIDED, Mode.MODEL_FIRST, Mode.GUIDED_FIRST);
            case "sin alternar" -> leaveOut(details, Mode.MODEL_FIRST, Mode.GUIDED_FIRST);
            default -> scenes.add(new Happens(line, found.group(1), details));
        }
    }

    private void leaveOut(String reason, Mode... modes) {
        if (reason.isBlank()) {
            throw wrong("a mode is left out for a reason");
        }
        for (var mode : modes) {
            without.put(mode, reason);
        }
    }

    private void says(Matcher found) {
        var sent = SENDS.matcher(found.group(4));
        boolean special = sent.matches();
        boolean tap = special && sent.group(1).equalsIgnoreCase("toca");
        var kind = !special ? InboundKind.TEXT : tap ? InboundKind.CHOICE : kind(sent.group(1));
        var body = !special ? found.group(4).replace("\\n", "\n") : tap ? sent.group(2) : sent.group(3);
        scenes.add(new Says(line, found.group(1), Optional.ofNullable(found.group(3)), kind, body, tap,
                found.group(2) != null, new ArrayList<>()));
    }

    private InboundKind kind(String words) {
        var kind = KINDS.get(words);
        if (kind == null) {
            throw wrong("nobody can send \"" + words + "\"");
        }
        return kind;
    }

    private Matcher match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw wrong("this is neither said nor does it happen: " + text);
        }
        return matcher;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(name + ", line " + line + ": " + why);
    }
}
