package mx.yume.web.page;

import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.Location;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;
import mx.yume.web.signin.Visitor;

/**
 * Who is signed in, and what they look at.
 *
 * @param location the one that was chosen, or the main one
 * @param csrf what their forms must hold
 * @param piece whether a piece of the page is wanted and not all of it
 * @param done what was just done, in words; empty mostly
 */
public record Here(Visitor visitor, Location location, String csrf, boolean piece, String done) {

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Here " + visitor.business().id() + " " + visitor.member().id();
    }

    public Business business() {
        return visitor.business();
    }

    public OrganizationId organization() {
        return visitor.business().id();
    }

    public StaffMember member() {
        return visitor.member();
    }

    public StaffId memberId() {
        return visitor.member().id();
    }

    /** As whom they change the agenda. */
    public Actor.Staff actor() {
        return new Actor.Staff(memberId());
    }

    public boolean may(Capability capability) {
        return visitor.member().permission().may(capability);
    }

    public Frame frame(Section section) {
        return Frame.of(this, section);
    }
}
