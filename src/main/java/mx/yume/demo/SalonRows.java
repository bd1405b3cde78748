package mx.yume.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.StaffMember;
import mx.yume.platform.PhoneNumber;

/** The salon itself as rows. */
final class SalonRows {

    private static final String LOCATION = """
            insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String OPENING_HOURS = """
            insert into opening_hours (organization_id, location_id, weekday, opens, closes) values ($1, $2, $3, $4, $5)
            """;
    private static final String NUMBER = """
            insert into business_number (organization_id, provider, address) values ($1, $2, $3)
            """;
    private static final String SERVICE = """
            insert into service (organization_id, id, name, duration_minutes, buffer_after_minutes, price_centavos, spot_kind, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String SPOT = """
            insert into spot (organization_id, id, location_id, name, kind, position) values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String STAFF = """
            insert into staff_member (organization_id, id, name, phone, permission, position, onboarded_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String STAFF_HOURS = """
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String SKILL = """
            insert into staff_skill (organization_id, staff_id, service_id) values ($1, $2, $3)
            """;

    private SalonRows() {}

    static void add(Rows rows, Business salon, Instant now) {
        addLocation(rows, salon.location());
        rows.add(NUMBER, "twilio", SalonLupita.TWILIO_NUMBER);
        rows.add(NUMBER, "meta", SalonLupita.META_PHONE_NUMBER_ID);
        addServices(rows, salon);
        addSpots(rows, salon);
        for (int at = 0; at < salon.staff().size(); at++) {
            addMember(rows, salon.staff().get(at), at, now);
        }
    }

    private static void addLocation(Rows rows, Location location) {
        rows.add(LOCATION, location.id().value(), location.name(), location.address(), location.zone().getId(),
                (int) location.grid().toMinutes(), (int) location.minimumNotice().toMinutes(), location.horizonDays());
        for (var day : DayOfWeek.values()) {
            location.hours().on(day).forEach(hours -> rows.add(OPENING_HOURS, location.id().value(), (short) day.getValue(),
                    hours.opens(), hours.closes()));
        }
    }

    private static void addServices(Rows rows, Business salon) {
        int position = 0;
        for (var service : salon.services()) {
            rows.add(SERVICE, service.id().value(), service.name(), (int) service.duration().toMinutes(),
                    (int) service.bufferAfter().toMinutes(), service.price().amount().centavos(),
                    service.spotKind().orElse(null),
                    position++);
        }
    }

    private static void addSpots(Rows rows, Business salon) {
        int position = 0;
        for (var spot : salon.spots()) {
            rows.add(SPOT, spot.id().value(), spot.location().value(), spot.name(), spot.kind(), position++);
        }
    }

    private static void addMember(Rows rows, StaffMember member, int position, Instant now) {
        var onboardedAt = SalonLupita.onboarded(member) ? Optional.of(Rows.utc(now)) : Optional.empty();
        rows.add(STAFF, member.id().value(), member.name(), member.phone().map(PhoneNumber::e164).orElse(null),
                member.permission().name().toLowerCase(Locale.ROOT), position, onboardedAt.orElse(null));
        for (var day : DayOfWeek.values()) {
            member.hoursAt(SalonLupita.LOCATION).on(day).forEach(hours -> rows.add(STAFF_HOURS, member.id().value(),
                    SalonLupita.LOCATION.value(), (short) day.getValue(), hours.opens(), hours.closes()));
        }
        member.skills().keySet().forEach(skill -> rows.add(SKILL, member.id().value(), skill.value()));
    }
}
