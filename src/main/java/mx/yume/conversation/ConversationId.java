package mx.yume.conversation;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record ConversationId(UUID value) {

    public static ConversationId next() {
        return new ConversationId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
