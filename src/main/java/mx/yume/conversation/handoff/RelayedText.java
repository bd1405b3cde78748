package mx.yume.conversation.handoff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent;

/** What one side wrote, as the other reads it: words as they are, a note in place of what cannot be passed on. */
record RelayedText(HandoffTexts texts) {

    /** Nothing of reactions, which are for whoever wrote the message they react to. */
    Optional<String> of(List<Incoming> messages) {
        var text = messages.stream().map(this::line).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What was written alone: captions too, but no notes. */
    Optional<String> wordsOf(List<Incoming> messages) {
        var text = messages.stream().map(message -> message.body().strip()).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static boolean hasMore(List<Incoming> messages) {
        return messages.stream().anyMatch(message -> switch (message.kind()) {
            case TEXT, CHOICE, REACTION -> false;
            case IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER, LOCATION, CONTACTS, UNKNOWN -> true;
        });
    }

    /** With who wrote it before it, within WhatsApp's bounds. */
    String said(String name, String text) {
        return cut(texts.says(name, text), OutboundContent.MAX_BODY);
    }

    private String line(Incoming message) {
        var words = message.kind() == InboundKind.REACTION ? "" : message.body().strip();
        var note = note(message.kind());
        return note.isEmpty() || words.isEmpty() ? note + words : note + " " + words;
    }

    private String note(InboundKind kind) {
        return switch (kind) {
            case TEXT, CHOICE, REACTION -> "";
            case IMAGE -> texts.photo();
            case AUDIO -> texts.voice();
            case VIDEO -> texts.video();
            case DOCUMENT -> texts.file();
            case STICKER -> texts.sticker();
            case LOCATION -> texts.location();
            case CONTACTS -> texts.contact();
            case UNKNOWN -> texts.something();
        };
    }

    /** Never through a character of two halves. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
