package mx.yume.whatsapp.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.inbox.ChangedIdentities;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.inbox.InboxUnavailable;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.template.TemplateNews;
import mx.yume.conversation.template.TemplateVerdict;

/** Hands every event of a delivery to where it belongs: those of one sender in their order, those of many side by side. */
@ApplicationScoped
class MetaDelivery {

    private static final Logger LOG = Logger.getLogger(MetaDelivery.class);
    private static final int SIDE_BY_SIDE = 16;
    /** Far more than Meta has fields and kinds of events. */
    private static final int MOST_NAMES = 200;

    private final Inbox inbox;
    private final ChangedIdentities identities;
    private final Outbox outbox;
    private final List<TemplateNews> news;
    private final Set<String> irrelevant = ConcurrentHashMap.newKeySet();

    MetaDelivery(Inbox inbox, ChangedIdentities identities, Outbox outbox, @All List<TemplateNews> news) {
        this.inbox = inbox;
        this.identities = identities;
        this.outbox = outbox;
        this.news = news;
    }

    /** Fails when something could not be stored: then all of it has to be delivered again, and what was stored is not twice. */
    Uni<Void> keep(List<MetaEvent> events) {
        if (events.size() == 1) {
            return keep(events.getFirst());
        }
        var lanes = new LinkedHashMap<String, List<MetaEvent>>();
        events.forEach(event -> lanes.computeIfAbsent(event.lane(), lane -> new ArrayList<>()).add(event));
        return Multi.createFrom().iterable(lanes.values()).onItem().transformToUni(this::inOrder).merge(SIDE_BY_SIDE)
                .onItem().ignoreAsUni();
    }

    private Uni<Void> inOrder(List<MetaEvent> lane) {
        return Multi.createFrom().iterable(lane).onItem().transformToUni(this::keep).concatenate().onItem().ignoreAsUni();
    }

    private Uni<Void> keep(MetaEvent event) {
        return switch (event) {
            case MetaEvent.Said(var message) -> orUnreadable(inbox.accept(message).replaceWithVoid(), message.raw());
            case MetaEvent.Moved(var notice, var change) -> orUnreadable(identities.changed(notice, change), notice.raw());
            case MetaEvent.Progressed(var report) -> outbox.report(report);
            case MetaEvent.Judged(var verdict) -> judged(verdict);
            case MetaEvent.Troubled(var error) -> {
                LOG.warnf("Meta reports error %d of the account or the app, see its error codes", error.code());
                yield Uni.createFrom().voidItem();
            }
            case MetaEvent.Irrelevant(var what) -> irrelevant(what);
            case MetaEvent.Unreadable(var reason, var raw) -> inbox.unreadable(ChannelName.META, reason, raw);
        };
    }

    /** What the database refuses once it refuses always: kept as it came, for a person to look at. */
    private Uni<Void> orUnreadable(Uni<Void> stored, byte[] raw) {
        return stored.onFailure(failure -> !(failure instanceof InboxUnavailable)).recoverWithUni(
                refused -> inbox.unreadable(ChannelName.META, "could not be stored: " + refused.getMessage(), raw));
    }

    private Uni<Void> judged(TemplateVerdict verdict) {
        LOG.infof("Meta says of template %s: %s", verdict.name(), verdict.standing());
        return Multi.createFrom().iterable(news).onItem().transformToUni(each -> each.heard(verdict)).concatenate()
                .onItem().ignoreAsUni();
    }

    /** Said once each: an app that is subscribed to more than it needs is no reason to fill the log. */
    private Uni<Void> irrelevant(String what) {
        if (irrelevant.size() < MOST_NAMES && irrelevant.add(what)) {
            LOG.infof("Meta delivers %s, which Yume has no use for", what);
        }
        return Uni.createFrom().voidItem();
    }
}
