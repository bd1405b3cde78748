package mx.yume.conversation.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.DeliveryReport.State;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundMessage;

/** A provider on a bad day. It knows what it took, which is what people see, and tells of it late, twice and in any order. */
final class UnreliableProvider implements Channel {

    /** What it makes of a request. */
    enum Mood {
        ACCEPTS(true), TOO_MANY_REQUESTS(false), SERVER_ERROR(false), SILENT(false), ANSWER_LOST(true), REPORT_BEFORE_ANSWER(
                true);

        final boolean takes;

        Mood(boolean takes) {
            this.takes = takes;
        }
    }

    /** @param refused by a report later on: the person never saw it */
    record Taken(UUID row, ConversationId conversation, String sid, boolean template, boolean refused) {}

    private final Outbox outbox;
    private final Random random;
    private final Set<ConversationId> closed = new HashSet<>();
    private final Set<UUID> toldClosed = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<DeliveryReport> untold = new ArrayList<>();
    private List<Mood> errors = List.of();
    private int errorsInAHundred;
    private boolean reports = true;
    private int freeTextAgain;

    UnreliableProvider(Outbox outbox, long seed) {
        this.outbox = outbox;
        this.random = new Random(seed);
    }

    UnreliableProvider failing(int inAHundred, Mood... how) {
        errorsInAHundred = inAHundred;
        errors = List.of(how);
        return this;
    }

    UnreliableProvider withoutReports() {
        reports = false;
        return this;
    }

    /** This person's window is closed, whatever Yume believes. */
    synchronized void close(ConversationId conversation) {
        closed.add(conversation);
    }

    @Override
    public ChannelName name() {
        return ChannelName.TWILIO;
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public Optional<String> central() {
        return Optional.empty();
    }

    @Override
    public Uni<Delivery> send(OutboundMessage message) {
        var mood = mood();
        return switch (mood) {
            case TOO_MANY_REQUESTS -> answer(new Delivery.TryAgain("429 too many requests"));
            case SERVER_ERROR -> answer(new Delivery.TryAgain("503 unavailable"));
            case SILENT -> answer(new Delivery.TryAgain("no answer in time", true));
            case ACCEPTS -> answer(take(message));
            case ANSWER_LOST -> {
                take(message);
                unheard(message.id());
                yield answer(new Delivery.TryAgain("no answer in time", true));
            }
            case REPORT_BEFORE_ANSWER -> {
                var answer = take(message);
                yield tell(1 + of(3)).replaceWith(answer);
            }
        };
    }

    private synchronized Mood mood() {
        return errors.isEmpty() || random.nextInt(100) >= errorsInAHundred ? Mood.ACCEPTS
                : errors.get(random.nextInt(errors.size()));
    }

    private static Uni<Delivery> answer(Delivery delivery) {
        return Uni.createFrom().item(delivery);
    }

    /** To whom no window is open, half of what is no template is refused at once, the other half by a report. */
    private synchronized Delivery take(OutboundMessage message) {
        boolean template = message.content() instanceof Templated;
        boolean refused = !template && closed.contains(message.conversation());
        if (refused && toldClosed.contains(message.id())) {
            freeTextAgain++;
        }
        if (refused && random.nextBoolean()) {
            toldClosed.add(message.id());
            return new Delivery.WindowClosed("63016 window closed");
        }
        var sid = "SM" + (taken.size() + 1);
        taken.add(new Taken(message.id(), message.conversation(), sid, template, refused));
        if (reports) {
            report(message.id(), sid, refused);
        }
        return new Delivery.Accepted(sid);
    }

    private void report(UUID row, String sid, boolean refused) {
        untold.add(of(row, sid, State.SENT));
        if (refused) {
            var failed = new DeliveryReport(name(), sid, Optional.of(row), State.FAILED, Optional.of("63016"), true);
            untold.addAll(List.of(failed, failed));
            return;
        }
        untold.add(of(row, sid, State.DELIVERED));
        untold.add(of(row, sid, State.READ));
        untold.add(DeliveryReport.of(name(), sid, Optional.empty(), State.DELIVERED));
    }

    private DeliveryReport of(UUID row, String sid, State state) {
        return DeliveryReport.of(name(), sid, Optional.of(row), state);
    }

    /** Tells so much of what it has not told yet, in any order. */
    Uni<Void> tell(int most) {
        return Multi.createFrom().iterable(next(most)).onItem().transformToUniAndConcatenate(outbox::report).collect().asList()
                .replaceWithVoid();
    }

    private synchronized List<DeliveryReport> next(int most) {
        Collections.shuffle(untold, random);
        var some = untold.subList(0, Math.min(most, untold.size()));
        var next = List.copyOf(some);
        some.clear();
        return next;
    }

    /** The answer was lost, or whoever asked has died before it. */
    synchronized void unheard(UUID row) {
        toldClosed.remove(row);
    }

    synchronized int of(int bound) {
        return random.nextInt(bound);
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    boolean reporting() {
        return reports;
    }

    synchronized int untold() {
        return untold.size();
    }

    /** How often it was given free text of a row after it had answered that no free text is taken. */
    synchronized int freeTextAgain() {
        return freeTextAgain;
    }
}
