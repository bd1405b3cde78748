package mx.yume.business;

import static mx.yume.business.Permission.ADMIN;
import static mx.yume.business.Permission.OWNER;
import static mx.yume.business.Permission.STAFF;
import static mx.yume.business.Permission.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** The matrix of SPEC 5, as one table. */
class PermissionTest {

    private static final Map<Capability, Set<Permission>> WHO_MAY = Map.of(
            Capability.SEE_SCHEDULE, EnumSet.of(OWNER, ADMIN, STAFF, VIEWER),
            Capability.RUN_THE_DAY, EnumSet.of(OWNER, ADMIN, STAFF),
            Capability.BLOCK_OTHERS, EnumSet.of(OWNER, ADMIN), Capability.SEE_STATS, EnumSet.of(OWNER, ADMIN),
            Capability.MANAGE_STAFF, EnumSet.of(OWNER, ADMIN), Capability.HANDLE_PERSONAL_DATA, EnumSet.of(OWNER, ADMIN),
            Capability.CHANGE_SETUP, EnumSet.of(OWNER));

    /** An administrator makes nobody their equal: who says where an owner is reached could come in as them. */
    private static final Map<Permission, Set<Permission>> WHOM_THEY_BRING_IN = Map.of(OWNER, EnumSet.allOf(Permission.class),
            ADMIN, EnumSet.of(STAFF, VIEWER), STAFF, Set.of(), VIEWER, Set.of());

    @Test
    void everybodyMayWhatTheTableSaysAndNothingElse() {
        assertThat(WHO_MAY).containsOnlyKeys(Capability.values());
        WHO_MAY.forEach((capability, allowed) -> {
            for (var permission : Permission.values()) {
                assertThat(permission.may(capability)).as(permission + " " + capability)
                        .isEqualTo(allowed.contains(permission));
            }
        });
    }

    @Test
    void nobodyBringsInTheirEqualButAnOwner() {
        WHOM_THEY_BRING_IN.forEach((who, whom) -> {
            for (var other : Permission.values()) {
                assertThat(who.mayBringIn(other)).as(who + " brings in " + other).isEqualTo(whom.contains(other));
            }
        });
    }
}
