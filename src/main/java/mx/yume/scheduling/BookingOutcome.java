package mx.yume.scheduling;

public sealed interface BookingOutcome {

    record Booked(Appointment appointment) implements BookingOutcome {}

    record Refused(Refusal why) implements BookingOutcome {}
}
