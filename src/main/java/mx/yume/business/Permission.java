package mx.yume.business;

import static mx.yume.business.Capability.BLOCK_OTHERS;
import static mx.yume.business.Capability.MANAGE_STAFF;
import static mx.yume.business.Capability.RUN_THE_DAY;
import static mx.yume.business.Capability.SEE_SCHEDULE;
import static mx.yume.business.Capability.SEE_STATS;

import java.util.EnumSet;
import java.util.Set;

/** What a staff member may do: the matrix of SPEC 5, for chat, dashboard and API alike. What is not listed is refused. */
public enum Permission {
    OWNER(EnumSet.allOf(Capability.class)), ADMIN(
            EnumSet.of(SEE_SCHEDULE, RUN_THE_DAY, BLOCK_OTHERS, SEE_STATS, MANAGE_STAFF)), STAFF(
                    EnumSet.of(SEE_SCHEDULE, RUN_THE_DAY)), VIEWER(EnumSet.of(SEE_SCHEDULE));

    private final Set<Capability> capabilities;

    Permission(Set<Capability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    public boolean may(Capability capability) {
        return capabilities.contains(capability);
    }
}
