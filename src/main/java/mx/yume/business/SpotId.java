package mx.yume.business;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record SpotId(UUID value) {

    public static SpotId next() {
        return new SpotId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
