package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.customers.Customers;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.waitlist.Offer;
import mx.yume.scheduling.waitlist.OfferFact;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/**
 * Tells whoever waited that a time is held for them: their time to answer begins with it, so what is freed at night is held until
 * the morning. Whoever cannot be told is passed over, and the next in line is asked. Nothing is told of an offer that was answered
 * or ran out before this was its turn.
 */
@ApplicationScoped
class WaitlistNotices implements JobHandler {

    private final Businesses businesses;
    private final Waitlist waitlist;
    private final Customers customers;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final OutboxConfig quiet;
    private final Jobs jobs;
    private final NoticeTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    WaitlistNotices(Businesses businesses, Waitlist waitlist, Customers customers, Correspondents correspondents,
            Outbox outbox, OutboxConfig quiet, Jobs jobs, NoticeTexts texts, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.waitlist = waitlist;
        this.customers = customers;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.quiet = quiet;
        this.jobs = jobs;
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
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> waitlist.offered(connection, business, offer).map(Optional::orElseThrow)
                        .chain(entry -> tell(connection, job, business, entry)));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, WaitlistEntry entry) {
        var standing = entry.offer().filter(offer -> offer.stands(clock.instant()));
        var zone = business.location(entry.location()).orElseGet(business::location).zone();
        return standing.map(offer -> quiet.quietUntil(clock.instant(), zone)
                .map(morning -> inTheMorning(connection, job, business, entry, morning))
                .orElseGet(() -> now(connection, job, business, entry, zone)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** It is held for them until they can be told, unless it would begin too soon by then. */
    private Uni<Void> inTheMorning(SqlConnection connection, Job job, Business business, WaitlistEntry entry,
            Instant morning) {
        return waitlist.postponed(connection, business, entry, morning).chain(held -> held
                ? jobs.add(connection, job.organization(), job.kind(), job.payload(), job.origin(), morning)
                : waitlist.unreachable(connection, business, entry));
    }

    private Uni<Void> now(SqlConnection connection, Job job, Business business, WaitlistEntry entry, ZoneId zone) {
        return customers.person(connection, business.id(), entry.customer())
                .chain(person -> correspondents.addressable(connection, business.id(), entry.customer(), person.phone(),
                        job.origin()))
                .chain(conversations -> conversations.isEmpty() ? waitlist.unreachable(connection, business, entry)
                        : waitlist.told(connection, business, entry.offer().orElseThrow())
                                .chain(offer -> outbox.write(connection, business.id(), conversations.stream()
                                        .map(conversation -> letter(job, business, offer, conversation, zone)).toList())));
    }

    private Letter letter(Job job, Business business, Offer offer, ConversationId conversation, ZoneId zone) {
        var services = SpanishLists.all(offer.parts().stream()
                .flatMap(part -> business.service(part.service()).stream()).map(Service::name).toList());
        var staff = SpanishLists.all(offer.parts().stream().flatMap(part -> part.staff().stream())
                .flatMap(member -> business.staffMember(member).stream()).map(StaffMember::name).distinct().toList());
        var when = SpanishDates.dateTime(offer.start());
        var left = left(Duration.between(clock.instant(), offer.expires()));
        var answers = List.of(NoticeOptions.accept(offer.id()), NoticeOptions.decline(offer.id()));
        var content = new Buttons(texts.offered(services, when, staff, left),
                List.of(new Option(answers.get(0), texts.take()), new Option(answers.get(1), texts.letPass())));
        return Letter.notice(conversation, "%s:%s:%s".formatted(job.kind(), offer.id(), conversation), content)
                .or(NoticeTemplates.freed(business, services, when, staff, left, answers)).until(offer.expires())
                .quietIn(zone);
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
