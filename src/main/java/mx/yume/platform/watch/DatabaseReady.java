package mx.yume.platform.watch;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Ready is whoever reaches the database, with every migration that this Yume knows. A newer Yume may have gone further: while
 * instances are replaced one after the other, the older ones go on.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SchemaVersions versions;

    DatabaseReady(SchemaVersions versions) {
        this.versions = versions;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return versions.applied().ifNoItem().after(PATIENCE).fail().map(this::answer)
                .onFailure().recoverWithItem(failure -> HealthCheckResponse.named("database").down()
                        .withData("reached", false).build());
    }

    private HealthCheckResponse answer(int applied) {
        int known = versions.known();
        return HealthCheckResponse.named("database").status(applied >= known).withData("reached", true)
                .withData("migration", applied).withData("migration known", known).build();
    }
}
