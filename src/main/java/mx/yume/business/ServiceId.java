package mx.yume.business;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record ServiceId(UUID value) {

    public static ServiceId next() {
        return new ServiceId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
