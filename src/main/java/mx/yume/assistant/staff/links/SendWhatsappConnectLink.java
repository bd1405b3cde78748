package mx.yume.assistant.staff.links;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.numbers.signup.Signups;
import mx.yume.notifications.DashboardLinks;

/** send_whatsapp_connect_link. */
@ApplicationScoped
class SendWhatsappConnectLink implements LinkTool {

    private final DashboardLinks links;
    private final Signups signups;
    private final LinkTexts texts;

    SendWhatsappConnectLink(DashboardLinks links, Signups signups, LinkTexts texts) {
        this.links = links;
        this.signups = signups;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of("send_whatsapp_connect_link",
                "Cuando quieren conectar o usar su propio número de WhatsApp: manda aparte el link de la página donde se conecta y se ve cómo va");
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
        var business = asking.business().publicName();
        return signups.launch().isPresent() ? texts.connect(business) : texts.number(business);
    }
}
