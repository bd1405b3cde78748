package mx.yume.conversation.turn;

import java.util.List;

import mx.yume.business.StaffId;
import mx.yume.conversation.AdminCommand;
import mx.yume.conversation.handoff.HandoffCall;
import mx.yume.conversation.handoff.HandoffId;
import mx.yume.platform.OrganizationId;

/** Where a turn goes: the five cases of SPEC 2, and the two reasons for going nowhere. */
public sealed interface Route {

    /** Why, for the trace. */
    String reason();

    /** Case 1. */
    record BusinessOnboarding(String reason) implements Route {}

    /** Case 2a, by the central number, and case 4, by the business's own. */
    record Management(OrganizationId organization, StaffId member, String reason) implements Route {}

    /** Case 2b. */
    record Redirect(List<Registration> businesses, String reason) implements Route {}

    /** Case 3. */
    record StaffOnboarding(StaffId member, String reason) implements Route {}

    /** Case 5. */
    record CustomerFlows(String reason) implements Route {}

    /** Case 5 while a person of the business answers: what is written is passed on to them. */
    record HandedOff(HandoffId handoff, String reason) implements Route {}

    /** Cases 2a and 4 while they answer a customer: what is written is passed on to the customer. */
    record Relaying(OrganizationId organization, StaffId member, HandoffId handoff, String reason) implements Route {}

    /** Cases 2a and 4: whether they answer a customer who wants a person. */
    record HandoffDecision(OrganizationId organization, StaffId member, HandoffCall call, String reason) implements Route {}

    /** The central number, and somebody who looks after this installation says one of their commands. */
    record Administration(AdminCommand command, String reason) implements Route {}

    /** A customer of a suspended organization: one polite notice a day. */
    record Suspended(String reason) implements Route {}

    /** Too many messages: stored, answered once with a notice, and no assistant sees them. */
    record OverRate(String reason) implements Route {}
}
