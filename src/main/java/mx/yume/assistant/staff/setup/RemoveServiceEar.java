package mx.yume.assistant.staff.setup;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.setup.RemoveService.Removal;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowState;

/** "Quita la barba del menú", "ya no hacemos gelish". */
@ApplicationScoped
class RemoveServiceEar implements StaffEar<Removal> {

    private static final Pattern REMOVE = Pattern
            .compile(
                    "\\b(?:quit\\w+|borr\\w+|elimin\\w+|da de baja|dar de baja|ya no (?:hacemos|hago|damos|doy|vendemos|ofrecemos|manejamos))\\b");
    private static final Pattern OF_THE_MENU = Pattern.compile("\\b(?:servicios?|menu|lista de precios)\\b");

    private final RemoveService tool;

    RemoveServiceEar(RemoveService tool) {
        this.tool = tool;
    }

    @Override
    public RemoveService tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (asking.tapped().filter(id -> id.startsWith(RemoveService.NAME + ":")).isPresent()) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (!REMOVE.matcher(words).find()) {
            return 0;
        }
        var named = asking.said().stream().anyMatch(said -> !said.reading().services().isEmpty());
        return OF_THE_MENU.matcher(words).find() ? 3 : named ? 2 : 0;
    }

    @Override
    public Removal fill(StaffAsking asking, Optional<Removal> before, FlowState asked) {
        var removal = before.orElse(Removal.NOTHING);
        for (var said : asking.said()) {
            var named = said.tapped().isPresent() ? Taps.uuid(said.tapped(), RemoveService.NAME, "service").map(ServiceId::new)
                    : said.reading().services().stream().filter(Mention::certain)
                            .map(mention -> mention.candidates().getFirst()).findFirst();
            removal = named.map(removal::of).orElse(removal);
        }
        return removal.with(AheadWords.heard(asking, RemoveService.NAME, removal.ahead()));
    }
}
