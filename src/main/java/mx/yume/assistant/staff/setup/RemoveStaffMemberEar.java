package mx.yume.assistant.staff.setup;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.setup.RemoveStaffMember.Removal;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "Quita a Beto del equipo", "Ana ya no trabaja aquí". */
@ApplicationScoped
class RemoveStaffMemberEar implements StaffEar<Removal> {

    private static final Pattern REMOVE = Pattern
            .compile("\\b(?:quit\\w+|elimin\\w+|borr\\w+|da de baja|dar de baja|saca|corr[ei]\\w*)\\b");
    private static final Pattern GONE = Pattern
            .compile(
                    "\\b(?:ya no (?:trabaja|viene|esta|va a venir|atiende|labora)|se fue|renuncio|la corri|lo corri|despedi)\\b");
    private static final Pattern TEAM = Pattern.compile("\\b(?:equipo|personal|plantilla|staff)\\b");

    private final RemoveStaffMember tool;

    RemoveStaffMemberEar(RemoveStaffMember tool) {
        this.tool = tool;
    }

    @Override
    public RemoveStaffMember tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (asking.tapped().filter(id -> id.startsWith(RemoveStaffMember.NAME + ":")).isPresent()) {
            return 3;
        }
        var words = Plain.of(asking.words());
        var named = asking.said().stream().anyMatch(said -> said.reading().staff().isPresent());
        var timed = asking.said().stream()
                .anyMatch(said -> said.reading().day().isPresent() || said.reading().time().isPresent());
        if (timed) {
            return 0;
        }
        return (REMOVE.matcher(words).find() && (named || TEAM.matcher(words).find()))
                || (named && GONE.matcher(words).find()) ? 3 : 0;
    }

    @Override
    public Removal fill(StaffAsking asking, Optional<Removal> before, FlowState asked) {
        var removal = before.orElse(Removal.NOTHING);
        for (var said : asking.said()) {
            var who = said.tapped().isPresent() ? Taps.uuid(said.tapped(), RemoveStaffMember.NAME, "staff").map(StaffId::new)
                    : said.reading().staff().filter(Mention::certain).map(mention -> mention.candidates().getFirst());
            removal = who.map(removal::of).orElse(removal);
        }
        return removal.with(AheadWords.heard(asking, RemoveStaffMember.NAME, removal.ahead()));
    }
}
