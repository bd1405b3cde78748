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
        if (facts.command().isPresent()) {
            return new Route.Administration(facts.command().orElseThrow(), "central number, an administrator's command");
        }
        if (facts.founding()) {
            return new Route.BusinessOnboarding("central number, an unfinished onboarding");
        }
        return switch (facts.registrations().size()) {
            case 0 -> new Route.BusinessOnboarding("central number, not staff anywhere");
            case 1 -> management(facts, facts.registrations().getFirst(), "central number, staff of one business");
            default -> new Route.Redirect(facts.registrations(),
                    "central number, staff of " + facts.registrations().size() + " businesses");
        };
    }

    private static Route business(RouteFacts facts) {
        var here = facts.registrations().stream()
                .filter(registration -> registration.organization().equals(facts.receiver())).findFirst();
        if (here.isEmpty()) {
            return customer(facts);
        }
        return here.orElseThrow().onboarded()
                ? management(facts, here.orElseThrow(), "onboarded staff of this business")
                : new Route.StaffOnboarding(here.orElseThrow().member(),
                        "staff of this business who has not finished onboarding");
    }

    private static Route customer(RouteFacts facts) {
        if (facts.suspended()) {
            return new Route.Suspended("a customer of a suspended business");
        }
        return facts.handoffs().open()
                .<Route>map(handoff -> new Route.HandedOff(handoff, "a person of the business answers this customer"))
                .orElseGet(() -> new Route.CustomerFlows("not active staff of this business"));
    }

    private static Route management(RouteFacts facts, Registration here, String reason) {
        var handoffs = facts.handoffs();
        if (handoffs.relaying().isPresent()) {
            return new Route.Relaying(here.organization(), here.member(), handoffs.relaying().orElseThrow(),
                    reason + ", answering a customer");
        }
        return handoffs.call()
                .<Route>map(call -> new Route.HandoffDecision(here.organization(), here.member(), call,
                        reason + ", deciding about a customer who wants a person"))
                .orElseGet(() -> new Route.Management(here.organization(), here.member(), reason));
    }
}
