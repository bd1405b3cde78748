package mx.yume.conversation.turn;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.conversation.Assistant;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.Progress;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;
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
                    case Route.BusinessOnboarding _ -> founder(turn, progress);
                    case Route.Management(var organization, var member, _) ->
                        staff(turn, organization, member, false, progress);
                    case Route.Redirect redirect -> ready(fixed.redirect(turn, redirect.businesses()));
                    case Route.StaffOnboarding(var member, _) ->
                        staff(turn, turn.key().organization(), member, true, progress);
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
                .map(reply -> assisted("5 customer flows", turn, reply));
    }

    /** Their person is the conversation's, their business may be another organization: then it is the central number's. */
    private Uni<Outcome> staff(OpenTurn turn, OrganizationId organization, StaffId id, boolean onboarding, Progress progress) {
        var central = turn.key().organization().equals(OrganizationId.YUME);
        var route = onboarding ? "3 staff onboarding" : central ? "2a management" : "4 management";
        return Uni.combine().all().unis(business(organization), customers.person(turn.key().organization(), turn.person()))
                .asTuple().map(found -> {
                    var member = found.getItem1().staffMember(id).orElseThrow(
                            () -> new IllegalStateException("Staff member " + id + " left " + organization + " just now"));
                    return new StaffTurn(turn.key(), turn.origin(), found.getItem1(), member, onboarding, found.getItem2(),
                            turn.messages(), turn.offered(), turn.firstContact(), turn.startedAt(), progress);
                }).chain(assistant::answer).map(reply -> assisted(route, turn, reply));
    }

    private Uni<Outcome> founder(OpenTurn turn, Progress progress) {
        return customers.person(turn.key().organization(), turn.person())
                .map(person -> new FounderTurn(turn.key(), turn.origin(), person, turn.messages(), turn.offered(),
                        turn.firstContact(), turn.startedAt(), progress))
                .chain(assistant::answer).map(reply -> assisted("1 business onboarding", turn, reply));
    }

    private static Outcome assisted(String route, OpenTurn turn, Reply reply) {
        return new Outcome(route, reply.assistant(), reply.messages(), FixedReplies.purpose(turn), false);
    }

    private Uni<Business> business(OrganizationId organization) {
        return businesses.load(organization).map(found -> found.orElseThrow(
                () -> new IllegalStateException("Organization " + organization + " has no active location")));
    }

    private static Uni<Outcome> ready(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
