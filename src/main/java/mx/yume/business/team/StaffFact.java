package mx.yume.business.team;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something happened with somebody of the team; payload of the jobs that tell it. */
@RegisterForReflection
public record StaffFact(UUID staff) {

    /** They have finished their onboarding. */
    public static final String JOINED = "staff.joined";
}
