package mx.yume.conversation.turn;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.conversation.AdminCommand;
import mx.yume.conversation.AdministratorTurn;
import mx.yume.conversation.Assistant;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.Progress;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;
import mx.yume.conversation.handoff.CustomerSide;
import mx.yume.conversation.handoff.HandoffCall;
import mx.yume.conversation.handoff.HandoffId;
import mx.yume.conversation.handoff.StaffSide;
import mx.yume.conversation.turn.TurnEnd.Outcome;
import mx.yume.customers.Consent.What;
import mx.yume.customers.Consents;
import mx.yume.customers.Customers;
import mx.yume.platform.OrganizationId;

/** Routes a turn and gets it answered. No transaction is open while an assistant thinks. */
@ApplicationScoped
class Answers {

    private static final String CUSTOMERS = "5 customer flows";

    private final RouteLookup lookup;
    private final FixedReplies fixed;
    private final Businesses businesses;
    private final Customers customers;
    private final Assistant assistant;
    private final Consents consents;
    private final CustomerSide customerSide;
    private final StaffSide staffSide;

    Answers(RouteLookup lookup, FixedReplies fixed, Businesses businesses, Customers customers, Assistant assistant,
            Consents consents, CustomerSide customerSide, StaffSide staffSide) {
        this.lookup = lookup;
        this.fixed = fixed;
        this.businesses = businesses;
        this.customers = customers;
        this.assistant = assistant;
        this.consents = consents;
        this.customerSide = customerSide;
        this.staffSide = staffSide;
    }

    Uni<Conclusion> answer(OpenTurn turn, Progress progress) {
        return lookup.facts(turn).map(Router::route)
                .invoke(route -> progress.trace("route", route.getClass().getSimpleName() + ": " + route.reason(), 0))
                .chain(route -> switch (route) {
                    case Route.BusinessOnboarding _ -> founder(turn, progress);
                    case Route.Management(var organization, var member, _) ->
                        staff(turn, organization, member, false, progress).chain(it -> managed(turn, it));
                    case Route.Relaying(var organization, var member, var handoff, _) ->
                        staff(turn, organization, member, false, progress).map(it -> relayed(turn, it, handoff));
                    case Route.HandoffDecision(var organization, var member, var call, _) ->
                        staff(turn, organization, member, false, progress).map(it -> decided(turn, it, call));
                    case Route.Redirect redirect -> ready(fixed.redirect(turn, redirect.businesses()));
                    case Route.StaffOnboarding(var member, _) ->
                        staff(turn, turn.key().organization(), member, true, progress)
                                .chain(it -> assisted("3 staff onboarding", turn, it));
                    case Route.CustomerFlows _ -> asCustomer(turn, progress).chain(it -> assisted(CUSTOMERS, turn, it));
                    case Route.HandedOff(var handoff, _) -> customer(turn, progress).chain(it -> handedOff(turn, it, handoff));
                    case Route.Administration(var command, _) -> administrator(turn, command, progress);
                    case Route.Suspended _ -> business(turn.key().organization())
                            .map(business -> Conclusion.of(fixed.suspended(turn, business)));
                    case Route.OverRate _ -> ready(fixed.overRate(turn));
                });
    }

    Outcome apology(OpenTurn turn) {
        return fixed.apology(turn, Optional.empty());
    }

    private Uni<CustomerTurn> customer(OpenTurn turn, Progress progress) {
        var organization = turn.key().organization();
        return Uni.combine().all().unis(business(organization), customers.person(organization, turn.person())).asTuple()
                .map(found -> new CustomerTurn(turn.key(), turn.origin(), found.getItem1(), found.getItem2(), turn.messages(),
                        turn.offered(), turn.firstContact(), turn.startedAt(), progress));
    }

    /** Whoever was staff until just now leaves behind what they were about as such. */
    private Uni<CustomerTurn> asCustomer(OpenTurn turn, Progress progress) {
        progress.activeFlow().filter(flow -> !flow.kind().ofCustomers())
                .ifPresent(flow -> progress.flow(flow.to(FlowState.DROPPED, flow.draft())));
        return customer(turn, progress);
    }

