package mx.yume.conversation.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Capability;
import mx.yume.business.Permission;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Memory;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;
import mx.yume.conversation.handoff.Colleagues.Reached;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * What somebody of the business does about customers who want a person: takes one, writes to them, ends it. Everything happens in
 * the last transaction of their turn, whose conversation may be Yume's own: each method is given its connection as announced for
 * the conversation, and works for the business.
 */
@ApplicationScoped
public class StaffSide {

    private final Database database;
    private final HandoffRows rows;
    private final HandoffLetters letters;
    private final Endings endings;
    private final Relaying relaying;
    private final Memory memory;
    private final HandoffMessages messages;
    private final HandoffTexts texts;

    StaffSide(Database database, HandoffRows rows, HandoffLetters letters, Endings endings, Relaying relaying, Memory memory,
            HandoffMessages messages, HandoffTexts texts) {
        this.database = database;
        this.rows = rows;
        this.letters = letters;
        this.endings = endings;
        this.relaying = relaying;
        this.memory = memory;
        this.messages = messages;
        this.texts = texts;
    }

    /** A handoff may have ended on its other side since: then whoever answered it goes on with what they were about. */
    public void repair(StaffTurn turn) {
        relaying.end(turn.progress());
    }

    /** Does what was tapped or said about a handoff. */
    public Uni<Reply> decide(SqlConnection connection, StaffTurn turn, HandoffCall call) {
        return forBusiness(connection, turn, () -> switch (call) {
            case HandoffCall.Take _ when !turn.member().permission().may(Capability.RUN_THE_DAY) -> said(texts.notAllowed());
            case HandoffCall.End _ when !turn.member().permission().may(Capability.RUN_THE_DAY) -> said(texts.notAllowed());
            case HandoffCall.Take(var id) -> wanted(connection, turn, id).chain(found -> found
                    .map(handoff -> take(connection, turn, handoff))
                    .orElseGet(() -> said(id.isPresent() ? texts.gone() : texts.nobodyWaits())));
            case HandoffCall.End(var id) -> find(connection, turn, id).chain(found -> found.filter(Handoff::open)
                    .map(handoff -> end(connection, turn, handoff)).orElseGet(() -> said(texts.gone())));
        });
    }

    /**
     * Passes on to the customer what was written, or ends it. Fails with {@link HandoffOver} when it ended since the turn was
     * routed.
     */
    public Uni<Reply> passOn(SqlConnection connection, StaffTurn turn, HandoffId id) {
        return forBusiness(connection, turn, () -> find(connection, turn, id)
                .map(found -> found.filter(handoff -> handoff.open() && handoff.takenBy(turn.member().id()))
                        .orElseThrow(() -> new HandoffOver(id)))
                .chain(handoff -> passOn(connection, turn, handoff)));
    }

    /** Tells whoever is in charge of those who wanted a person while nobody could be told; after the answer of their turn. */
    public Uni<Void> tellOfThoseLeft(SqlConnection connection, StaffTurn turn) {
        var permission = turn.member().permission();
        if (permission != Permission.OWNER && permission != Permission.ADMIN) {
            return Uni.createFrom().voidItem();
        }
        return forBusiness(connection, turn, () -> rows.untold(connection, turn.business().id(), turn.origin().sql())
                .chain(left -> {
                    Uni<Void> told = Uni.createFrom().voidItem();
                    for (var handoff : left) {
                        told = told.chain(() -> tell(connection, turn, handoff));
                    }
                    return told;
                }));
    }

    private Uni<Void> tell(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        var here = List.of(new Reached(turn.member().name(), desk(turn)));
        return memory.last(connection, handoff.organization(), handoff.conversation(), Handoffs.LINES)
                .chain(before -> letters.invite(connection, handoff, here, HandoffLetters.NOTICE,
                        messages.notice(handoff, before, List.of(), true)))
                .chain(() -> rows.told(connection, handoff));
    }

    private Uni<Reply> passOn(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        if (!turn.member().permission().may(Capability.RUN_THE_DAY)) {
            return said(texts.notAllowed());
        }
        var other = HandoffCall.in(turn.messages(), List.of()).filter(call -> elsewhere(call, handoff.id())).isPresent();
        return other ? said(texts.busy(handoff.customer().shown())) : write(connection, turn, handoff);
    }

    private static boolean elsewhere(HandoffCall call, HandoffId id) {
        return switch (call) {
            case HandoffCall.Take(var other) -> other.filter(wanted -> !wanted.equals(id)).isPresent();
            case HandoffCall.End(var other) -> !other.equals(id);
        };
    }

