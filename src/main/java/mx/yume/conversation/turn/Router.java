package mx.yume.conversation.turn;

import mx.yume.platform.OrganizationId;

/** Decides where a turn goes from two things: which number received it, and who sent it. Pure. */
public final class Router {

    private Router() {}

    public static Route route(RouteFacts facts) {
        if (facts.overRate()) {
            return new Route.OverRate("more messages than the limit");
        }
        return facts.receiver().equals(OrganizationId.YUME) ? central(facts) : business(facts);
    }

    private static Route central(RouteFacts facts) {
        if (facts.founding()) {
            return new Route.BusinessOnboarding("central number, an unfinished onboarding");
        }
        return switch (facts.registrations().size()) {
            case 0 -> new Route.BusinessOnboarding("central number, not staff anywhere");
            case 1 -> new Route.Management(facts.registrations().getFirst().organization(),
                    facts.registrations().getFirst().member(), "central number, staff of one business");
            default -> new Route.Redirect(facts.registrations(),
                    "central number, staff of " + facts.registrations().size() + " businesses");
        };
    }

    private static Route business(RouteFacts facts) {
        var here = facts.registrations().stream()
                .filter(registration -> registration.organization().equals(facts.receiver())).findFirst();
        if (here.isEmpty()) {
            return facts.suspended() ? new Route.Suspended("a customer of a suspended business")
                    : new Route.CustomerFlows("not active staff of this business");
        }
        return here.orElseThrow().onboarded()
                ? new Route.Management(facts.receiver(), here.orElseThrow().member(), "onboarded staff of this business")
                : new Route.StaffOnboarding(here.orElseThrow().member(),
                        "staff of this business who has not finished onboarding");
    }
}
