package mx.yume.scheduling.board;

import java.util.List;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.blocks.TimeOff;

/**
 * What is in the book for some time at one location.
 *
 * @param appointments in whatever status, cancelled ones too, sorted by start
 * @param timeOff of everybody who is active, sorted by start
 */
public record BookPage(List<Appointment> appointments, List<TimeOff> timeOff) {

    public BookPage {
        appointments = List.copyOf(appointments);
        timeOff = List.copyOf(timeOff);
    }
}
