package mx.yume.notifications;

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
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;

/**
 * What follows a visit: how it was, another one for whoever did not come, and a dispute for the owner to decide. Once each, and
 * only where WhatsApp's window of 24 hours is open. Nothing of what was corrected, rated or closed meanwhile.
 */
@ApplicationScoped
class VisitNotices implements JobHandler {

    private final Businesses businesses;
    private final Agenda agenda;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final Database database;
    private final NoticeTexts texts;
    private final ObjectMapper json;

    VisitNotices(Businesses businesses, Agenda agenda, Correspondents correspondents, Outbox outbox, Database database,
            NoticeTexts texts, ObjectMapper json) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.database = database;
        this.texts = texts;
        this.json = json;
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
                        .map(content -> job.kind().equals(AppointmentFact.DISPUTED)
                                ? toOwners(connection, job, business, visit, content)
                                : toCustomer(connection, job, visit, content))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> toCustomer(SqlConnection connection, Job job, Appointment visit, OutboundContent content) {
        return visit.customer()
                .map(customer -> correspondents.reachable(connection, job.organization(), customer, job.origin())
                        .chain(found -> write(connection, job.organization(), job, visit, found, content)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** In their chat with the business; in the one with Yume where they do not write to the business themselves. */
    private Uni<Void> toOwners(SqlConnection connection, Job job, Business business, Appointment visit,
            OutboundContent content) {
        var owners = business.staff().stream().filter(member -> member.permission() == Permission.OWNER)
                .map(StaffMember::phone).flatMap(Optional::stream).toList();
        return correspondents.reachable(connection, business.id(), owners, job.origin()).chain(here -> here.isEmpty()
                ? database.lending(connection, business.id(), OrganizationId.YUME,
                        () -> correspondents.reachable(connection, OrganizationId.YUME, owners, job.origin())
                                .chain(there -> write(connection, OrganizationId.YUME, job, visit, there, content)))
                : write(connection, business.id(), job, visit, here, content));
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

    private Uni<Void> write(SqlConnection connection, OrganizationId where, Job job, Appointment visit,
            List<ConversationId> conversations, OutboundContent content) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var conversation : conversations) {
            var letter = new Letter(conversation, Optional.empty(), purpose(job, visit, conversation), content);
            written = written.chain(() -> outbox.write(connection, where, letter));
        }
        return written;
    }

    /** A visit is asked about once, however often it was corrected; disputes and what came of them are told each time. */
    private String purpose(Job job, Appointment visit, ConversationId conversation) {
        var once = job.kind().equals(AppointmentFact.COMPLETED) || job.kind().equals(AppointmentFact.NO_SHOW);
        return once ? "%s:%s:%s".formatted(job.kind(), visit.id(), conversation)
                : "%s:%s:%d:%s".formatted(job.kind(), visit.id(), read(job.payload()).version(), conversation);
    }

    private AppointmentFact read(String payload) {
        try {
            return json.readValue(payload, AppointmentFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
