package mx.yume.scheduling.waitlist;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record EntryId(UUID value) {

    public static EntryId next() {
        return new EntryId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
