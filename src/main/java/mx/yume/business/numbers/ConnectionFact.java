package mx.yume.business.numbers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something happened with the connection of a business's own number; payload of the jobs that tell it.
 *
 * @param provider as the database writes it
 * @param address as the provider names the number
 * @param phone E.164, where it is known
 * @param expires when it ends by itself, if that is what happens
 */
@RegisterForReflection
public record ConnectionFact(String provider, String address, @Nullable String phone, @Nullable Instant expires) {

    /** An owner's own number can be used. */
    public static final String CONNECTED = "connection.connected";
    /** It cannot be used any more until an owner connects it again. */
    public static final String DISCONNECTED = "connection.disconnected";
    /** It will end soon unless an owner connects it again. */
    public static final String EXPIRING = "connection.expiring";
}
