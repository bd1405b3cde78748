package mx.yume.conversation.turn;

import java.util.Optional;

import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;

/**
 * An active staff registration of whoever writes.
 *
 * @param number of the business, E.164, when it has one
 */
public record Registration(OrganizationId organization, StaffId member, String businessName, Optional<String> number,
        boolean onboarded) {}
