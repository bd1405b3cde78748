package mx.yume.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.business.WeeklyHours;

/** A business as rows, the organization itself apart. Staff are in {@link StaffRows}. */
final class BusinessRows {

    private static final String LOCATION = """
            insert into location (organization_id, id, name, address, zone, grid_minutes, notice_minutes, horizon_days,
                days_kept_whole, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String OPENING_HOURS = """
            insert into opening_hours (organization_id, location_id, weekday, opens, closes) values ($1, $2, $3, $4, $5)
            """;
    private static final String SPECIAL_DAY = """
            insert into special_day (organization_id, location_id, day) values ($1, $2, $3)
            """;
    private static final String SPECIAL_HOURS = """
            insert into special_hours (organization_id, location_id, day, opens, closes) values ($1, $2, $3, $4, $5)
            """;
    private static final String SERVICE = """
            insert into service (organization_id, id, name, category, description, duration_minutes, processing_after_minutes,
                processing_minutes, buffer_before_minutes, buffer_after_minutes, price_centavos, price_from, spot_kind,
                notice_minutes, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;
    private static final String SPOT = """
            insert into spot (organization_id, id, location_id, name, kind, position) values ($1, $2, $3, $4, $5, $6)
            """;

    private BusinessRows() {}

    /** @param now since when everybody is onboarded, but viewers */
    static void add(Rows rows, Business business, Instant now) {
        int position = 0;
        for (var location : business.locations()) {
            addLocation(rows, location, position++);
        }
        position = 0;
        for (var service : business.services()) {
            addService(rows, service, position++);
        }
        position = 0;
        for (var spot : business.spots()) {
            rows.add(SPOT, spot.id().value(), spot.location().value(), spot.name(), spot.kind(), position++);
        }
        position = 0;
        for (var member : business.staff()) {
            StaffRows.add(rows, member, position++, now);
        }
    }

    private static void addLocation(Rows rows, Location location, int position) {
        UUID id = location.id().value();
        rows.add(LOCATION, id, location.name(), location.address(), location.zone().getId(), minutes(location.grid()),
                minutes(location.minimumNotice()), location.horizonDays(), location.daysKeptWhole(), position);
        forEach(location.hours(), (day, hours) -> rows.add(OPENING_HOURS, id, day, hours.opens(), hours.closes()));
        location.specialDays().byDate().forEach((day, stretches) -> {
            rows.add(SPECIAL_DAY, id, day);
            stretches.forEach(hours -> rows.add(SPECIAL_HOURS, id, day, hours.opens(), hours.closes()));
        });
    }

    private static void addService(Rows rows, Service service, int position) {
        rows.add(SERVICE, service.id().value(), service.name(), service.category().orElse(null), service.description(),
                minutes(service.duration()), minutes(service.processing().map(Processing::after)),
                minutes(service.processing().map(Processing::length)), minutes(service.bufferBefore()),
                minutes(service.bufferAfter()), service.price().amount().centavos(), service.price().from(),
                service.spotKind().orElse(null), minutes(service.minimumNotice()), position);
    }

    static void forEach(WeeklyHours week, BiConsumer<Short, Hours> each) {
        for (var day : DayOfWeek.values()) {
            week.on(day).forEach(hours -> each.accept((short) day.getValue(), hours));
        }
    }

    static int minutes(Duration length) {
        return (int) length.toMinutes();
    }

    static @Nullable Integer minutes(Optional<Duration> length) {
        return length.map(BusinessRows::minutes).orElse(null);
    }
}
