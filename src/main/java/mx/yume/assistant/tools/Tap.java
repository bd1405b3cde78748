package mx.yume.assistant.tools;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.notifications.NoticeOptions;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.OfferId;

/**
 * What a button or a list row means. An id says what was tapped, never that it may still be had: buttons stay on the screen for
 * ever and anybody can send any id.
 */
public sealed interface Tap {

    record OfService(ServiceId service) implements Tap {}

    /**
     * One of the starts offered.
     *
     * @param start on the location's wall clock
     */
    record OfSlot(LocalDateTime start) implements Tap {}

    record OfStaff(StaffId staff) implements Tap {}

    record AnyStaff() implements Tap {}

    record OfAppointment(AppointmentId appointment) implements Tap {}

    /** Moving this appointment was asked for. */
    record Move(AppointmentId appointment) implements Tap {}

    /** Cancelling this appointment was asked for. */
    record Cancel(AppointmentId appointment) implements Tap {}

    /**
     * What they usually have.
     *
     * @param start the time offered with it, on the location's wall clock
     */
    record Usual(Optional<LocalDateTime> start) implements Tap {}

    record OfMenu(Menu entry) implements Tap {}

    /**
     * Agreement to a summary.
     *
     * @param shownIn the turn whose summary carried the button: an older summary's yes is no yes to a newer one
     */
    record Yes(Optional<UUID> shownIn) implements Tap {}

    record No() implements Tap {}

    record Change(What what) implements Tap {}

    /** How the visit was, 1 to 5. */
    record Rate(AppointmentId visit, int stars) implements Tap {}

    /**
     * They will come.
     *
     * @param start when it was to begin as they were asked
     */
    record Attend(AppointmentId visit, Instant start) implements Tap {}

    /** "Sí fui": the business says that they did not. */
    record Dispute(AppointmentId visit) implements Tap {}

    /** Tell me when something of what was spoken of is free. */
    record Wait() implements Tap {}

    /** Off the waiting list. */
    record Leave(EntryId entry) implements Tap {}

    /** A freed time is wanted. */
    record Accept(OfferId offer) implements Tap {}

    /** A freed time is for the next. */
    record Decline(OfferId offer) implements Tap {}

    /**
     * This is how I am called. An id may be made up: then it says no more than words would.
     *
     * @param name 1 to 80 characters
     */
    record OfName(String name) implements Tap {}

    /** Nothing that Yume offers (any more). */
    record Unknown() implements Tap {}

    enum Menu {
        BOOK, APPOINTMENTS, SERVICES, INFO, MOVE, CANCEL,
        /** Somebody of the business. */
        HUMAN,
        /** Yume after all. */
        STAY
    }

    enum What {
        ANYTHING, TIME, SERVICE, STAFF, NAME
    }

    static Tap parse(String id) {
        int colon = id.indexOf(':');
        var kind = colon < 0 ? id : id.substring(0, colon);
        var rest = colon < 0 ? "" : id.substring(colon + 1);
        return switch (kind) {
            case "service" -> byUuid(rest, uuid -> new OfService(new ServiceId(uuid)));
            case "slot" -> slot(rest);
            case "usual" -> rest.isEmpty() ? new Usual(Optional.empty())
                    : slot(rest) instanceof OfSlot(var start) ? new Usual(Optional.of(start)) : new Unknown();
            case "staff" -> "any".equals(rest) ? new AnyStaff() : byUuid(rest, uuid -> new OfStaff(new StaffId(uuid)));
            case "appointment" -> byUuid(rest, uuid -> new OfAppointment(new AppointmentId(uuid)));
            case "move" -> byUuid(rest, uuid -> new Move(new AppointmentId(uuid)));
            case "cancel" -> byUuid(rest, uuid -> new Cancel(new AppointmentId(uuid)));
            case "menu" -> byName(Menu.class, rest).<Tap>map(OfMenu::new).orElseGet(Unknown::new);
            case "yes" -> rest.isEmpty() ? new Yes(Optional.empty()) : byUuid(rest, uuid -> new Yes(Optional.of(uuid)));
            case "no" -> new No();
            case "change" -> rest.isEmpty() ? new Change(What.ANYTHING)
                    : byName(What.class, rest).<Tap>map(Change::new).orElseGet(Unknown::new);
            default -> afterwards(kind, rest);
        };
    }

