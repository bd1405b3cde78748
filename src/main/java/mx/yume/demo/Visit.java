package mx.yume.demo;

import java.time.ZonedDateTime;
import java.util.Optional;

import mx.yume.business.Service;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.AppointmentStatus;

/**
 * One demo appointment.
 *
 * @param client index into the salon's demo clients
 * @param busyUntil until when it keeps its staff member and spot; nothing when it was cancelled
 */
record Visit(int client, Service service, StaffId staff, Optional<SpotId> spot, ZonedDateTime start, ZonedDateTime end,
        AppointmentStatus status, Optional<ZonedDateTime> busyUntil) {}
