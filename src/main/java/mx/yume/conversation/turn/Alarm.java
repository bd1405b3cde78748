package mx.yume.conversation.turn;

import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells this instance's own workers when something becomes due, without asking the database: a NOTIFY in each accepting
 * transaction would cost three quarters of the throughput. Other instances poll.
 */
@ApplicationScoped
public class Alarm {

    private final CopyOnWriteArrayList<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();

    /** Something becomes due then, in business time. */
    public void at(Instant due) {
        listeners.forEach(listener -> listener.accept(due));
    }

    public void listen(Consumer<Instant> listener) {
        listeners.add(listener);
    }
}
