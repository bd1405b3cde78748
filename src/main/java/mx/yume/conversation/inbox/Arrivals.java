package mx.yume.conversation.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.inbox.ArrivalRows.Stored;
import mx.yume.conversation.turn.Alarm;

/**
 * Where messages wait for the next commit. While one group is being stored the next one gathers, so the more arrive the larger the
 * groups and the less each costs; one that arrives alone waits for nothing. Nobody is told before the commit that holds their message.
 *
 * <p>
 * What would hold up or spoil a group is tried again alone: a message whose sender somebody else has in hand, and each of a group
 * that the database refused, so that one bad row fails for itself. A sender's messages stay in their order all the same: while any of
 * them is under way, the later ones wait.
 */
@ApplicationScoped
class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    /** Statements under way at once: the next is worked on while the one before waits for the disk. */
    private static final int GROUPS = 2;
    /** Long before this the database is the bottleneck, and a larger group only makes its members wait longer. */
    private static final int LARGEST_GROUP = 64;
    private static final int LARGEST_GROUP_BYTES = 4 << 20;
    private static final int MOST_WAITING = 4096;
    private static final long MOST_WAITING_BYTES = 64 << 20;
    private static final Duration ONE_TRY = Duration.ofSeconds(3);

    private static final String CHECK_VIOLATION = "23514";

    /** Classes of SQLSTATE: the data itself is at fault. */
    private static final Set<String> REFUSED = Set.of("22", "23");
    /** Connections, who may connect, resources, operators, the system: no message is at fault. */
    private static final Set<String> AWAY = Set.of("08", "28", "53", "57", "58");

    private final ArrivalRows rows;
    private final ConversationEvents events;
    private final Alarm alarm;

    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private final Set<String> sendersUnderWay = new HashSet<>();
    private long waitingBytes;
    private int groupsUnderWay;

    Arrivals(ArrivalRows rows, ConversationEvents events, Alarm alarm) {
        this.rows = rows;
        this.events = events;
        this.alarm = alarm;
    }

    /**
     * Takes them in, one after the other and next to each other; returns at once. Their outcomes fail when the database is away or
     * too many wait already, and another try may help.
     */
    void add(List<Arrival> arrivals) {
        if (!queued(arrivals)) {
            var full = new IllegalStateException("Too many messages wait to be stored");
            arrivals.forEach(arrival -> arrival.outcome().completeExceptionally(full));
        }
        start();
    }

    private synchronized boolean queued(List<Arrival> arrivals) {
        long bytes = bytes(arrivals);
        if (!waiting.isEmpty()
                && (waiting.size() + arrivals.size() > MOST_WAITING || waitingBytes + bytes > MOST_WAITING_BYTES)) {
            return false;
        }
        waiting.addAll(arrivals);
        waitingBytes += bytes;
        return true;
    }

    private void start() {
        for (var group = gathered(); !group.isEmpty(); group = gathered()) {
            store(group);
        }
    }

    /** The next group, whose senders are under way from now on; empty when nothing can start. */
    private synchronized List<Arrival> gathered() {
        var group = new ArrayList<Arrival>();
        var held = new ArrayDeque<Arrival>();
        int bytes = 0;
        while (groupsUnderWay < GROUPS && !waiting.isEmpty() && group.size() < LARGEST_GROUP && bytes < LARGEST_GROUP_BYTES) {
            var next = waiting.removeFirst();
            if (sendersUnderWay.contains(next.sender())) {
                held.addFirst(next);
            } else {
                waitingBytes -= next.message().raw().length;
                // Whoever waited for it gave up, and may have come back with it since.
                if (!next.outcome().isDone()) {
                    group.add(next);
                    bytes += next.message().raw().length;
                }
            }
        }
        held.forEach(waiting::addFirst);
        if (!group.isEmpty()) {
            groupsUnderWay++;
            group.forEach(arrival -> sendersUnderWay.add(arrival.sender()));
            // Two groups, of two instances perhaps, lock what they share in the same order. Of one sender the order stays.
            group.sort(Comparator.comparing(Arrival::sender));
        }
        return group;
    }

    private void store(List<Arrival> group) {
        attempt(group, false, stored -> {
            var busy = new ArrayList<Arrival>();
            for (int at = 0; at < group.size(); at++) {
                if (stored.get(at) instanceof Stored.Busy) {
                    busy.add(group.get(at));
                }
            }
            over(group, busy);
            tell(group, stored);
        }, failure -> {
            if (failure instanceof PgException refusal && !AWAY.contains(sqlClass(refusal))) {
                LOG.infof("A group of %d messages is stored one by one: %s", group.size(), refusal.getSqlState());
                over(group, group);
            } else {
                over(group, List.of());
                fail(group, failure);
                fail(drained(), failure);
            }
        });
    }

    /** The group is over: other messages of its senders may start, but for those of whom some are still to be tried alone. */
    private void over(List<Arrival> group, List<Arrival> alone) {
        var lanes = new LinkedHashMap<String, Deque<Arrival>>();
        alone.forEach(arrival -> lanes.computeIfAbsent(arrival.sender(), _ -> new ArrayDeque<>()).add(arrival));
        synchronized (this) {
            groupsUnderWay--;
            group.forEach(arrival -> sendersUnderWay.remove(arrival.sender()));
            sendersUnderWay.addAll(lanes.keySet());
        }
        lanes.values().forEach(this::alone);
        start();
    }

    /** One sender's messages, one after the other. */
    private void alone(Deque<Arrival> lane) {
        var arrival = lane.removeFirst();
        var one = List.of(arrival);
        attempt(one, true, stored -> {
            next(arrival, lane);
            tell(one, stored);
        }, failure -> {
            next(arrival, lane);
            if (refused(failure)) {
                arrival.outcome().complete(new Accepted.Refused("could not be stored: " + failure.getMessage()));
            } else {
                fail(one, failure);
            }
        });
    }

    private void next(Arrival done, Deque<Arrival> lane) {
        if (!lane.isEmpty()) {
            alone(lane);
            return;
        }
        synchronized (this) {
            sendersUnderWay.remove(done.sender());
        }
        start();
    }

    private void attempt(List<Arrival> arrivals, boolean patient, Consumer<List<Stored>> then, Consumer<Throwable> otherwise) {
        Uni.createFrom().deferred(() -> rows.store(arrivals, patient))
                .ifNoItem().after(ONE_TRY).fail().subscribe().with(then, otherwise);
    }

    private void tell(List<Arrival> arrivals, List<Stored> stored) {
        stored.stream().filter(Stored.InConversation.class::isInstance)
                .map(one -> ((Stored.InConversation) one).due().toInstant())
                .distinct().forEach(alarm::at);
        for (int at = 0; at < arrivals.size(); at++) {
            switch (stored.get(at)) {
                case Stored.InConversation(var accepted, var due) -> {
                    events.publish(new ConversationEvent(accepted.organization(), accepted.conversation(),
                            ConversationEvent.Kind.INBOUND));
                    arrivals.get(at).outcome().complete(accepted);
                }
                case Stored.NotAgain(var accepted) -> arrivals.get(at).outcome().complete(accepted);
                case Stored.Busy() -> {
                    // Under way alone.
                }
            }
        }
    }

    /** Whoever waits behind a database that does not answer hears it now: each has its own patience, and comes back. */
    private synchronized List<Arrival> drained() {
        var all = List.copyOf(waiting);
        waiting.clear();
        waitingBytes = 0;
        return all;
    }

    /** Whether another try would end the same way. */
    static boolean refused(Throwable failure) {
        return failure instanceof PgException refusal && REFUSED.contains(sqlClass(refusal)) && !partitionWasMade(failure);
    }

    /**
     * The row was on its way into the default partition when that of its month was made: now it goes there. PostgreSQL says so as of
     * any check that fails, but names no constraint.
     */
    private static boolean partitionWasMade(Throwable failure) {
        return failure instanceof PgException refusal && CHECK_VIOLATION.equals(refusal.getSqlState())
                && refusal.getConstraint() == null;
    }

    private static String sqlClass(PgException failure) {
        return failure.getSqlState() == null ? "" : failure.getSqlState().substring(0, 2);
    }

    private static void fail(List<Arrival> arrivals, Throwable failure) {
        arrivals.forEach(arrival -> arrival.outcome().completeExceptionally(failure));
    }

    private static long bytes(List<Arrival> arrivals) {
        return arrivals.stream().mapToLong(arrival -> arrival.message().raw().length).sum();
    }
}
