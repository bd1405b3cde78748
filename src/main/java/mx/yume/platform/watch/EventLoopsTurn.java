package mx.yume.platform.watch;

import java.time.Duration;
import java.util.ArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Alive is whoever still turns: one event loop that hangs holds up its part of everything, and only a new start helps. What Yume
 * depends on is no part of it, since a new start would not bring that back.
 */
@Liveness
@ApplicationScoped
class EventLoopsTurn implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx;

    EventLoopsTurn(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var turns = new ArrayList<Uni<Void>>();
        ((VertxInternal) vertx).getEventLoopGroup().forEach(loop -> turns.add(Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> emitter.complete(null)))));
        return Uni.join().all(turns).andFailFast().ifNoItem().after(PATIENCE).fail()
                .map(all -> true).onFailure().recoverWithItem(false)
                .map(alive -> HealthCheckResponse.named("event loops").status(alive).build());
    }
}
