package mx.yume.assistant.staff.links;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.notifications.DashboardLinks;

/** send_whatsapp_connect_link. */
@ApplicationScoped
class SendWhatsappConnectLink implements LinkTool {

    private final DashboardLinks links;
    private final LinkTexts texts;

    SendWhatsappConnectLink(DashboardLinks links, LinkTexts texts) {
        this.links = links;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of("send_whatsapp_connect_link",
                "Cuando quieren conectar o usar su propio número de WhatsApp: manda aparte el link donde se ve el número y cómo va");
    }

    @Override
    public DashboardLinks links() {
        return links;
    }

    @Override
    public LinkOrder order() {
        return new LinkOrder(DashboardLinks.Shows.NUMBER);
    }

    @Override
    public String sentence(StaffAsking asking) {
        return texts.number(asking.business().publicName());
    }
}
