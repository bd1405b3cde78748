package mx.yume.scheduling;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record AppointmentId(UUID value) {

    public static AppointmentId next() {
        return new AppointmentId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