    /** What notices offer, and what is about visits that were or may be. */
    private static Tap afterwards(String kind, String rest) {
        return switch (kind) {
            case NoticeOptions.RATE -> rated(rest);
            case NoticeOptions.ATTEND -> attending(rest);
            case NoticeOptions.DISPUTE -> byUuid(rest, uuid -> new Dispute(new AppointmentId(uuid)));
            case NoticeOptions.ACCEPT -> byUuid(rest, uuid -> new Accept(new OfferId(uuid)));
            case NoticeOptions.DECLINE -> byUuid(rest, uuid -> new Decline(new OfferId(uuid)));
            case "wait" -> new Wait();
            case "leave" -> byUuid(rest, uuid -> new Leave(new EntryId(uuid)));
            case "name" -> PersonName.of(rest).<Tap>map(OfName::new).orElseGet(Unknown::new);
            default -> new Unknown();
        };
    }

    private static Tap attending(String rest) {
        int colon = rest.indexOf(':');
        return colon > 0 && rest.substring(colon).matches(":[0-9]{1,11}")
                ? byUuid(rest.substring(0, colon), uuid -> new Attend(new AppointmentId(uuid),
                        Instant.ofEpochSecond(Long.parseLong(rest.substring(colon + 1)))))
                : new Unknown();
    }

    private static Tap rated(String rest) {
        int colon = rest.indexOf(':');
        return colon > 0 && rest.substring(colon).matches(":[1-5]")
                ? byUuid(rest.substring(0, colon), uuid -> new Rate(new AppointmentId(uuid), rest.charAt(colon + 1) - '0'))
                : new Unknown();
    }

    /** The id that {@link #parse} reads back. */
    default String id() {
        return switch (this) {
            case OfService(var service) -> "service:" + service;
            case OfSlot(var start) -> "slot:" + start;
            case Usual(var start) -> start.map(offered -> "usual:" + offered).orElse("usual");
            case OfStaff(var staff) -> "staff:" + staff;
            case AnyStaff() -> "staff:any";
            case OfAppointment(var appointment) -> "appointment:" + appointment;
            case Move(var appointment) -> "move:" + appointment;
            case Cancel(var appointment) -> "cancel:" + appointment;
            case OfMenu(var entry) -> "menu:" + entry.name().toLowerCase(Locale.ROOT);
            case Yes(var shownIn) -> shownIn.map(turn -> "yes:" + turn).orElse("yes");
            case No() -> "no";
            case Change(var what) -> what == What.ANYTHING ? "change" : "change:" + what.name().toLowerCase(Locale.ROOT);
            case Rate(var visit, var stars) -> NoticeOptions.rate(visit, stars);
            case Attend(var visit, var start) -> NoticeOptions.attend(visit, start);
            case Dispute(var visit) -> NoticeOptions.dispute(visit);
            case Wait() -> "wait";
            case Leave(var entry) -> "leave:" + entry;
            case Accept(var offer) -> NoticeOptions.accept(offer);
            case Decline(var offer) -> NoticeOptions.decline(offer);
            case OfName(var name) -> "name:" + name;
            case Unknown() -> "unknown";
        };
    }

    private static Tap slot(String text) {
        try {
            return new OfSlot(LocalDateTime.parse(text));
        } catch (DateTimeParseException notOurs) {
            return new Unknown();
        }
    }

    private static Tap byUuid(String text, Function<UUID, Tap> meaning) {
        try {
            return meaning.apply(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return new Unknown();
        }
    }

    private static <E extends Enum<E>> Optional<E> byName(Class<E> type, String text) {
        for (var value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
