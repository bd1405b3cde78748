package mx.yume.assistant.staff.links;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.conversation.FlowState;

/** "Quiero conectar mi número", "usar mi propio WhatsApp". */
@ApplicationScoped
class SendWhatsappConnectLinkEar implements StaffEar<LinkOrder> {

    private static final String NUMBER = "(?:numero|whats?(?:app?)?|wha?ts|wpp|telefono|celular|linea)\\b";
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:conect\\w+|vincul\\w+|enlaz\\w+|integr\\w+)\\b.{0,25}\\b" + NUMBER
                    + "|\\b(?:us(?:ar|o|emos)|utilizar|poner|quedarme con|conservar|seguir con|tener|cambiar(?: a)?|migrar|pasar)\\b"
                    + ".{0,12}\\b(?:mi|nuestro|el mismo|su)(?: propio| mismo)? " + NUMBER);

    private final SendWhatsappConnectLink tool;

    SendWhatsappConnectLinkEar(SendWhatsappConnectLink tool) {
        this.tool = tool;
    }

    @Override
    public SendWhatsappConnectLink tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        return ASKS.matcher(Plain.of(asking.words())).find() ? 3 : 0;
    }

    @Override
    public LinkOrder fill(StaffAsking asking, Optional<LinkOrder> before, FlowState asked) {
        return tool.order();
    }
}
