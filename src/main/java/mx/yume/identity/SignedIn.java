package mx.yume.identity;

import java.util.UUID;

import mx.yume.platform.OrganizationId;

/**
 * Whose session it is. Whether they still work there, and what they may, is the organization's to say at every request.
 *
 * @param staffMember of that organization
 */
public record SignedIn(OrganizationId organization, UUID staffMember) {}
