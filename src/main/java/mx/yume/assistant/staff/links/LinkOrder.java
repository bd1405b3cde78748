package mx.yume.assistant.staff.links;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.notifications.DashboardLinks.Shows;

/** A link to the dashboard. Whose it is, is who asks. */
@RegisterForReflection
record LinkOrder(Shows shows) implements Order {}
