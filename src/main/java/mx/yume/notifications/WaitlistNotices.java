package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.waitlist.Offer;
import mx.yume.scheduling.waitlist.OfferFact;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/**
 * Tells whoever waited that a time is held for them, while WhatsApp's window of 24 hours since they last wrote is open: their time
 * to answer begins with it. Whoever cannot be told is passed over, and the next in line is asked. Nothing is told of an offer that
 * was answered or ran out before this was its turn.
 */
@ApplicationScoped
class WaitlistNotices implements JobHandler {

    private final Businesses businesses;
    private final Waitlist waitlist;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final NoticeTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    WaitlistNotices(Businesses businesses, Waitlist waitlist, Correspondents correspondents, Outbox outbox,
            NoticeTexts texts, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.waitlist = waitlist;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(OfferFact.OFFERED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var offer = read(job.payload());
        return businesses.load(job.organization()).map(Optional::orElseThrow)
                .chain(business -> waitlist.offered(business, offer).map(Optional::orElseThrow)
                        .chain(entry -> tell(connection, job, business, entry)));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, WaitlistEntry entry) {
        return entry.offer().filter(offer -> offer.stands(clock.instant())).isEmpty() ? Uni.createFrom().voidItem()
                : correspondents.reachable(connection, business.id(), entry.customer(), job.origin())
                        .chain(conversations -> conversations.isEmpty() ? waitlist.unreachable(connection, business, entry)
                                : waitlist.told(connection, business, entry.offer().orElseThrow())
                                        .chain(offer -> write(connection, job, business, offer, conversations)));
    }

    private Uni<Void> write(SqlConnection connection, Job job, Business business, Offer offer,
            List<ConversationId> conversations) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var conversation : conversations) {
            var purpose = "%s:%s:%s".formatted(job.kind(), offer.id(), conversation);
            var letter = new Letter(conversation, Optional.empty(), purpose, notice(business, offer));
            written = written.chain(() -> outbox.write(connection, business.id(), letter));
        }
        return written;
    }

    private OutboundContent notice(Business business, Offer offer) {
        var services = offer.parts().stream().flatMap(part -> business.service(part.service()).stream()).map(Service::name)
                .toList();
        var staff = offer.parts().stream().flatMap(part -> part.staff().stream())
                .flatMap(member -> business.staffMember(member).stream()).map(StaffMember::name).distinct().toList();
        var body = texts.offered(SpanishLists.all(services), SpanishDates.dateTime(offer.start()), SpanishLists.all(staff),
                left(Duration.between(clock.instant(), offer.expires())));
        return new Buttons(body, List.of(new Option(NoticeOptions.accept(offer.id()), texts.take()),
                new Option(NoticeOptions.decline(offer.id()), texts.letPass())));
    }

    /** In whole minutes, a begun one counted. */
    private static String left(Duration untilItExpires) {
        return SpanishDates
                .duration(Duration.ofMinutes(Math.ceilDiv(untilItExpires.toMillis(), Duration.ofMinutes(1).toMillis())));
    }

    private OfferId read(String payload) {
        try {
            return new OfferId(json.readValue(payload, OfferFact.class).offer());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
