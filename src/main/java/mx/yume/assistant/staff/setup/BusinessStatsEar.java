package mx.yume.assistant.staff.setup;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.setup.BusinessStats.Question;
import mx.yume.conversation.FlowState;

/** "¿Cómo voy este mes?", "¿cuánto vendimos ayer?". */
@ApplicationScoped
class BusinessStatsEar implements StaffEar<Question> {

    private static final Pattern ASKS = Pattern.compile(
            "\\bcomo (?:voy|vamos|va el negocio|me fue|nos fue|nos ha ido|me ha ido|estuvo|cerramos)\\b"
                    + "|\\bcuant[oa]s? (?:llevo|llevamos|hemos|he|gane|ganamos|vendi|vendimos|facture|facturamos|dinero|ingres\\w+|clientes? nuev\\w+|citas (?:tuve|tuvimos|hubo|canceladas|llevamos|hice|hicimos))\\b"
                    + "|\\b(?:estadisticas?|ventas|ingresos|numeros del (?:mes|dia)|corte de caja|reporte|resumen del (?:mes|dia|negocio))\\b");

    private final BusinessStats tool;

    BusinessStatsEar(BusinessStats tool) {
        this.tool = tool;
    }

    @Override
    public BusinessStats tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        return ASKS.matcher(Plain.of(asking.words())).find() ? 3 : 0;
    }

    @Override
    public Question fill(StaffAsking asking, Optional<Question> before, FlowState asked) {
        return new Question(Period.in(Plain.of(asking.words()), asking.turn().localNow().toLocalDate()));
    }
}
