package mx.yume.scheduling;

import java.time.ZonedDateTime;
import java.util.Optional;

import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;

/**
 * One visit.
 *
 * @param start in the zone of the location where it was booked
 * @param end when the service ends; the buffer comes after
 * @param version grows with every change; a change names the version it saw
 */
public record Appointment(AppointmentId id, PersonId customer, String customerName, ServiceId service, String serviceName,
        StaffId staff, String staffName, Optional<SpotId> spot, ZonedDateTime start, ZonedDateTime end, Money price,
        AppointmentStatus status, int version) {}
