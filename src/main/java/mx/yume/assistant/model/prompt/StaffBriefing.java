package mx.yume.assistant.model.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.OrderDraft;
import mx.yume.assistant.orders.Sheet;
import mx.yume.business.Business;
import mx.yume.business.Permission;
import mx.yume.conversation.StaffTurn;

/** What the model is told when somebody of the staff writes: their business, the moment, and only what they may. */
public final class StaffBriefing {

    private StaffBriefing() {}

    /**
     * @param may what they are offered
     * @param draft of the order under way
     */
    public static Map<String, String> of(StaffTurn turn, List<Sheet> may, Optional<OrderDraft> draft) {
        return of(turn, may, errand(draft));
    }

    /** @param errand what is known of the flow under way */
    public static Map<String, String> of(StaffTurn turn, List<Sheet> may, String errand) {
        var business = turn.business();
        var now = turn.localNow();
        return Map.ofEntries(
                Map.entry("business", Briefing.line(business.publicName())),
                Map.entry("member", Briefing.line(turn.member().name())),
                Map.entry("permission", word(turn.member().permission())),
                Map.entry("now", SpanishWriter.dateTime(now)),
                Map.entry("iso", now.toLocalDateTime().withSecond(0).withNano(0).toString()),
                Map.entry("zone", turn.zone().getId()),
                Map.entry("may", may.stream().map(sheet -> "- " + Briefing.line(sheet.description()))
                        .collect(Collectors.joining("\n"))),
                Map.entry("address", Briefing.address(business)),
                Map.entry("hours", Briefing.hours(business.location().hours())),
                Map.entry("services", Briefing.services(business.services())),
                Map.entry("team", team(business)),
                Map.entry("errand", errand));
    }

    /** Nothing of an order but its tool and its words: what is shown to be agreed to is the system's business. */
    private static String errand(Optional<OrderDraft> draft) {
        return draft.map(order -> "%s; hasta ahora: %s; %s".formatted(order.tool(), Briefing.line(order.order()),
                order.shown().isPresent() ? "ya se le enseñó y se espera su sí" : "el sistema ya preguntó lo que falta"))
                .orElse("ninguno");
    }

    private static String team(Business business) {
        return business.staff().stream().map(member -> "- %s (%s)".formatted(Briefing.line(member.name()),
                word(member.permission()))).collect(Collectors.joining("\n"));
    }

    private static String word(Permission permission) {
        return switch (permission) {
            case OWNER -> "dueña o dueño";
            case ADMIN -> "administración";
            case STAFF -> "personal";
            case VIEWER -> "solo consulta";
        };
    }
}
