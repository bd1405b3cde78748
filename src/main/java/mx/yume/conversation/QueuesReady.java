package mx.yume.conversation;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how late the queues are, in seconds. Late is no reason to send messages elsewhere: the queues are shared. */
@Readiness
@ApplicationScoped
class QueuesReady implements HealthCheck {

    private final QueueLag lag;

    QueuesReady(QueueLag lag) {
        this.lag = lag;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("queues").up();
        lag.seconds().forEach(answer::withData);
        return answer.build();
    }
}
