package mx.yume.assistant.guided;

import java.util.Optional;

import mx.yume.assistant.tools.Draft;
import mx.yume.business.ServiceId;
import mx.yume.scheduling.AppointmentId;

/** What to do about a turn, decided before anything is looked up. */
sealed interface Step {

    /** The fitting answer to a sticker. */
    record Silence() implements Step {}

    record Greet() implements Step {}

    /** Something said that changes nothing; the pending question is asked again after it. */
    record Say(Talk what) implements Step {}

    /**
     * What is sold, and for how much.
     *
     * @param asked the one asked about, if one was
     */
    record TellServices(Optional<ServiceId> asked) implements Step {}

    record TellHours() implements Step {}

    record TellAddress() implements Step {}

    record TellAppointments() implements Step {}

    /** One of the person's own appointments and what can be done with it. */
    record TellAppointment(AppointmentId appointment) implements Step {}

    record StoreName(String name) implements Step {}

    /** A person of the business was asked for. */
    record HandOff() implements Step {}

    /** Goes on booking, or begins to. */
    record Book(Draft draft) implements Step {}

    record Move(Draft draft) implements Step {}

    record Cancel(Draft draft) implements Step {}

    /** The summary was not right, and what is wrong was not said. */
    record AskWhatToChange(Draft draft) implements Step {}

    /** The errand under way ends with nothing done. */
    record Drop() implements Step {}

    /**
     * It made no sense here.
     *
     * @param times in a row, from 1
     */
    record Misunderstood(int times) implements Step {}

    enum Talk {
        THANKS, HOW_CAN_I_HELP, OFF_TOPIC, HELP, OPT_OUT, OPT_IN, STALE_TAP, FINE, VOICE, PICTURE, LOCATION, UNREADABLE
    }
}
