package mx.yume.scheduling.blocks;

import java.util.Set;

import mx.yume.business.StaffId;

/** Whose time. */
public sealed interface Who {

    record These(Set<StaffId> staff) implements Who {

        public These {
            staff = Set.copyOf(staff);
        }
    }

    /** All who are active at that moment. */
    record Everybody() implements Who {}

    static Who only(StaffId member) {
        return new These(Set.of(member));
    }
}
