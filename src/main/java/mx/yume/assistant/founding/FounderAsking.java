package mx.yume.assistant.founding;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.orders.Asking;
import mx.yume.assistant.orders.Said;
import mx.yume.business.Capability;
import mx.yume.business.WeeklyHours;
import mx.yume.business.places.AreaCodes;
import mx.yume.conversation.FounderTurn;
import mx.yume.platform.OrganizationId;

/** Somebody who has no business yet asks. Made once per turn and assistant. */
public record FounderAsking(FounderTurn turn, List<Said> said) implements Asking {

    public FounderAsking {
        said = List.copyOf(said);
    }

    public static FounderAsking of(FounderTurn turn) {
        var lexicon = lexicon(turn.now().atZone(turn.zone()));
        return new FounderAsking(turn,
                turn.messages().stream().map(message -> Said.of(message, turn.offered(), lexicon)).toList());
    }

    /** Nobody and nothing to name yet. */
    static Lexicon lexicon(ZonedDateTime now) {
        return new Lexicon(now, List.of(), List.of(), WeeklyHours.NONE);
    }

    /** Where the phone is from, if that tells the time. */
    Optional<Where> fromPhone() {
        return turn.person().phone().flatMap(phone -> AreaCodes.zone(phone).map(
                zone -> new Where("", zone.getId(), AreaCodes.code(phone).orElse(""))));
    }

    @Override
    public OrganizationId organization() {
        return OrganizationId.YUME;
    }

    /** What is done here is done to their own draft, and to the business that comes of it. */
    @Override
    public boolean may(Capability capability) {
        return false;
    }
}
