package mx.yume.conversation.handoff;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record HandoffId(UUID value) {

    public static HandoffId next() {
        return new HandoffId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
