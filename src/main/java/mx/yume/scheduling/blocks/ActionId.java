package mx.yume.scheduling.blocks;

import java.util.UUID;

import mx.yume.platform.UuidV7;

/** What somebody blocked in one go, for however many people: it can be undone in one. */
public record ActionId(UUID value) {

    public static ActionId next() {
        return new ActionId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
