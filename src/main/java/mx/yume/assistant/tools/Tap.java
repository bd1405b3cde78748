package mx.yume.assistant.tools;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.AppointmentId;

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

    record OfMenu(Menu entry) implements Tap {}

    /**
     * Agreement to a summary.
     *
     * @param shownIn the turn whose summary carried the button: an older summary's yes is no yes to a newer one
     */
    record Yes(Optional<UUID> shownIn) implements Tap {}

    record No() implements Tap {}

    record Change(What what) implements Tap {}

    /** Nothing that Yume offers (any more). */
    record Unknown() implements Tap {}

    enum Menu {
        BOOK, APPOINTMENTS, SERVICES, INFO, MOVE, CANCEL
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
            case "staff" -> "any".equals(rest) ? new AnyStaff() : byUuid(rest, uuid -> new OfStaff(new StaffId(uuid)));
            case "appointment" -> byUuid(rest, uuid -> new OfAppointment(new AppointmentId(uuid)));
            case "move" -> byUuid(rest, uuid -> new Move(new AppointmentId(uuid)));
            case "cancel" -> byUuid(rest, uuid -> new Cancel(new AppointmentId(uuid)));
            case "menu" -> byName(Menu.class, rest).<Tap>map(OfMenu::new).orElseGet(Unknown::new);
            case "yes" -> rest.isEmpty() ? new Yes(Optional.empty()) : byUuid(rest, uuid -> new Yes(Optional.of(uuid)));
            case "no" -> new No();
            case "change" -> rest.isEmpty() ? new Change(What.ANYTHING)
                    : byName(What.class, rest).<Tap>map(Change::new).orElseGet(Unknown::new);
            default -> new Unknown();
        };
    }

    /** The id that {@link #parse} reads back. */
    default String id() {
        return switch (this) {
            case OfService(var service) -> "service:" + service;
            case OfSlot(var start) -> "slot:" + start;
            case OfStaff(var staff) -> "staff:" + staff;
            case AnyStaff() -> "staff:any";
            case OfAppointment(var appointment) -> "appointment:" + appointment;
            case Move(var appointment) -> "move:" + appointment;
            case Cancel(var appointment) -> "cancel:" + appointment;
            case OfMenu(var entry) -> "menu:" + entry.name().toLowerCase(Locale.ROOT);
            case Yes(var shownIn) -> shownIn.map(turn -> "yes:" + turn).orElse("yes");
            case No() -> "no";
            case Change(var what) -> what == What.ANYTHING ? "change" : "change:" + what.name().toLowerCase(Locale.ROOT);
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
