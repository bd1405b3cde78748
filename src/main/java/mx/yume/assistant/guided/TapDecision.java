package mx.yume.assistant.guided;

import java.util.Optional;
import java.util.OptionalInt;

import mx.yume.assistant.guided.Step.Talk;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Tap;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** Decides what to do about a tap. It may be old, or made up: it counts only where it fits what is under way. */
final class TapDecision {

    private final Situation it;

    TapDecision(Situation situation) {
        this.it = situation;
    }

    Step step(Tap tap) {
        return switch (tap) {
            case Tap.OfMenu(var entry) -> menu(entry);
            case Tap.OfService(var service) -> it.context().business().service(service).isEmpty() ? stale()
                    : it.during(FlowKind.BOOKING) || it.during(FlowKind.WAITLIST)
                            || it.state() == FlowState.COLLECTING_NEW_SERVICE ? goOn()
                                    : new Step.Book(it.anew());
            case Tap.Usual(var start) -> new Step.TakeUsual(it.anew(), start, false);
            case Tap.OfSlot _ -> (it.during(FlowKind.BOOKING) && !it.filled().wish().services().isEmpty())
                    || it.during(FlowKind.MODIFY) ? goOn() : stale();
            case Tap.OfStaff(var staff) ->
                (it.during(FlowKind.BOOKING) || it.state() == FlowState.COLLECTING_NEW_STAFF)
                        && it.context().business().staffMember(staff).isPresent() ? goOn() : stale();
            case Tap.AnyStaff() ->
                it.during(FlowKind.BOOKING) || it.state() == FlowState.COLLECTING_NEW_STAFF ? goOn() : stale();
            case Tap.OfAppointment(var appointment) -> it.state() == FlowState.IDENTIFYING_BOOKING ? goOn()
                    : new Step.TellAppointment(appointment);
            case Tap.Move(var appointment) -> new Step.Move(own(FlowKind.MODIFY).appointment(appointment));
            case Tap.Cancel(var appointment) -> new Step.Cancel(own(FlowKind.CANCEL).appointment(appointment));
            case Tap.Yes _ -> it.confirming() ? goOn() : it.idle() ? new Step.TellAppointments() : stale();
            case Tap.No() -> it.idle() ? new Step.Say(Talk.FINE)
                    : it.state() == FlowState.COLLECTING_FEEDBACK ? new Step.Comment(Optional.empty()) : new Step.Drop();
            case Tap.Change(var what) -> change(what);
            case Tap.Rate(var visit, var stars) -> new Step.Rate(Optional.of(visit), OptionalInt.of(stars));
            case Tap.Attend(var visit, var start) -> new Step.Attend(visit, start);
            case Tap.Dispute(var visit) -> new Step.Dispute(visit);
            case Tap.Wait() -> waits();
            case Tap.Leave(var entry) -> new Step.LeaveWaitlist(Optional.of(entry));
            case Tap.Accept(var offer) -> new Step.AnswerOffer(offer, true);
            case Tap.Decline(var offer) -> new Step.AnswerOffer(offer, false);
            case Tap.OfName(var name) -> it.state() == FlowState.COLLECTING_PERSONAL_INFO ? goOn() : new Step.StoreName(name);
            case Tap.Unknown() -> stale();
        };
    }

    private Step menu(Tap.Menu entry) {
        return switch (entry) {
            case BOOK -> it.during(FlowKind.BOOKING) ? goOn() : new Step.OfferUsual(it.anew());
            case APPOINTMENTS -> new Step.TellAppointments();
            case SERVICES -> new Step.TellServices(Optional.empty());
            case INFO -> new Step.TellHours(Optional.empty());
            case MOVE -> new Step.Move(own(FlowKind.MODIFY));
            case CANCEL -> new Step.Cancel(own(FlowKind.CANCEL));
            case HUMAN -> new Step.HandOff();
            case STAY -> stay(it);
        };
    }

    /** Whoever stays with Yume is asked anew. */
    static Step stay(Situation it) {
        return it.idle() ? new Step.Say(Step.Talk.HOW_CAN_I_HELP) : Decision.goOn(it, it.filled());
    }

    private Step waits() {
        return it.during(FlowKind.BOOKING) || it.during(FlowKind.WAITLIST)
                ? new Step.WaitForThis(it.filled().misunderstandings(0))
                : new Step.Wait(it.anew());
    }

    private Step change(Tap.What what) {
        if (it.during(FlowKind.WAITLIST)) {
            return new Step.Wait(it.filled().wish(it.filled().wish().another(false, it.context().zone())));
        }
        if (it.during(FlowKind.MODIFY)) {
            return new Step.Move(what == Tap.What.TIME
                    ? it.filled().wish(it.filled().wish().another(false, it.context().zone()))
                    : it.filled().nothingShown());
        }
        if (it.idle() && it.usualOffered().isPresent()) {
            return what == Tap.What.TIME ? new Step.TakeUsual(it.anew(), Optional.empty(), false) : new Step.Book(it.anew());
        }
        if (!it.during(FlowKind.BOOKING)) {
            return stale();
        }
        return what == Tap.What.ANYTHING ? new Step.AskWhatToChange(it.filled().nothingShown()) : goOn();
    }

    private Draft own(FlowKind kind) {
        return it.during(kind) ? it.filled().misunderstandings(0) : it.anew();
    }

    private Step goOn() {
        return Decision.goOn(it, it.filled());
    }

    private static Step stale() {
        return new Step.Say(Talk.STALE_TAP);
    }
}
