package mx.yume.scheduling.calendar;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.LocationId;
import mx.yume.business.premises.Locations;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.calendar.ZoneOutcome.Done;
import mx.yume.scheduling.calendar.ZoneOutcome.Reads;
import mx.yume.scheduling.calendar.ZoneOutcome.Refused;

/**
 * Another zone for a location. Appointments keep their instants, and with them what people were told at the time; from then on
 * they are read on the new clocks, and hours and slots follow those.
 */
@ApplicationScoped
public class ZoneChange {

    private final Database database;
    private final Clock clock;

    ZoneChange(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param seenVersion of the location when whoever asks last saw it
     * @param zone a region of the IANA database, as {@code America/Tijuana}
     * @param accepted those that were shown and may be read at another time; none when first asked
     */
    public Uni<ZoneOutcome> change(OrganizationId organization, LocationId location, int seenVersion, String zone,
            Set<AppointmentId> accepted) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> Standstill.of(connection, organization))
                .chain(() -> Ahead.at(location).read(connection, organization, clock.instant()))
                .call(() -> Savepoint.set(connection))
                .chain(ahead -> Locations.setZone(connection, organization, location, seenVersion, zone)
                        .chain(written -> written instanceof PremisesOutcome.Refusal why
                                ? Uni.createFrom().item(new Refused(why))
                                : judge(connection, readOtherwise(ahead, ZoneId.of(zone)), ZoneId.of(zone), accepted)))));
    }

    private static Uni<ZoneOutcome> judge(SqlConnection connection, List<Appointment> otherwise, ZoneId zone,
            Set<AppointmentId> accepted) {
        return accepted.containsAll(otherwise.stream().map(Appointment::id).toList())
                ? Uni.createFrom().item(new Done(otherwise.stream().map(appointment -> appointment.in(zone)).toList()))
                : Savepoint.back(connection).replaceWith(new Reads(otherwise, zone));
    }

    private static List<Appointment> readOtherwise(List<Appointment> ahead, ZoneId zone) {
        return ahead.stream().filter(appointment -> !reading(appointment).equals(reading(appointment.in(zone)))).toList();
    }

    /** What the clocks show when each service begins and ends. */
    private static List<?> reading(Appointment appointment) {
        return appointment.parts().stream()
                .map(part -> List.of(part.start().toLocalDateTime(), part.end().toLocalDateTime())).toList();
    }
}
