package mx.yume.business.numbers;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What has become of the request for a number; payload of the jobs that tell it.
 *
 * @param provider who gave it, as the database writes it; null while it waits for a person of Yume
 * @param number E.164; null while it waits
 */
@RegisterForReflection
public record NumberFact(UUID conversation, UUID errand, @Nullable String provider, @Nullable String number) {

    /** The business can be written to. */
    public static final String PROVIDED = "number.provided";
    /** No provider gives one by itself: it is on the administrators' list. */
    public static final String DELAYED = "number.delayed";
}
