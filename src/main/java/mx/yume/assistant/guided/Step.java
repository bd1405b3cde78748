package mx.yume.assistant.guided;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

import mx.yume.assistant.tools.Draft;
import mx.yume.business.ServiceId;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.OfferId;

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

    /** @param day the one asked about, if one was */
    record TellHours(Optional<LocalDate> day) implements Step {}

    record TellAddress() implements Step {}

    record TellAppointments() implements Step {}

    /** One of the person's own appointments and what can be done with it. */
    record TellAppointment(AppointmentId appointment) implements Step {}

    record StoreName(String name) implements Step {}

    /** A person of the business was asked for. */
    record HandOff() implements Step {}

    /** Goes on booking, or begins to. */
    record Book(Draft draft) implements Step {}

    /**
     * What they usually have is offered, if they have a habit.
     *
     * @param otherwise what to book where there is none
     */
    record OfferUsual(Draft otherwise) implements Step {}

    /**
     * Books what they usually have.
     *
     * @param told what was said beside it
     * @param start the time it was offered at
     * @param soon without one the usual time is looked for, rather than asked
     */
    record TakeUsual(Draft told, Optional<LocalDateTime> start, boolean soon) implements Step {}

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

    /** What it costs is told, and the errand goes on with the rest of what was said. */
    record PriceAndOn(ServiceId service, Step on) implements Step {}

    /** BAJA and ALTA, and whether other businesses may know the name. */
    record Allow(Permission what, boolean allowed) implements Step {}

    /** About a visit that was or will be. */
    sealed interface OfVisit extends Step {}

    /** @param start when it was to begin as they were asked whether they come */
    record Attend(AppointmentId visit, Instant start) implements OfVisit {}

    /**
     * Rates a visit, or asks for it.
     *
     * @param visit the latest when none is meant
     */
    record Rate(Optional<AppointmentId> visit, OptionalInt stars) implements OfVisit {}

    /** @param words empty when they have nothing to add */
    record Comment(Optional<String> words) implements OfVisit {}

    record Dispute(AppointmentId visit) implements OfVisit {}

    /** About the waiting list. */
    sealed interface OfWaiting extends Step {}

    /** Goes on asking what to wait for, or begins to. */
    record Wait(Draft draft) implements OfWaiting {}

    /** Waits for just what was spoken of. */
    record WaitForThis(Draft draft) implements OfWaiting {}

    record TellWaitlist() implements OfWaiting {}

    /** @param entry the only one when none is meant */
    record LeaveWaitlist(Optional<EntryId> entry) implements OfWaiting {}

    record AnswerOffer(OfferId offer, boolean yes) implements OfWaiting {}

    enum Permission {
        /** To write without being asked. */
        NOTICES,
        /** To tell other businesses the name. */
        NAME
    }

    enum Talk {
        THANKS, HOW_CAN_I_HELP, OFF_TOPIC, HELP, ABOUT_YOU, INSULT, FOREIGN, STALE_TAP, FINE, VOICE, PICTURE, LOCATION, CONTACTS, UNREADABLE
    }
}
