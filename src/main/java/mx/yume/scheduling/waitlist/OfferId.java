package mx.yume.scheduling.waitlist;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record OfferId(UUID value) {

    public static OfferId next() {
        return new OfferId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
