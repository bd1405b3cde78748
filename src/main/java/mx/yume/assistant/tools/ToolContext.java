package mx.yume.assistant.tools;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.business.Business;
import mx.yume.business.ServiceId;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;

/**
 * A turn with its messages understood; made once per turn and assistant. Who is asking comes from here, and so does whether they
 * said yes: no argument of a tool can claim either.
 *
 * @param heard the messages in order
 * @param reading what their words say together, the later completing or correcting the earlier
 */
public record ToolContext(CustomerTurn turn, List<Heard> heard, Reading reading) {

    private static final SpanishReader READER = new SpanishReader();

    public ToolContext {
        heard = List.copyOf(heard);
    }

    public static ToolContext of(CustomerTurn turn) {
        var lexicon = Lexicon.of(turn.business(), turn.localNow());
        var hourWanted = turn.progress().activeFlow().filter(flow -> flow.state() == FlowState.COLLECTING_DATETIME
                || flow.state() == FlowState.COLLECTING_NEW_DATETIME).isPresent();
        var heard = turn.messages().stream()
                .map(message -> Heard.of(message, message.answersLast() ? turn.offered() : List.of(), hourWanted, lexicon))
                .toList();
        return new ToolContext(turn, heard,
                heard.stream().map(Heard::reading).reduce(Heard.NOTHING, Heard::together));
    }

    /** The same turn as if only this had been said in it, and nothing offered before it. */
    public ToolContext saying(String words) {
        var at = turn.messages().getLast().receivedAt();
        return of(new CustomerTurn(turn.key(), turn.origin(), turn.business(), turn.person(),
                List.of(new Incoming(InboundKind.TEXT, words, Optional.empty(), at)), List.of(), turn.firstContact(),
                turn.now(),
                turn.progress()));
    }

    /** A piece of what was said, understood by itself. */
    public Reading read(String words) {
        return READER.read(words, Lexicon.of(turn.business(), turn.localNow()));
    }

    /** Whether anything said adds to the services wanted, or takes some away, rather than naming all of them. */
    public boolean amendsServices() {
        return heard.stream().anyMatch(message -> Selection.amends(message, this::read));
    }

    /** The services wanted when these were, and then this was said. */
    public List<ServiceId> servicesAfter(List<ServiceId> now) {
        var services = now;
        for (var message : heard) {
            services = message.tap().isPresent() ? services : Selection.after(services, message, false, this::read);
        }
        return services;
    }

    public Business business() {
        return turn.business();
    }

    public ZoneId zone() {
        return turn.business().location().zone();
    }

    /** The last thing tapped, or chosen by its number or title. */
    public Optional<Tap> tap() {
        return heard.stream().flatMap(message -> message.tap().stream()).reduce((earlier, later) -> later);
    }

    /** Whether a button, a list row, its number or its title was all that came: understood without a model. */
    public boolean onlyTaps() {
        return heard.stream().allMatch(message -> message.tap().isPresent());
    }

    /** Whether anything was written or tapped at all. */
    public boolean wordless() {
        return heard.stream().allMatch(message -> message.message().kind() != InboundKind.CHOICE
                && message.message().body().isBlank());
    }

    /** The starts that the last message offered. */
    public List<Instant> offeredStarts() {
        return turn.offered().stream().map(option -> Tap.parse(option.id()))
                .flatMap(tap -> tap instanceof Tap.OfSlot(var start) ? Stream.of(start.atZone(zone()).toInstant())
                        : Stream.empty())
                .toList();
    }

    /** Whether the customer agreed, by word or by tap, to an errand of this kind; nothing they said later took it back. */
    public boolean saidYes(FlowKind kind) {
        return agreed(kind, Optional.empty());
    }

    /** Whether they agreed to this very summary: made in an earlier turn, so that it was sent, and the last one made. */
    boolean saidYesTo(Draft.Shown shown, FlowKind kind) {
        return turn.progress().abandoned().isEmpty() && !shown.turn().equals(turn.key().turn().value())
                && agreed(kind, Optional.of(shown));
    }

    private boolean agreed(FlowKind kind, Optional<Draft.Shown> shown) {
        var yes = false;
        for (var message : heard) {
            var tapped = message.tap().filter(tap -> tap instanceof Tap.Yes(var in)
                    && (shown.isEmpty() || in.equals(shown.map(Draft.Shown::turn)))).isPresent();
            yes = tapped || message.yesTo(errand(kind)) || (yes && message.leavesYesStanding());
        }
        return yes;
    }

    private static Intent errand(FlowKind kind) {
        return switch (kind) {
            case BOOKING -> Intent.BOOK;
            case MODIFY -> Intent.MOVE;
            case CANCEL -> Intent.CANCEL;
            case WAITLIST -> Intent.WAITLIST;
            default -> throw new IllegalStateException(kind + " asks for no yes of a customer's");
        };
    }
}
