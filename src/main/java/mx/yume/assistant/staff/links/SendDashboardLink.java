package mx.yume.assistant.staff.links;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.notifications.DashboardLinks;

/** send_dashboard_link. */
@ApplicationScoped
class SendDashboardLink implements LinkTool {

    private final DashboardLinks links;
    private final LinkTexts texts;

    SendDashboardLink(DashboardLinks links, LinkTexts texts) {
        this.links = links;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of("send_dashboard_link",
                "Le manda a quien pregunta el link para entrar al tablero (la página web) de su negocio. El sistema lo manda aparte");
    }

    @Override
    public DashboardLinks links() {
        return links;
    }

    @Override
    public LinkOrder order() {
        return new LinkOrder(DashboardLinks.Shows.DAY);
    }

    @Override
    public String sentence(StaffAsking asking) {
        return texts.dashboard();
    }
}
