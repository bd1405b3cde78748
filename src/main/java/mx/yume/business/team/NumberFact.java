package mx.yume.business.team;

import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody of the team writes from another number now; payload of the job that tells it.
 *
 * @param phone E.164, empty where WhatsApp does not tell it
 * @param followed they are let in with the new one
 */
@RegisterForReflection
public record NumberFact(UUID staff, Optional<String> phone, boolean followed) {

    public static final String CHANGED = "staff.number_changed";
}
