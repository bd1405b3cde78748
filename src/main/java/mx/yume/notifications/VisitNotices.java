package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.customers.Customers;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;

/**
 * What follows a visit: how it was, another one for whoever did not come, and a dispute for the owner to decide. Once each, in the
 * morning rather than at night. Customers are asked how it was even where WhatsApp's window of 24 hours is closed; the rest they
 * are told within it alone. Nothing of what was corrected, rated or closed meanwhile.
 */
@ApplicationScoped
class VisitNotices implements JobHandler {

    /** Who is asked later does not remember. */
    private static final Duration WORTH_ASKING = Duration.ofDays(3);

    private final Businesses businesses;
    private final Agenda agenda;
    private final Correspondents correspondents;
    private final Customers customers;
    private final Recipients recipients;
    private final Outbox outbox;
    private final OutboxConfig quiet;
    private final Jobs jobs;
    private final NoticeTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    VisitNotices(Businesses businesses, Agenda agenda, Correspondents correspondents, Customers customers,
            Recipients recipients, Outbox outbox, OutboxConfig quiet, Jobs jobs, NoticeTexts texts, ObjectMapper json,
            Clock clock) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.correspondents = correspondents;
        this.customers = customers;
        this.recipients = recipients;
        this.outbox = outbox;
        this.quiet = quiet;
        this.jobs = jobs;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AppointmentFact.COMPLETED, AppointmentFact.NO_SHOW, AppointmentFact.DISPUTED, AppointmentFact.SETTLED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var id = new AppointmentId(read(job.payload()).appointment());
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow).chain(business -> agenda
                .appointment(connection, business, id).map(Optional::orElseThrow)
                .chain(visit -> content(job.kind(), business, visit)
                        .map(content -> quiet.quietUntil(clock.instant(), visit.start().getZone())
                                .map(morning -> jobs.add(connection, job.organization(), job.kind(), job.payload(),
                                        job.origin(), morning))
                                .orElseGet(() -> tell(connection, job, business, visit, content)))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> tell(SqlConnection connection, Job job, Business business, Appointment visit, OutboundContent content) {
        return switch (job.kind()) {
            case AppointmentFact.DISPUTED -> recipients.tell(connection, business, Recipients.owners(business), job.origin(),
                    (owner, conversation) -> letter(job, visit, conversation, owner.id().toString(), content)
                            .or(NoticeTemplates.toStaff(business, content.body())))
                    .replaceWithVoid();
            case AppointmentFact.COMPLETED -> visit.customer().map(customer -> customers
                    .person(connection, job.organization(), customer)
                    .chain(person -> correspondents.addressable(connection, job.organization(), customer, person.phone(),
                            job.origin()))
                    .chain(found -> write(connection, job, visit, found, content,
                            letter -> letter.or(NoticeTemplates.howWasIt(business, visit))
                                    .until(clock.instant().plus(WORTH_ASKING)))))
                    .orElseGet(() -> Uni.createFrom().voidItem());
            default -> visit.customer()
                    .map(customer -> correspondents.reachable(connection, job.organization(), customer, job.origin())
                            .chain(found -> write(connection, job, visit, found, content, letter -> letter)))
                    .orElseGet(() -> Uni.createFrom().voidItem());
        };
    }

    /** Empty when it is no longer so. */
    private Optional<OutboundContent> content(String kind, Business business, Appointment visit) {
        return switch (kind) {
            case AppointmentFact.COMPLETED -> open(visit, AppointmentStatus.COMPLETED) && visit.aftermath().rating().isEmpty()
                    ? Optional.of(howWasIt(business, visit))
                    : Optional.empty();
            case AppointmentFact.NO_SHOW -> open(visit, AppointmentStatus.NO_SHOW) && !visit.aftermath().disputed()
                    ? Optional.of(missed(visit))
                    : Optional.empty();
            case AppointmentFact.DISPUTED -> open(visit, AppointmentStatus.NO_SHOW) && visit.aftermath().disputed()
                    ? Optional.of(disputed(visit))
                    : Optional.empty();
            case AppointmentFact.SETTLED -> Optional.of(new Text(visit.status() == AppointmentStatus.COMPLETED
                    ? texts.believed(business.publicName(), visit.serviceName(), when(visit))
                    : texts.upheld(business.publicName(), visit.serviceName(), when(visit))));
            default -> throw new IllegalArgumentException("No notice for " + kind);
        };
    }

    private static boolean open(Appointment visit, AppointmentStatus status) {
        return visit.status() == status && !visit.aftermath().closed();
    }

    /** In the order of the stars, so that "4" written out is four of them. */
    private OutboundContent howWasIt(Business business, Appointment visit) {
        return new Choices(texts.askRating(visit.serviceName(), business.publicName()), texts.rate(),
                List.of(stars(visit, 1, texts.one()), stars(visit, 2, texts.two()), stars(visit, 3, texts.three()),
                        stars(visit, 4, texts.four()), stars(visit, 5, texts.five())));
    }

    private static Option stars(Appointment visit, int stars, String title) {
        return new Option(NoticeOptions.rate(visit.id(), stars), title, "⭐".repeat(stars));
    }

    private OutboundContent missed(Appointment visit) {
        return new Buttons(texts.missed(visit.serviceName(), when(visit)),
                List.of(new Option(NoticeOptions.book(visit.service()), texts.bookAgain()),
                        new Option(NoticeOptions.dispute(visit.id()), texts.iCame()),
                        new Option(NoticeOptions.no(), texts.letPass())));
    }

    private OutboundContent disputed(Appointment visit) {
        return new Buttons(texts.disputed(visit.customerName(), visit.serviceName(), visit.staffName(), when(visit)),
                List.of(new Option(NoticeOptions.settle(visit.id(), true), texts.came()),
                        new Option(NoticeOptions.settle(visit.id(), false), texts.didNotCome())));
    }

    private static String when(Appointment visit) {
        return SpanishDates.dateTime(visit.start());
    }

    private Uni<Void> write(SqlConnection connection, Job job, Appointment visit, List<ConversationId> conversations,
            OutboundContent content, UnaryOperator<Letter> more) {
        return outbox.write(connection, job.organization(), conversations.stream()
                .map(each -> more.apply(letter(job, visit, each, each.toString(), content))).toList());
    }

    private Letter letter(Job job, Appointment visit, ConversationId conversation, String whom, OutboundContent content) {
        return Letter.notice(conversation, purpose(job, visit, whom), content).quietIn(visit.start().getZone());
    }

    /** A visit is asked about once, however often it was corrected; disputes and what came of them are told each time. */
    private String purpose(Job job, Appointment visit, String whom) {
        var once = job.kind().equals(AppointmentFact.COMPLETED) || job.kind().equals(AppointmentFact.NO_SHOW);
        return once ? "%s:%s:%s".formatted(job.kind(), visit.id(), whom)
                : "%s:%s:%d:%s".formatted(job.kind(), visit.id(), read(job.payload()).version(), whom);
    }

    private AppointmentFact read(String payload) {
        try {
            return json.readValue(payload, AppointmentFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
