package mx.yume.conversation.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.handoff.PageOutcome.Done;
import mx.yume.conversation.handoff.PageOutcome.NotFound;
import mx.yume.conversation.handoff.PageOutcome.NotYours;
import mx.yume.conversation.handoff.PageOutcome.TakenBy;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * What somebody of the business does about a customer from a page on which they read the whole conversation: takes it, writes, gives it
 * back to Yume. As from their own chat, which {@link StaffSide} is for; nothing is passed on to them, since they read it where they are.
 * Whether they may was asked at the door.
 */
@ApplicationScoped
public class PageSide {

    /** Of one message, in characters: WhatsApp's bound less the name of whoever writes. */
    public static final int LONGEST = 3_000;

    private static final String CUSTOMERS = "select 1 from conversation c where c.organization_id = $1 and c.id = $2 and "
            + Team.NOT_OF_IT;

    private final Database database;
    private final HandoffRows rows;
    private final HandoffLetters letters;
    private final Endings endings;
    private final HandoffTexts texts;
    private final Alarm alarm;
    private final Clock clock;

    PageSide(Database database, HandoffRows rows, HandoffLetters letters, Endings endings, HandoffTexts texts, Alarm alarm,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.letters = letters;
        this.endings = endings;
        this.texts = texts;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Yume is silent from now on, and the customer is told who answers. */
    public Uni<PageOutcome> take(OrganizationId organization, StaffMember member, ConversationId conversation) {
        return within(organization, conversation, connection -> begun(connection, organization, conversation)
                .chain(handoff -> take(connection, member, handoff)));
    }

    /**
     * Writes to the customer, in the name of whoever does.
     *
     * @param once a second call with the same writes nothing
     * @param text at most 3,000 characters; else refused
     */
    public Uni<PageOutcome> write(OrganizationId organization, StaffMember member, ConversationId conversation, UUID once,
            String text) {
        var words = text.strip();
        if (words.isEmpty()) {
            return Uni.createFrom().item(new PageOutcome.NothingWritten());
        }
        if (words.length() > LONGEST) {
            return Uni.createFrom().item(new PageOutcome.TooLong(LONGEST));
        }
        return within(organization, conversation, connection -> rows
                .open(connection, organization, conversation, Optional.empty())
                .chain(open -> open.filter(handoff -> handoff.takenBy(member.id()))
                        .map(handoff -> write(connection, member, handoff, once, words))
                        .orElseGet(() -> Uni.createFrom().item(new NotYours()))));
    }

    /** Yume answers again, and the customer is told. Whoever waited for somebody is told that nobody can now. */
    public Uni<PageOutcome> giveBack(OrganizationId organization, StaffMember member, ConversationId conversation) {
        return within(organization, conversation, connection -> rows
                .open(connection, organization, conversation, Optional.empty())
                .chain(open -> open.map(handoff -> giveBack(connection, member, handoff))
                        .orElseGet(() -> Uni.createFrom().item(new Done()))));
    }

    private Uni<PageOutcome> within(OrganizationId organization, ConversationId conversation,
            Function<SqlConnection, Uni<PageOutcome>> work) {
        return database.inTenant(organization, connection -> connection.preparedQuery(CUSTOMERS)
                .execute(Tuple.of(organization.value(), conversation.value()))
                .chain(found -> found.size() == 0 ? Uni.createFrom().<PageOutcome>item(new NotFound())
                        : work.apply(connection)))
                .invoke(() -> alarm.at(clock.instant()));
    }

    /** The open one; of two who begin at once, the second finds the first's. */
    private Uni<Handoff> begun(SqlConnection connection, OrganizationId organization, ConversationId conversation) {
        return rows.open(connection, organization, conversation, Optional.empty())
                .chain(open -> open.map(handoff -> Uni.createFrom().item(handoff))
                        .orElseGet(() -> rows.insert(connection, organization, HandoffId.next(), conversation, Optional.empty(),
                                AskedBy.STAFF, "", true)
                                .chain(() -> rows.open(connection, organization, conversation, Optional.empty()))
                                .map(Optional::orElseThrow)));
    }

    private Uni<PageOutcome> take(SqlConnection connection, StaffMember member, Handoff handoff) {
        if (handoff.takenBy(member.id())) {
            return Uni.createFrom().item(new Done());
        }
        if (handoff.taker().isPresent()) {
            return Uni.createFrom().item(new TakenBy(handoff.taker().orElseThrow().name()));
        }
        if (windowClosed(handoff)) {
            return rows.end(connection, handoff, EndedBy.STAFF).replaceWith(new PageOutcome.WindowClosed());
        }
        return rows.take(connection, handoff, member.id())
                .chain(() -> rows.toldOfAll(connection, handoff))
                .chain(() -> letters.toCustomer(connection, handoff, "handoff-taken:" + member.id(), texts.here(member.name())))
                .replaceWith(new Done());
    }

    private Uni<PageOutcome> write(SqlConnection connection, StaffMember member, Handoff handoff, UUID once, String words) {
        return windowClosed(handoff) ? Uni.createFrom().item(new PageOutcome.WindowClosed())
                : letters.toCustomer(connection, handoff, "relay:" + once, new RelayedText(texts).said(member.name(), words))
                        .chain(() -> rows.active(connection, handoff)).replaceWith(new Done());
    }

    private Uni<PageOutcome> giveBack(SqlConnection connection, StaffMember member, Handoff handoff) {
        return handoff.taker().isPresent() && !handoff.takenBy(member.id())
                ? Uni.createFrom().item(new TakenBy(handoff.taker().orElseThrow().name()))
                : endings.byStaff(connection, handoff).replaceWith(new Done());
    }

    private boolean windowClosed(Handoff handoff) {
        return Duration.between(handoff.customer().lastWrote(), clock.instant()).compareTo(Correspondents.WINDOW) >= 0;
    }
}
