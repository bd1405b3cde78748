package mx.yume.notifications;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Letter;
import mx.yume.customers.Customers;
import mx.yume.customers.Person;
import mx.yume.notifications.AppointmentNotices.Told;
import mx.yume.notifications.preferences.NoticeChoices;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.notifications.preferences.NoticePreferences;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentFact.By;

/**
 * Tells owners and the staff member of what customers book, move and cancel; what the business itself changes, the staff members
 * whose day it changes, but not the one who did it. Each can mute it.
 */
@ApplicationScoped
class StaffNotices {

    private final Customers customers;
    private final NoticePreferences preferences;
    private final Recipients recipients;
    private final NoticeTexts texts;

    StaffNotices(Customers customers, NoticePreferences preferences, Recipients recipients, NoticeTexts texts) {
        this.customers = customers;
        this.preferences = preferences;
        this.recipients = recipients;
        this.texts = texts;
    }

    Uni<Void> tell(SqlConnection connection, Told told) {
        return preferences.of(connection, told.business().id())
                .chain(choices -> phone(connection, told.business(), told.appointment()).chain(phone -> {
                    var concerned = told.business().staff().stream().filter(member -> concerns(member, told, choices)).toList();
                    var text = notice(told, phone);
                    return recipients.tell(connection, told.business(), concerned, told.job().origin(),
                            (member, conversation) -> letter(told, member, conversation, text));
                }));
    }

    private Uni<Optional<PhoneNumber>> phone(SqlConnection connection, Business business, Appointment appointment) {
        return appointment.customer().map(id -> customers.person(connection, business.id(), id).map(Person::phone))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static boolean concerns(StaffMember member, Told told, NoticeChoices choices) {
        boolean has = told.appointment().parts().stream().anyMatch(part -> part.staff().equals(member.id()));
        boolean had = told.fact().left() != null && told.fact().left().contains(member.id().value());
        boolean concerned = byBusiness(told.fact())
                ? (has || had) && !member.id().value().equals(told.fact().member())
                : has || had || member.permission() == Permission.OWNER;
        return concerned && choices.wants(member, kind(told.kind()));
    }

    private static NoticeKind kind(String fact) {
        return switch (fact) {
            case AppointmentFact.BOOKED -> NoticeKind.NEW_BOOKINGS;
            case AppointmentFact.MOVED -> NoticeKind.MOVES;
            case AppointmentFact.CANCELLED -> NoticeKind.CANCELLATIONS;
            default -> throw new IllegalArgumentException("No notice for " + fact);
        };
    }

    private static Letter letter(Told told, StaffMember member, ConversationId conversation, String text) {
        var appointment = told.appointment();
        var letter = Letter.notice(conversation, told.purpose("staff", member.id()), new Text(text))
                .or(NoticeTemplates.toStaff(told.business(), text)).until(appointment.start().toInstant())
                .about(appointment.id().value());
        return told.near() ? letter : letter.quietIn(appointment.start().getZone());
    }

    private static boolean byBusiness(AppointmentFact fact) {
        return fact.by() == By.BUSINESS;
    }

    private String notice(Told told, Optional<PhoneNumber> phone) {
        var appointment = told.appointment();
        var who = appointment.customerName() + phone.map(number -> ", " + number.e164()).orElse("");
        var service = appointment.serviceName();
        var staff = appointment.staffName();
        var price = appointment.price().toString();
        var when = SpanishDates.dateTime(appointment.start());
        var own = byBusiness(told.fact());
        return switch (told.kind()) {
            case AppointmentFact.BOOKED -> texts.booked(who, service, staff, price, when);
            case AppointmentFact.MOVED -> own
                    ? texts.movedByBusiness(who, service, staff, price, before(told.fact(), appointment), when)
                    : texts.moved(who, service, staff, price, before(told.fact(), appointment), when);
            case AppointmentFact.CANCELLED -> own
                    ? texts.cancelledByBusiness(who, service, staff, price, when)
                    : texts.cancelled(who, service, staff, price, when);
            default -> throw new IllegalArgumentException("No notice for " + told.kind());
        };
    }

    static String before(AppointmentFact fact, Appointment appointment) {
        Instant before = fact.before();
        ZonedDateTime shown = before == null ? appointment.start() : before.atZone(appointment.start().getZone());
        return SpanishDates.dateTime(shown);
    }
}
