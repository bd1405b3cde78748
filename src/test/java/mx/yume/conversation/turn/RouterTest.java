package mx.yume.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import mx.yume.business.StaffId;
import mx.yume.conversation.AdminCommand;
import mx.yume.conversation.handoff.HandoffCall;
import mx.yume.conversation.handoff.HandoffId;
import mx.yume.platform.OrganizationId;

class RouterTest {

    private static final HandoffId HANDOFF = new HandoffId(new UUID(0, 9));
    private static final OrganizationId CENTRAL = OrganizationId.YUME;
    private static final OrganizationId LUPITA = new OrganizationId(new UUID(0, 1));
    private static final OrganizationId OTHER = new OrganizationId(new UUID(0, 2));
    private static final StaffId CARLA = new StaffId(new UUID(0, 7));
    private static final Registration AT_LUPITA = new Registration(LUPITA, CARLA, "Salón Lupita", Optional.of("+525500000002"),
            true);
    private static final Registration NEW_AT_LUPITA = new Registration(LUPITA, CARLA, "Salón Lupita", Optional.empty(), false);
    private static final Registration AT_OTHER = new Registration(OTHER, CARLA, "Barbería El Güero", Optional.empty(), true);

    static Stream<Arguments> everyCase() {
        return Stream.of(
                row("1: central, staff nowhere", CENTRAL, false, List.of(), Route.BusinessOnboarding.class),
                row("2a: central, staff of one", CENTRAL, false, List.of(AT_LUPITA), Route.Management.class),
                row("2a: central, staff of one, not onboarded", CENTRAL, false, List.of(NEW_AT_LUPITA), Route.Management.class),
                row("2b: central, staff of two", CENTRAL, false, List.of(AT_LUPITA, AT_OTHER), Route.Redirect.class),
                row("2b: central, staff of two, one not onboarded", CENTRAL, false, List.of(NEW_AT_LUPITA, AT_OTHER),
                        Route.Redirect.class),
                row("3: business, staff not onboarded", LUPITA, false, List.of(NEW_AT_LUPITA), Route.StaffOnboarding.class),
                row("4: business, staff onboarded", LUPITA, false, List.of(AT_LUPITA), Route.Management.class),
                row("4: staff of a suspended business", LUPITA, true, List.of(AT_LUPITA), Route.Management.class),
                row("5: business, anyone else (deactivated staff too)", LUPITA, false, List.of(), Route.CustomerFlows.class),
                row("5: staff of another business is a customer here", LUPITA, false, List.of(AT_OTHER),
                        Route.CustomerFlows.class),
                row("suspended: a customer", LUPITA, true, List.of(), Route.Suspended.class),
                row("suspended: staff elsewhere is a customer here", LUPITA, true, List.of(AT_OTHER), Route.Suspended.class));
    }

    private static Arguments row(String name, OrganizationId receiver, boolean suspended, List<Registration> registrations,
            Class<? extends Route> expected) {
        return Arguments.of(name, receiver, suspended, registrations, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void everyCaseGoesWhereItBelongs(String name, OrganizationId receiver, boolean suspended, List<Registration> registrations,
            Class<? extends Route> expected) {
        var route = Router.route(new RouteFacts(receiver, suspended, registrations, false, false, HandoffFacts.NONE));
        assertThat(route).isInstanceOf(expected);
        assertThat(route.reason()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void overTheRateNobodyIsReached(String name, OrganizationId receiver, boolean suspended, List<Registration> registrations,
            Class<? extends Route> expected) {
        assertThat(Router.route(new RouteFacts(receiver, suspended, registrations, false, true, HandoffFacts.NONE)))
                .isInstanceOf(Route.OverRate.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void managementIsOfTheBusinessWhereTheSenderWorks(String name, OrganizationId receiver, boolean suspended,
            List<Registration> registrations, Class<? extends Route> expected) {
        if (Router.route(
                new RouteFacts(receiver, suspended, registrations, false, false,
                        HandoffFacts.NONE)) instanceof Route.Management management) {
            assertThat(registrations).extracting(Registration::organization).contains(management.organization());
        }
    }

    @Test
    void aCustomerWhomAPersonAnswersIsHandedOff() {
        var open = new HandoffFacts(Optional.of(HANDOFF), Optional.empty(), Optional.empty());
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(), false, false, open)))
                .isInstanceOfSatisfying(Route.HandedOff.class, route -> assertThat(route.handoff()).isEqualTo(HANDOFF));
        assertThat(Router.route(new RouteFacts(LUPITA, true, List.of(), false, false, open)))
                .as("of a suspended business").isInstanceOf(Route.Suspended.class);
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(), false, true, open)))
                .as("over the rate").isInstanceOf(Route.OverRate.class);
    }

    @Test
    void whoeverAnswersACustomerIsRelayed() {
        var relaying = new HandoffFacts(Optional.empty(), Optional.of(HANDOFF),
                Optional.of(new HandoffCall.Take(Optional.empty())));
        for (var receiver : List.of(CENTRAL, LUPITA)) {
            assertThat(Router.route(new RouteFacts(receiver, false, List.of(AT_LUPITA), false, false, relaying)))
                    .isInstanceOfSatisfying(Route.Relaying.class, route -> {
                        assertThat(route.organization()).isEqualTo(LUPITA);
                        assertThat(route.handoff()).isEqualTo(HANDOFF);
                    });
        }
        assertThat(Router.route(new RouteFacts(CENTRAL, false, List.of(AT_LUPITA, AT_OTHER), false, false, relaying)))
                .as("staff of two").isInstanceOf(Route.Redirect.class);
    }

    @Test
    void aDecisionAboutAHandoffIsForStaffAlone() {
        var call = new HandoffCall.Take(Optional.of(HANDOFF));
        var tapped = new HandoffFacts(Optional.empty(), Optional.empty(), Optional.of(call));
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(AT_LUPITA), false, false, tapped)))
                .isInstanceOfSatisfying(Route.HandoffDecision.class, route -> assertThat(route.call()).isEqualTo(call));
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(), false, false, tapped)))
                .isInstanceOf(Route.CustomerFlows.class);
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(NEW_AT_LUPITA), false, false, tapped)))
                .isInstanceOf(Route.StaffOnboarding.class);
    }

    @Test
    void anAdministratorsCommandGoesBeforeWhateverElseTheyAreAtTheCentralNumber() {
        Optional<AdminCommand> command = Optional.of(new AdminCommand.Templates());
        for (var registrations : List.of(List.<Registration>of(), List.of(AT_LUPITA), List.of(AT_LUPITA, AT_OTHER))) {
            assertThat(Router.route(new RouteFacts(CENTRAL, false, registrations, true, false, HandoffFacts.NONE, command)))
                    .isInstanceOfSatisfying(Route.Administration.class,
                            route -> assertThat(route.command()).isEqualTo(command.get()));
        }
        assertThat(Router.route(new RouteFacts(CENTRAL, false, List.of(), false, true, HandoffFacts.NONE, command)))
                .as("over the rate").isInstanceOf(Route.OverRate.class);
        assertThat(Router.route(new RouteFacts(LUPITA, false, List.of(), false, false, HandoffFacts.NONE, command)))
                .as("at a business's number").isInstanceOf(Route.CustomerFlows.class);
    }
}