    /** Their person is the conversation's, their business may be another organization: then it is the central number's. */
    private Uni<StaffTurn> staff(OpenTurn turn, OrganizationId organization, StaffId id, boolean onboarding,
            Progress progress) {
        return Uni.combine().all().unis(business(organization), customers.person(turn.key().organization(), turn.person()))
                .asTuple().map(found -> {
                    var member = found.getItem1().staffMember(id).orElseThrow(
                            () -> new IllegalStateException("Staff member " + id + " left " + organization + " just now"));
                    return new StaffTurn(turn.key(), turn.origin(), found.getItem1(), member, onboarding, found.getItem2(),
                            turn.messages(), turn.offered(), turn.firstContact(), turn.startedAt(), progress);
                });
    }

    private Uni<Conclusion> founder(OpenTurn turn, Progress progress) {
        return customers.person(turn.key().organization(), turn.person())
                .map(person -> new FounderTurn(turn.key(), turn.origin(), person, turn.messages(), turn.offered(),
                        turn.firstContact(), turn.startedAt(), progress))
                .chain(it -> assisted("1 business onboarding", turn, it));
    }

    /** Whatever else they are about goes on as if they had not asked. */
    private Uni<Conclusion> administrator(OpenTurn turn, AdminCommand command, Progress progress) {
        return customers.person(turn.key().organization(), turn.person())
                .chain(person -> assistant.answer(new AdministratorTurn(turn.key(), turn.origin(), person, command,
                        turn.messages(), turn.offered(), turn.firstContact(), turn.startedAt(), progress)))
                .map(reply -> Conclusion.of(outcome("administration", turn, reply)));
    }

    private Uni<Conclusion> assisted(String route, OpenTurn turn, AssistedTurn assisted) {
        return answered(assisted).map(reply -> turn.firstContact() && !reply.messages().isEmpty()
                ? introduced(route, turn, reply)
                : Conclusion.of(outcome(route, turn, reply)));
    }

    /** The first reply of all gives the privacy notice, whoever answers. */
    private Conclusion introduced(String route, OpenTurn turn, Reply reply) {
        return new Conclusion() {
            @Override
            public Uni<Outcome> reach(SqlConnection connection) {
                return Uni.createFrom().item(outcome(route, turn, reply));
            }

            @Override
            public Uni<Void> afterwards(SqlConnection connection) {
                return consents.add(connection, turn.key().organization(), turn.person(), What.PRIVACY_NOTICE, true,
                        turn.key().turn().value());
            }
        };
    }

    private Uni<Reply> answered(AssistedTurn assisted) {
        return assistant.answer(assisted).invoke(() -> assisted.progress().takeUp());
    }

    /** Whoever is in charge is told in passing of those who wanted a person when nobody could be told. */
    private Uni<Conclusion> managed(OpenTurn turn, StaffTurn staff) {
        staffSide.repair(staff);
        return answered(staff).map(reply -> new Conclusion() {
            @Override
            public Uni<Outcome> reach(SqlConnection connection) {
                return Uni.createFrom().item(outcome(management(turn), turn, reply));
            }

            @Override
            public Uni<Void> afterwards(SqlConnection connection) {
                return staffSide.tellOfThoseLeft(connection, staff);
            }
        });
    }

    private Conclusion relayed(OpenTurn turn, StaffTurn staff, HandoffId handoff) {
        return connection -> staffSide.passOn(connection, staff, handoff).map(reply -> outcome(management(turn), turn, reply));
    }

    private Conclusion decided(OpenTurn turn, StaffTurn staff, HandoffCall call) {
        staffSide.repair(staff);
        return connection -> staffSide.decide(connection, staff, call).map(reply -> outcome(management(turn), turn, reply));
    }

    private Uni<Conclusion> handedOff(OpenTurn turn, CustomerTurn customer, HandoffId handoff) {
        return customerSide.others(turn.key().organization()).map(others -> connection -> (customerSide.endedBy(turn.messages())
                ? customerSide.end(connection, customer, handoff, others)
                : customerSide.passOn(connection, customer, handoff, others)).map(reply -> outcome(CUSTOMERS, turn, reply)));
    }

    private static String management(OpenTurn turn) {
        return turn.key().organization().equals(OrganizationId.YUME) ? "2a management" : "4 management";
    }

    private static Outcome outcome(String route, OpenTurn turn, Reply reply) {
        return new Outcome(route, reply.assistant(), reply.messages(), FixedReplies.purpose(turn), false);
    }

    private Uni<Business> business(OrganizationId organization) {
        return businesses.load(organization).map(found -> found.orElseThrow(
                () -> new IllegalStateException("Organization " + organization + " has no active location")));
    }

    private static Uni<Conclusion> ready(Outcome outcome) {
        return Uni.createFrom().item(Conclusion.of(outcome));
    }
}
