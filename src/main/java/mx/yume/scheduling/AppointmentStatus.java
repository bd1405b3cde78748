package mx.yume.scheduling;

public enum AppointmentStatus {
    PENDING, CONFIRMED, COMPLETED, NO_SHOW, CANCELLED
}
