package mx.yume.assistant.staff.links;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.notifications.DashboardLinks;

/** send_dashboard_link. */
@ApplicationScoped
class SendDashboardLink extends LinkTool {

    private final LinkTexts texts;

    SendDashboardLink(DashboardLinks links, LinkTexts texts) {
        super(links, DashboardLinks.Shows.DAY);
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of("send_dashboard_link",
                "Le manda a quien pregunta el link para entrar al tablero (la página web) de su negocio. El sistema lo manda aparte");
    }

    @Override
    String sentence(StaffAsking asking) {
        return texts.dashboard();
    }
}
