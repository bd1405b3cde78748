package mx.yume.business;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record BreakId(UUID value) {

    public static BreakId next() {
        return new BreakId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
