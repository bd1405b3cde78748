package mx.yume.business.team;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something happened with somebody of the team; payload of the jobs that tell it. */
@RegisterForReflection
public record StaffFact(UUID staff) {

    /** They were added, and can be asked to join. */
    public static final String INVITED = "staff.invited";
    /** Somebody wants them to be asked once more. */
    public static final String INVITED_AGAIN = "staff.invited_again";
    /** They have finished their onboarding. */
    public static final String JOINED = "staff.joined";
}
