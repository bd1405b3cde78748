package mx.yume.assistant.staff.day.blocks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.business.Spans;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.business.Capability;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** "Bloquea mañana de 2 a 4", "no voy el viernes", "el lunes no abrimos en la tarde". */
@ApplicationScoped
class BlockTimeEar implements StaffEar<BlockOrder> {

    private static final Pattern BLOCK = Pattern
            .compile("\\bbloque(?:a|ar|ame|amos|emos|ale|en|alo|arme|o|es)\\b|\\bbloqueo (?:para|de|el)\\b");
    private static final Pattern AWAY = Pattern
            .compile("\\bno (?:voy|vengo|ire|vendre|estare|estoy|voy a (?:ir|estar|venir|trabajar)|trabajo"
                    + "|trabajare|puedo (?:ir|venir|trabajar)|abrimos|vamos a abrir|abriremos|atendemos|trabajamos|viene|va a venir|vendra|va a estar"
                    + "|trabaja|estara|va a trabajar)\\b|\\b(?:descanso|descansa|descansamos|vacaciones|dia libre|falto|faltare|voy a faltar|va a faltar"
                    + "|me tomo|salgo (?:a comer|temprano)|voy a (?:comer|salir|un|al) )");
    private static final Pattern EVERYBODY = Pattern
            .compile("\\b(?:abrimos|vamos a abrir|abriremos|atendemos|trabajamos|descansamos|cerramos"
                    + "|a todos|de todos|para todos|todo el (?:equipo|negocio|salon|local|mundo)|(?:al?|el|del) (?:negocio|salon|local))\\b");
    private static final Pattern AGAINST = Pattern.compile("(?iu)\\bbloqu\\p{L}+\\s+(?:la\\s+agenda\\s+)?(?:a|de)\\s+\\p{L}+");
    private static final Pattern GIVES_BACK = Pattern.compile("\\b(?:quita|desbloque|libera|borra|elimina)");
    private static final Pattern MINE = Pattern.compile("\\b(?:me|mi|mis|yo|voy|vengo|falto|descanso)\\b");
    private static final Pattern WHOLE = Pattern.compile("\\b(?:todo el dia|dia completo|el dia entero|completo)\\b");
    private static final Pattern OTHERWISE = Pattern
            .compile("\\b(?:quita\\w*|desbloque\\w*|libera\\w*|borra\\w*|elimina\\w*|cancel\\w*|llego|vino)\\b"
                    + "|\\b(?:la|cita|lo) de (?:las? \\d|\\p{L}+)|\\?");
    private static final Pattern REASON = Pattern
            .compile("(?iu)\\b(?:por|porque|para|motivo:?)\\s+(?!la\\s+(?:mañana|tarde|noche)\\b|las\\s"
                    + "|el\\b|los\\b|mañana|hoy|pasado|todos|todo\\b|favor|\\d|dos\\b|tres\\b|una\\s+hora|media)([\\p{L}].{2,110})$");
    private static final Pattern REASON_WORD = Pattern.compile("\\b(vacaciones|comida|comer|doctor|dentista|curso|junta)\\b");

    private final BlockTime tool;

    BlockTimeEar(BlockTime tool) {
        this.tool = tool;
    }

    @Override
    public BlockTime tool() {
        return tool;
    }

    /** "No abrimos" is a closed day of the business to whoever may set one, and everybody's time off to the others. */
    @Override
    public int hears(StaffAsking asking) {
        if (Taps.of(asking.tapped(), BlockTime.NAME)) {
            return 3;
        }
        var words = Plain.of(asking.words());
        if (BLOCK.matcher(words).find()) {
            return GIVES_BACK.matcher(words).find() ? 0 : 3;
        }
        var away = AWAY.matcher(words).find() && !OTHERWISE.matcher(words).find();
        if (!away || Spans.read(asking.words(), asking.lexicon()).isEmpty()) {
            return away ? 1 : 0;
        }
        return EVERYBODY.matcher(words).find() && !asking.may(Capability.CHANGE_SETUP) ? 3 : 2;
    }

    @Override
    public BlockOrder fill(StaffAsking asking, Optional<BlockOrder> before, FlowState asked) {
        var order = before.orElse(BlockOrder.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent() ? tapped(order, said.tapped()) : words(asking, order, said, asked);
        }
        return order;
    }

    private static BlockOrder tapped(BlockOrder order, Optional<String> tapped) {
        return switch (tapped.orElse("")) {
            case BlockTime.WHOLE_DAY -> order.allDay();
            case BlockTime.GIVE_REASON -> order.because(Optional.empty(), true);
            case BlockTime.NO_REASON -> order.because(Optional.empty(), false);
            default ->
                Taps.uuid(tapped, BlockTime.NAME, BlockTime.STAFF).map(id -> order.of(Optional.of(id), false)).orElse(order);
        };
    }

    private static BlockOrder words(StaffAsking asking, BlockOrder before, Said said, FlowState asked) {
        var plain = Plain.of(said.words());
        if (asked == FlowState.COLLECTING_REASON && !plain.isEmpty()) {
            return before.because(plain.matches("no|nada|ninguno|sin motivo") ? Optional.empty()
                    : Optional.of(BlockTime.short120(said.words().strip())), false);
        }
        if (said.reading().answer().isPresent()) {
            return before;
        }
        var order = when(asking, whose(asking, before, said, plain), said, plain);
        return reason(said.words()).map(why -> order.because(Optional.of(why), false)).orElse(order);
    }

    private static BlockOrder whose(StaffAsking asking, BlockOrder order, Said said, String plain) {
        if (EVERYBODY.matcher(plain).find()) {
            return order.of(Optional.empty(), true);
        }
        var member = WhichWords.member(said.words(), asking.lexicon()).map(StaffId::value);
        if (member.isPresent() && !(MINE.matcher(plain).find() && !BLOCK.matcher(plain).find())) {
            return order.of(member.filter(id -> !id.equals(asking.member().id().value())), false);
        }
        var named = AGAINST.matcher(said.words());
        return named.find() && member.isEmpty()
                ? Somebody.in(named.group(), asking.lexicon()).map(order::called).orElse(order)
                : order;
    }

    /** A day that answers "¿qué día?" says nothing of hours, and hours that answer "¿de qué hora…?" nothing of the day. */
    private static BlockOrder when(StaffAsking asking, BlockOrder before, Said said, String plain) {
        var read = Spans.read(said.words(), asking.lexicon());
        var order = before;
        if (read.isPresent()) {
            var span = read.get();
            var onlyHours = said.reading().day().isEmpty() && !span.weekly() && before.from().isPresent();
            order = onlyHours ? order
                    : order.days(span.from(), span.to(), span.weekly() ? List.copyOf(span.weekdays()) : List.of(),
                            span.weekly() && !span.to().equals(span.from()));
            if (span.hours().isPresent()) {
                order = order.hours(span.hours().get().opens(), span.hours().get().closes());
            }
        }
        var whole = WHOLE.matcher(plain).find() || (AWAY.matcher(plain).find() && order.opens().isEmpty()
                && order.from().isPresent());
        return whole && read.flatMap(span -> span.hours()).isEmpty() ? order.allDay() : order;
    }

    private static Optional<String> reason(String words) {
        var said = REASON.matcher(words.strip());
        if (said.find()) {
            return Optional.of(BlockTime.short120(said.group(1).strip()));
        }
        var word = REASON_WORD.matcher(Plain.of(words));
        return word.find() ? Optional.of(Character.toUpperCase(word.group(1).charAt(0)) + word.group(1).substring(1))
                : Optional.empty();
    }
}
