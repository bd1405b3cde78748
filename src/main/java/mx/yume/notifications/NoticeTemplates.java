package mx.yume.notifications;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import mx.yume.business.Business;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.template.Template;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;

/** What is said where WhatsApp's window of 24 hours is closed: the same, as far as an approved text has it. */
public final class NoticeTemplates {

    private NoticeTemplates() {}

    /** @param notice as it is said within the window */
    public static Templated toStaff(Business business, String notice) {
        return new Templated(Template.STAFF_NOTICE, Map.of("business", business.publicName(), "notice", ending(notice)));
    }

    public static Templated confirmed(Business business, Appointment appointment) {
        return new Templated(Template.APPOINTMENT_CONFIRMATION, whole(business, appointment));
    }

    static Templated changed(Business business, Appointment appointment, String before) {
        var values = new LinkedHashMap<>(whole(business, appointment));
        values.put("before", ending(before));
        return new Templated(Template.APPOINTMENT_CHANGED, values);
    }

    static Templated cancelled(Business business, Appointment appointment) {
        return new Templated(Template.APPOINTMENT_CANCELLED, Map.of("business", business.publicName(), "service",
                appointment.serviceName(), "when", when(appointment)));
    }

    /** @param answers what the buttons carry, in their order */
    public static Templated reminder(Business business, Appointment appointment, List<String> answers) {
        return new Templated(Template.APPOINTMENT_REMINDER, whole(business, appointment),
                options(Template.APPOINTMENT_REMINDER, answers));
    }

    static Templated howWasIt(Business business, Appointment visit) {
        return new Templated(Template.REVIEW_REQUEST,
                Map.of("business", business.publicName(), "service", visit.serviceName()));
    }

    /** @param answers what the buttons carry, in their order */
    static Templated freed(Business business, String service, String when, String staff, String left, List<String> answers) {
        return new Templated(Template.WAITLIST_SLOT, Map.of("business", business.publicName(), "service", service, "when", when,
                "staff", staff, "left", left), options(Template.WAITLIST_SLOT, answers));
    }

    private static Map<String, String> whole(Business business, Appointment appointment) {
        return Map.of("business", business.publicName(), "service", appointment.serviceName(), "staff",
                appointment.staffName(), "when", when(appointment));
    }

    private static List<Option> options(Template template, List<String> answers) {
        return IntStream.range(0, answers.size())
                .mapToObj(at -> new Option(answers.get(at), template.buttons().get(at))).toList();
    }

    private static String when(Appointment appointment) {
        return ending(SpanishDates.dateTime(appointment.start()));
    }

    /** A sentence of the template ends with it: "3:00 p.m." has its full stop already. */
    private static String ending(String value) {
        return value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }
}
