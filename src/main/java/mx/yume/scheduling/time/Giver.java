package mx.yume.scheduling.time;

import mx.yume.business.StaffMember;

/** Somebody who could give a service, and what it takes them. */
public record Giver(StaffMember member, Shape shape) {}
