package mx.yume.assistant.staff.links;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.conversation.FlowState;

/** "Mándame el link del tablero", "quiero entrar a la página". */
@ApplicationScoped
class SendDashboardLinkEar implements StaffEar<LinkOrder> {

    private static final Pattern ASKS = Pattern.compile("\\b(?:tablero|dash ?board|panel(?: de control)?)\\b"
            + "|\\b(?:entrar|entro|acceder|accedo|acceso|abrir|abro|iniciar sesion|inicio sesion)\\b.{0,25}\\b(?:pagina|sitio|web|portal|plataforma|sistema|cuenta|compu(?:tadora)?)\\b"
            + "|\\b(?:manda|mandame|pasa|pasame|envia|enviame|dame|quiero|necesito|ocupo)\\b.{0,12}\\b(?:link|liga|enlace)\\b"
            + "(?!.{0,20}\\b(?:pago|mapa|ubicacion|maps))"
            + "|^(?:(?:el|mi|otro) )?(?:link|liga|enlace)(?: (?:nuevo|nueva))?(?: por favor| porfa)?[?.!]*$");
    /** A link for customers is another thing. */
    private static final Pattern FOR_OTHERS = Pattern
            .compile("\\b(?:client[ea]s?|agend\\w+|reserv\\w+|clientela|compartir|conectar|vincular)\\b");

    private final SendDashboardLink tool;

    SendDashboardLinkEar(SendDashboardLink tool) {
        this.tool = tool;
    }

    @Override
    public SendDashboardLink tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        var words = Plain.of(asking.words());
        return ASKS.matcher(words).find() && !FOR_OTHERS.matcher(words).find() ? 3 : 0;
    }

    @Override
    public LinkOrder fill(StaffAsking asking, Optional<LinkOrder> before, FlowState asked) {
        return tool.order();
    }
}
