package mx.yume.notifications;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.StaffMember;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.TurnKey;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.Template;
import mx.yume.identity.MagicLink;
import mx.yume.identity.MagicLinks;
import mx.yume.platform.Database;
import mx.yume.platform.Witness;

/**
 * Sends somebody of the staff the link that they asked for. It is a message of its own beside the reply, written in the
 * transaction that makes the link: so it goes out once, whatever becomes of the turn, and the reply, the record of what was done,
 * the trace and a model hold nothing that opens anything. The message itself must carry the link: in the outbox it is readable to
 * whoever reads that table, which is borne since it opens once and for ten minutes only. Then it is taken out there too.
 */
@ApplicationScoped
public class DashboardLinks {

    /** What is looked for there. */
    public enum Shows {
        DAY, NUMBER
    }

    private final MagicLinks links;
    private final Outbox outbox;
    private final Database database;
    private final SpentLinks spent;
    private final DashboardLinkTexts texts;

    DashboardLinks(MagicLinks links, Outbox outbox, Database database, SpentLinks spent, DashboardLinkTexts texts) {
        this.links = links;
        this.outbox = outbox;
        this.database = database;
        this.spent = spent;
        this.texts = texts;
    }

    /**
     * @param turn in which it was asked for; its conversation may be Yume's own
     * @param witness is given when the link expires
     */
    public Uni<Instant> send(Business business, StaffMember member, TurnKey turn, Shows shows, Witness<Instant> witness) {
        return database.inTenant(business.id(), witness,
                connection -> links.issue(connection, business.id(), member.id().value(), page(shows))
                        .call(link -> database.lending(connection, business.id(), turn.organization(),
                                () -> write(connection, turn, shows, link)))
                        .map(MagicLink::expires));
    }

    private static String page(Shows shows) {
        return switch (shows) {
            case DAY -> "/entrar";
            case NUMBER -> "/conectar";
        };
    }

    private Uni<Void> write(SqlConnection connection, TurnKey turn, Shows shows, MagicLink link) {
        var text = switch (shows) {
            case DAY -> texts.day(link.address().toString());
            case NUMBER -> texts.number(link.address().toString());
        };
        var purpose = "magic_link:" + shows + ":" + turn.turn().value();
        return outbox.write(connection, turn.organization(), Letter.notice(turn.conversation(), purpose, new Text(text))
                .or(new Templated(Template.MAGIC_LINK, Map.of("link", link.address().toString()))).until(link.expires())
                .answering())
                .chain(() -> spent.takeOut(connection, turn.organization(), purpose, link.expires()));
    }
}
