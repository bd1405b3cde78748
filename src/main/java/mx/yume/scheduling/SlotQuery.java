package mx.yume.scheduling;

import java.time.LocalDate;
import java.util.Optional;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/** Which starts are wanted: both days included, in the location's calendar. */
public record SlotQuery(ServiceId service, LocalDate from, LocalDate to, Optional<StaffId> staff) {}
