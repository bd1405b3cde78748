package mx.yume.assistant.staff.day.visits;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.conversation.outbox.Dispatch;
import mx.yume.scheduling.Appointment;

/** Says beforehand whether the customer will hear of it. */
@ApplicationScoped
class Telling {

    private final Dispatch dispatch;
    private final VisitTexts texts;

    Telling(Dispatch dispatch, VisitTexts texts) {
        this.dispatch = dispatch;
        this.texts = texts;
    }

    Uni<String> line(StaffAsking asking, Appointment visit, boolean notify) {
        var name = Visits.firstName(visit);
        if (!notify) {
            return Uni.createFrom().item(texts.tellThem());
        }
        return visit.customer().map(person -> dispatch.notifies(asking.organization(), person, asking.turn().origin().sql()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(reached -> reached ? texts.willTell(name) : texts.cannotTell(name));
    }
}
