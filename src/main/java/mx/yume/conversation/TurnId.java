package mx.yume.conversation;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record TurnId(UUID value) {

    public static TurnId next() {
        return new TurnId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
