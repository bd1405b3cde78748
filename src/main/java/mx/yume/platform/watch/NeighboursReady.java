package mx.yume.platform.watch;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how those outside are doing. Yume is ready without them: messages wait, and the guided assistant answers. */
@Readiness
@ApplicationScoped
class NeighboursReady implements HealthCheck {

    private final Neighbours neighbours;

    NeighboursReady(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("neighbours").up();
        neighbours.all().forEach(one -> answer.withData(one.name(), one.state().name().toLowerCase(Locale.ROOT)));
        return answer.build();
    }
}