    private Uni<Optional<Handoff>> wanted(SqlConnection connection, StaffTurn turn, Optional<HandoffId> id) {
        return id.isPresent() ? find(connection, turn, id.orElseThrow())
                : rows.waitingLongest(connection, turn.business().id(), turn.origin().sql());
    }

    /** Another business's is not there. */
    private Uni<Optional<Handoff>> find(SqlConnection connection, StaffTurn turn, HandoffId id) {
        return rows.find(connection, turn.business().id(), id)
                .map(found -> found.filter(handoff -> handoff.origin().equals(turn.origin().sql())));
    }

    private Uni<Reply> take(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        if (!handoff.open()) {
            return takeAgain(connection, turn, handoff);
        }
        if (handoff.taker().isPresent() && !handoff.takenBy(turn.member().id())) {
            return said(texts.takenBy(handoff.taker().orElseThrow().name(), handoff.customer().shown()));
        }
        return windowClosed(turn, handoff) ? said(messages.tooLate(handoff)) : taken(connection, turn, handoff);
    }

    private Uni<Reply> taken(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        turn.progress().trace("handoff", "taken by " + turn.member().name(), 0);
        relaying.begin(turn.progress(), handoff.id());
        return rows.take(connection, handoff, turn.member().id(), desk(turn))
                .chain(() -> letters.toCustomer(connection, handoff, "handoff-taken:" + turn.member().id(),
                        texts.here(turn.member().name())))
                .replaceWith(reply(messages.taken(handoff)));
    }

    /** It is over, and somebody goes back to the customer all the same. */
    private Uni<Reply> takeAgain(SqlConnection connection, StaffTurn turn, Handoff over) {
        if (windowClosed(turn, over)) {
            return said(messages.tooLate(over));
        }
        return rows.open(connection, over.organization(), over.conversation(), Optional.empty()).chain(open -> {
            if (open.isPresent()) {
                return take(connection, turn, open.orElseThrow());
            }
            var id = HandoffId.next();
            return rows
                    .insert(connection, over.organization(), id, over.conversation(), Optional.empty(), AskedBy.STAFF, "", true)
                    .chain(() -> rows.find(connection, over.organization(), id)).map(Optional::orElseThrow)
                    .chain(handoff -> taken(connection, turn, handoff));
        });
    }

    private Uni<Reply> write(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        var ending = turn.messages().stream().anyMatch(HandoffWords::staffEnds);
        // What is tapped was offered by Yume and means nothing to the customer.
        var written = turn.messages().stream()
                .filter(message -> message.kind() != InboundKind.CHOICE && !HandoffWords.staffEnds(message)).toList();
        var tapped = turn.messages().stream()
                .anyMatch(message -> message.kind() == InboundKind.CHOICE && !HandoffWords.staffEnds(message));
        var words = new RelayedText(texts).wordsOf(written);
        var relayed = words.map(text -> letters.toCustomer(connection, handoff, "relay:" + turn.key().turn(),
                new RelayedText(texts).said(turn.member().name(), text)).chain(() -> rows.active(connection, handoff)))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return relayed.chain(() -> ending ? end(connection, turn, handoff)
                : tapped ? said(texts.tapped(handoff.customer().shown()))
                        : RelayedText.hasMore(written) ? said(texts.onlyText())
                                : Uni.createFrom().item(new Reply(List.of(), "fixed")));
    }

    private Uni<Reply> end(SqlConnection connection, StaffTurn turn, Handoff handoff) {
        if (handoff.taker().isPresent() && !handoff.takenBy(turn.member().id())) {
            return said(texts.takenBy(handoff.taker().orElseThrow().name(), handoff.customer().shown()));
        }
        var who = handoff.customer().shown();
        turn.progress().trace("handoff", "ended by " + turn.member().name(), 0);
        relaying.end(turn.progress());
        return endings.byStaff(connection, handoff)
                .chain(() -> said(handoff.taker().isPresent() ? texts.endedByYou(who) : texts.declinedByYou(who)));
    }

    private static boolean windowClosed(StaffTurn turn, Handoff handoff) {
        return Duration.between(handoff.customer().lastWrote(), turn.now()).compareTo(Correspondents.WINDOW) >= 0;
    }

    private <T> Uni<T> forBusiness(SqlConnection connection, StaffTurn turn, java.util.function.Supplier<Uni<T>> work) {
        OrganizationId conversations = turn.key().organization();
        return database.lending(connection, conversations, turn.business().id(), work);
    }

    private static Desk desk(StaffTurn turn) {
        return new Desk(turn.key().organization(), turn.key().conversation());
    }

    private static Uni<Reply> said(String text) {
        return Uni.createFrom().item(reply(new Text(text)));
    }

    private static Reply reply(OutboundContent content) {
        return new Reply(List.of(content), "fixed");
    }
}
