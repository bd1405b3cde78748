package mx.yume.customers;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
