package mx.yume.assistant.staff;

import java.util.List;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.orders.Asking;
import mx.yume.assistant.orders.Said;
import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.StaffMember;
import mx.yume.conversation.StaffTurn;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;

/** Somebody of the staff asks. Made once per turn and assistant. */
public record StaffAsking(StaffTurn turn, List<Said> said) implements Asking {

    public StaffAsking {
        said = List.copyOf(said);
    }

    public static StaffAsking of(StaffTurn turn) {
        var lexicon = Lexicon.of(turn.business(), turn.localNow());
        return new StaffAsking(turn,
                turn.messages().stream().map(message -> Said.of(message, turn.offered(), lexicon)).toList());
    }

    public Business business() {
        return turn.business();
    }

    public StaffMember member() {
        return turn.member();
    }

    /** Who it is that changes something. */
    public Actor.Staff actor() {
        return new Actor.Staff(turn.member().id());
    }

    public Lexicon lexicon() {
        return Lexicon.of(turn.business(), turn.localNow());
    }

    @Override
    public OrganizationId organization() {
        return turn.business().id();
    }

    @Override
    public boolean may(Capability capability) {
        return turn.member().permission().may(capability);
    }
}
