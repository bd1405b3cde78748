package mx.yume.business;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.platform.UuidV7;

@RegisterForReflection
public record LocationId(UUID value) {

    public static LocationId next() {
        return new LocationId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
