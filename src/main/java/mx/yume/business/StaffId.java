package mx.yume.business;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record StaffId(UUID value) {

    public static StaffId next() {
        return new StaffId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
