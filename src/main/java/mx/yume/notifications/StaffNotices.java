package mx.yume.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
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
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.customers.Customers;
import mx.yume.customers.Person;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentFact.By;
import mx.yume.scheduling.AppointmentId;

/**
 * Tells owners and the staff member at once of what customers book, move and cancel; what the business itself changes, the staff
 * members whose day it changes, but not the one who did it, and the customer. Free text reaches a phone only while
 * WhatsApp's window of 24 hours since its owner last wrote is open: whoever has not written in it gets none.
 */
@ApplicationScoped
class StaffNotices implements JobHandler {

    private final Businesses businesses;
    private final Agenda agenda;
    private final Customers customers;
    private final CustomerNotices customerNotices;
    private final Correspondents correspondents;
    private final Outbox outbox;
    private final NoticeTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    StaffNotices(Businesses businesses, Agenda agenda, Customers customers, CustomerNotices customerNotices,
            Correspondents correspondents, Outbox outbox, NoticeTexts texts, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.customers = customers;
        this.customerNotices = customerNotices;
        this.correspondents = correspondents;
        this.outbox = outbox;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AppointmentFact.BOOKED, AppointmentFact.MOVED, AppointmentFact.CANCELLED);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var fact = read(job.payload());
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> agenda.appointment(connection, business, new AppointmentId(fact.appointment()))
                        .map(Optional::orElseThrow)
                        .chain(appointment -> tell(connection, job, fact, business, appointment)));
    }

    /** Nothing for a time already past, and nothing that is no longer so: the later fact tells how it is now. */
    private Uni<Void> tell(SqlConnection connection, Job job, AppointmentFact fact, Business business,
            Appointment appointment) {
        if (appointment.start().toInstant().isBefore(clock.instant()) || appointment.version() != fact.version()) {
            return Uni.createFrom().voidItem();
        }
        return phone(connection, business, appointment).chain(phone -> write(connection, job, fact, business, appointment,
                notice(job.kind(), fact, appointment, phone)))
                .chain(() -> customerNotices.tell(connection, job, fact, business, appointment));
    }

    private Uni<Optional<PhoneNumber>> phone(SqlConnection connection, Business business, Appointment appointment) {
        return appointment.customer().map(id -> customers.person(connection, business.id(), id).map(Person::phone))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> write(SqlConnection connection, Job job, AppointmentFact fact, Business business, Appointment appointment,
            String text) {
        var phones = concerned(business, fact, appointment).stream().flatMap(member -> member.phone().stream()).toList();
        return correspondents.reachable(connection, business.id(), phones, job.origin()).chain(conversations -> {
            Uni<Void> written = Uni.createFrom().voidItem();
            for (var conversation : conversations) {
                var purpose = "%s:%s:%d:%s".formatted(job.kind(), fact.appointment(), fact.version(), conversation);
                var letter = new Letter(conversation, Optional.empty(), purpose, new Text(text));
                written = written.chain(() -> outbox.write(connection, business.id(), letter));
            }
            return written;
        });
    }

    private static List<StaffMember> concerned(Business business, AppointmentFact fact, Appointment appointment) {
        return business.staff().stream().filter(member -> concerns(member, fact, appointment)).toList();
    }

    private static boolean concerns(StaffMember member, AppointmentFact fact, Appointment appointment) {
        boolean has = appointment.parts().stream().anyMatch(part -> part.staff().equals(member.id()));
        boolean had = fact.left() != null && fact.left().contains(member.id().value());
        return byBusiness(fact)
                ? (has || had) && !member.id().value().equals(fact.member())
                : has || had || member.permission() == Permission.OWNER;
    }

    private static boolean byBusiness(AppointmentFact fact) {
        return fact.by() == By.BUSINESS;
    }

    private String notice(String kind, AppointmentFact fact, Appointment appointment, Optional<PhoneNumber> phone) {
        var who = appointment.customerName() + phone.map(number -> ", " + number.e164()).orElse("");
        var service = appointment.serviceName();
        var staff = appointment.staffName();
        var price = appointment.price().toString();
        var when = SpanishDates.dateTime(appointment.start());
        return switch (kind) {
            case AppointmentFact.BOOKED -> texts.booked(who, service, staff, price, when);
            case AppointmentFact.MOVED -> byBusiness(fact)
                    ? texts.movedByBusiness(who, service, staff, price, before(fact, appointment), when)
                    : texts.moved(who, service, staff, price, before(fact, appointment), when);
            case AppointmentFact.CANCELLED -> byBusiness(fact)
                    ? texts.cancelledByBusiness(who, service, staff, price, when)
                    : texts.cancelled(who, service, staff, price, when);
            default -> throw new IllegalArgumentException("No notice for " + kind);
        };
    }

    static String before(AppointmentFact fact, Appointment appointment) {
        Instant before = fact.before();
        ZonedDateTime shown = before == null ? appointment.start() : before.atZone(appointment.start().getZone());
        return SpanishDates.dateTime(shown);
    }

    private AppointmentFact read(String payload) {
        try {
            return json.readValue(payload, AppointmentFact.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }
}
