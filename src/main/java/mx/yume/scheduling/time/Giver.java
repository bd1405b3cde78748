package mx.yume.scheduling.time;

import mx.yume.business.StaffMember;

/**
 * Somebody who could give a service, and what it takes them.
 *
 * @param place in the owner's order
 */
public record Giver(StaffMember member, int place, Shape shape) {}
