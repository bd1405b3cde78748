package mx.yume.business.numbers.signup;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The next step of a try is to be taken; payload of the job. A try that was begun anew has another id, and the old one ends. */
@RegisterForReflection
record SignupRequest(UUID signup) {

    static final String KIND = "signup.asked";
}
