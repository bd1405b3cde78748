package mx.yume.conversation.turn;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.conversation.Assistant;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Progress;
import mx.yume.conversation.turn.TurnEnd.Outcome;
import mx.yume.customers.Customers;
import mx.yume.platform.OrganizationId;

/** Routes a turn and gets it answered. No transaction is open while an assistant thinks. */
@ApplicationScoped
class Answers {

    private final RouteLookup lookup;
    private final FixedReplies fixed;
    private final Businesses businesses;
    private final Customers customers;
    private final Assistant assistant;

    Answers(RouteLookup lookup, FixedReplies fixed, Businesses businesses, Customers customers, Assistant assistant) {
        this.lookup = lookup;
        this.fixed = fixed;
        this.businesses = businesses;
        this.customers = customers;
        this.assistant = assistant;
    }

    Uni<Outcome> answer(OpenTurn turn, Progress progress) {
        return lookup.facts(turn).map(Router::route)
                .invoke(route -> progress.trace("route", route.getClass().getSimpleName() + ": " + route.reason(), 0))
                .chain(route -> switch (route) {
                    case Route.BusinessOnboarding onboarding -> ready(fixed.businessOnboarding(turn));
                    case Route.Management management -> business(management.organization())
                            .map(business -> fixed.management(turn, business.publicName()));
                    case Route.Redirect redirect -> ready(fixed.redirect(turn, redirect.businesses()));
                    case Route.StaffOnboarding onboarding -> business(turn.key().organization())
                            .map(business -> fixed.staffOnboarding(turn, business.publicName()));
                    case Route.CustomerFlows customer -> customer(turn, progress);
                    case Route.Suspended suspended -> business(turn.key().organization())
                            .map(business -> fixed.suspended(turn, business));
                    case Route.OverRate overRate -> ready(fixed.overRate(turn));
                });
    }

    Outcome apology(OpenTurn turn) {
        return fixed.apology(turn, Optional.empty());
    }

    private Uni<Outcome> customer(OpenTurn turn, Progress progress) {
        var organization = turn.key().organization();
        return Uni.combine().all().unis(business(organization), customers.person(organization, turn.person())).asTuple()
                .map(found -> new CustomerTurn(turn.key(), turn.origin(), found.getItem1(), found.getItem2(), turn.messages(),
                        turn.offered(), turn.firstContact(), turn.startedAt(), progress))
                .chain(assistant::answer)
                .map(reply -> new Outcome("5 customer flows", reply.assistant(), reply.messages(), FixedReplies.purpose(turn),
                        false));
    }

    private Uni<Business> business(OrganizationId organization) {
        return businesses.load(organization).map(found -> found.orElseThrow(
                () -> new IllegalStateException("Organization " + organization + " has no active location")));
    }

    private static Uni<Outcome> ready(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
