package mx.yume.web.signin;

import mx.yume.business.Business;
import mx.yume.business.StaffMember;

/** Somebody who is signed in, and works there now. */
public record Visitor(Business business, StaffMember member) {}
