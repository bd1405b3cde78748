package mx.yume.conversation.handoff;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;
import mx.yume.conversation.handoff.Colleagues.Colleague;
import mx.yume.conversation.handoff.Colleagues.Reached;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.SpanishLists;

/** What a customer writes while a person of the business answers them: it is passed on, and Yume is silent. */
@ApplicationScoped
public class CustomerSide {

    /** Who is there to pass it on to; looked up before the transaction. */
    public record Others(List<Colleague> colleagues) {}

    private final HandoffRows rows;
    private final Colleagues colleagues;
    private final HandoffLetters letters;
    private final Endings endings;
    private final HandoffMessages messages;
    private final HandoffTexts texts;

    CustomerSide(HandoffRows rows, Colleagues colleagues, HandoffLetters letters, Endings endings, HandoffMessages messages,
            HandoffTexts texts) {
        this.rows = rows;
        this.colleagues = colleagues;
        this.letters = letters;
        this.endings = endings;
        this.messages = messages;
        this.texts = texts;
    }

    public Uni<Others> others(OrganizationId organization) {
        return colleagues.of(organization).map(Others::new);
    }

    /** Whether these messages ask for Yume again. */
    public boolean endedBy(List<Incoming> said) {
        return HandoffWords.customerEnds(said);
    }

    /** Whether these messages are for Yume whoever else is there. */
    public static boolean forYume(List<Incoming> said) {
        return HandoffWords.consent(said);
    }

    /**
     * Passes on what was written, in the turn's last transaction, announced for the customer's organization. Fails with
     * {@link HandoffOver} when there is nobody to pass it on to any more.
     */
    public Uni<Reply> passOn(SqlConnection connection, CustomerTurn turn, HandoffId id, Others others) {
        return open(connection, turn, id).chain(handoff -> {
            var text = new RelayedText(texts).of(turn.messages());
            if (text.isEmpty()) {
                return silence();
            }
            return endings.concerned(connection, handoff, others.colleagues())
                    .chain(reached -> write(connection, turn, handoff, reached, text.orElseThrow())
                            .chain(() -> rows.active(connection, handoff))
                            .map(_ -> reply(handoff, reached)));
        });
    }

    /** Ends it at the customer's wish. */
    public Uni<Reply> end(SqlConnection connection, CustomerTurn turn, HandoffId id, Others others) {
        return open(connection, turn, id)
                .chain(handoff -> endings.byCustomer(connection, handoff, others.colleagues()))
                .invoke(() -> turn.progress().trace("handoff", "ended by the customer", 0))
                .replaceWith(new Reply(List.of(new Text(texts.withYumeAgain())), "fixed"));
    }

    private Uni<Handoff> open(SqlConnection connection, CustomerTurn turn, HandoffId id) {
        return rows.find(connection, turn.key().organization(), id)
                .map(found -> found.filter(Handoff::open).orElseThrow(() -> new HandoffOver(id)));
    }

    private Uni<Void> write(SqlConnection connection, CustomerTurn turn, Handoff handoff, List<Reached> reached, String text) {
        var name = handoff.taker().isPresent() ? handoff.customer().shown() : handoff.customer().introduced();
        var body = new RelayedText(texts).said(name, text);
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var one : reached) {
            written = written.chain(() -> letters.toDesk(connection, handoff, one.desk(), "relay:" + turn.key().turn(), body));
        }
        return written.invoke(() -> turn.progress().trace("handoff", "passed on to "
                + reached.stream().map(Reached::name).toList(), 0));
    }

    /** One sentence, the first time; after that it is between the two of them. */
    private Reply reply(Handoff handoff, List<Reached> reached) {
        if (handoff.acknowledged() || handoff.taker().isPresent()) {
            return new Reply(List.of(), "fixed");
        }
        OutboundContent told = reached.isEmpty() ? messages.withBack(handoff.id(), texts.passedOnToNobody())
                : messages.withBack(handoff.id(),
                        texts.passedOn(SpanishLists.all(reached.stream().map(Reached::name).toList())));
        return new Reply(List.of(told), "fixed");
    }

    private static Uni<Reply> silence() {
        return Uni.createFrom().item(new Reply(List.of(), "fixed"));
    }
}
