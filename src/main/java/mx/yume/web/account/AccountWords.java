package mx.yume.web.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.identity.OpenSession;
import mx.yume.notifications.preferences.NoticeChoices;
import mx.yume.notifications.preferences.NoticeKind;
import mx.yume.platform.SpanishDates;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Phones;

/** An account in words. Pure. */
final class AccountWords {

    private AccountWords() {}

    /**
     * @param now in the zone in which days are told
     * @param sessions the current one among them
     */
    static AccountView view(StaffMember member, List<OpenSession> sessions, NoticeChoices choices, Instant now, ZoneId zone,
            String provider, Filled email) {
        return new AccountView(member.name(), role(member.permission()), member.phone().map(Phones::shown).orElse(""),
                sessions.stream().map(session -> device(session, now, zone)).toList(),
                sessions.stream().anyMatch(session -> !session.current()),
                Arrays.stream(NoticeKind.values())
                        .map(kind -> new AccountView.Notice(field(kind), label(kind), choices.wants(member, kind))).toList(),
                provider, email);
    }

    private static AccountView.Device device(OpenSession session, Instant now, ZoneId zone) {
        return new AccountView.Device(session.id().toString(),
                session.device().isEmpty() ? "Dispositivo desconocido" : session.device(),
                moment(session.opened(), now, zone), moment(session.seen(), now, zone), session.current());
    }

    /** "hoy, 10:00 a.m." or "viernes 15 de enero, 3:00 p.m." */
    private static String moment(Instant at, Instant now, ZoneId zone) {
        var when = at.atZone(zone);
        var days = LocalDate.ofInstant(now, zone).toEpochDay() - when.toLocalDate().toEpochDay();
        var time = SpanishDates.time(when.toLocalTime());
        return days == 0 ? "hoy, " + time : days == 1 ? "ayer, " + time : SpanishDates.dateTime(when);
    }

    static String field(NoticeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String label(NoticeKind kind) {
        return switch (kind) {
            case NEW_BOOKINGS -> "Citas nuevas";
            case MOVES -> "Citas que se cambian";
            case CANCELLATIONS -> "Cancelaciones";
            case DAILY_SCHEDULE -> "Mi día, cada mañana";
        };
    }

    private static String role(Permission permission) {
        return switch (permission) {
            case OWNER -> "Eres dueña o dueño";
            case ADMIN -> "Administras";
            case STAFF -> "Atiendes";
            case VIEWER -> "Solo ves";
        };
    }
}
