package mx.yume.demo;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.Price;
import mx.yume.business.Skill;
import mx.yume.business.SpotId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.platform.PhoneNumber;

/** Staff members as rows, each with hours, exceptions, breaks and skills. */
final class StaffRows {

    private static final String STAFF = """
            insert into staff_member (organization_id, id, name, phone, permission, default_spot_id, position, onboarded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String HOURS = """
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String SPECIAL_DAY = """
            insert into staff_special_day (organization_id, staff_id, day) values ($1, $2, $3)
            """;
    private static final String SPECIAL_HOURS = """
            insert into staff_special_hours (organization_id, staff_id, day, location_id, opens, closes)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String BREAK = """
            insert into weekly_break (organization_id, id, action_id, staff_id, weekday, starts, ends, first_day, last_day, reason)
            values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String SKILL = """
            insert into staff_skill (organization_id, staff_id, service_id, duration_minutes, price_centavos, price_from, online)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private StaffRows() {}

    static void add(Rows rows, StaffMember member, int position, Instant now) {
        UUID id = member.id().value();
        var onboardedAt = SalonLupita.onboarded(member) ? Optional.of(Rows.utc(now)) : Optional.empty();
        rows.add(STAFF, id, member.name(), member.phone().map(PhoneNumber::e164).orElse(null),
                member.permission().name().toLowerCase(Locale.ROOT), member.defaultSpot().map(SpotId::value).orElse(null),
                position, onboardedAt.orElse(null));
        member.schedules().forEach((location, week) -> BusinessRows.forEach(week,
                (day, hours) -> rows.add(HOURS, id, location.value(), day, hours.opens(), hours.closes())));
        member.specialDays().forEach((day, places) -> {
            rows.add(SPECIAL_DAY, id, day);
            places.forEach((location, stretches) -> stretches.forEach(
                    hours -> rows.add(SPECIAL_HOURS, id, day, location.value(), hours.opens(), hours.closes())));
        });
        member.breaks().forEach(pause -> addBreak(rows, id, pause));
        member.skills().forEach((service, skill) -> addSkill(rows, id, service.value(), skill));
    }

    private static void addBreak(Rows rows, UUID member, WeeklyBreak pause) {
        rows.add(BREAK, pause.id().value(), member, (short) pause.weekday().getValue(), pause.hours().opens(),
                pause.hours().closes(), pause.first(), pause.last().orElse(null), pause.reason());
    }

    private static void addSkill(Rows rows, UUID member, UUID service, Skill skill) {
        rows.add(SKILL, member, service, BusinessRows.minutes(skill.duration()),
                skill.price().map(price -> price.amount().centavos()).orElse(null),
                skill.price().map(Price::from).orElse(false), skill.online());
    }
}
