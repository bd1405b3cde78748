package mx.yume.assistant.staff.setup;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.business.Amounts;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.setup.UpdateService.Change;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowState;
import mx.yume.platform.Money;

/** "Sube el corte a 180", "el tinte ahora cuesta $700", "la barba dura 40 minutos". */
@ApplicationScoped
class UpdateServiceEar implements StaffEar<Change> {

    private static final Pattern PRICE = Pattern.compile("\\b(?:precios?|cuestan?|vale|costar|cobr\\w+|pesos)\\b|\\$");
    private static final Pattern DURATION = Pattern.compile("\\b(?:dur\\w+|tard\\w+|minutos|min|horas?|hrs?)\\b");
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:sub\\w+|aument\\w+|baj\\w+|cambi\\w+|pon\\w*|ponle|ajust\\w+|actualiz\\w+|dej\\w+|ahora|ya|va a|desde hoy)\\b");
    private static final Pattern FROM = Pattern.compile("\\b(?:desde|a partir de) (?:los )?\\$?\\d");
    private static final Pattern QUESTION = Pattern.compile("[?¿]|\\bcuant[oa]s?\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d|\\b(?:cien|mil|cientos?|media|hora)\\b");

    private final UpdateService tool;

    UpdateServiceEar(UpdateService tool) {
        this.tool = tool;
    }

    @Override
    public UpdateService tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (asking.tapped().filter(id -> id.startsWith(UpdateService.NAME + ":")).isPresent()) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (QUESTION.matcher(words).find() || asking.said().stream().allMatch(said -> said.reading().services().isEmpty())) {
            return VERB.matcher(words).find() && words.contains("precio") ? 2 : 0;
        }
        var what = PRICE.matcher(words).find() || DURATION.matcher(words).find();
        var changes = VERB.matcher(words).find();
        return changes && NUMBER.matcher(words).find() ? 3 : what && NUMBER.matcher(words).find() ? 2 : changes && what ? 2 : 0;
    }

    @Override
    public Change fill(StaffAsking asking, Optional<Change> before, FlowState asked) {
        var change = before.orElse(Change.NOTHING);
        for (var said : asking.said()) {
            change = said.tapped().map(tapped(change)).orElse(change);
            change = said.tapped().isPresent() ? change : fill(change, said, asked);
        }
        return change;
    }

    private static Function<String, Change> tapped(Change change) {
        return id -> Taps.uuid(Optional.of(id), UpdateService.NAME, "service").map(ServiceId::new).map(change::of)
                .orElse(change);
    }

    private static Change fill(Change before, Said said, FlowState asked) {
        var named = said.reading().services().stream().filter(Mention::certain).map(mention -> mention.candidates().getFirst())
                .findFirst();
        var change = named.map(before::of).orElse(before);
        var words = Plain.of(said.words());
        if (DURATION.matcher(words).find() && !PRICE.matcher(words).find()) {
            return Amounts.duration(said.words()).map(change::lasting).orElse(change);
        }
        var price = asked == FlowState.COLLECTING_PRICE || asked == FlowState.CONFIRMING || NUMBER.matcher(words).find()
                ? Amounts.price(said.words())
                : Optional.<Money>empty();
        var filled = change;
        return price.map(amount -> filled.costing(amount, FROM.matcher(words).find())).orElse(filled);
    }
}
