package mx.yume.business;

/** What a staff member may do: the matrix of SPEC 5, for chat, dashboard and API alike. */
public enum Permission {
    OWNER, ADMIN, STAFF, VIEWER;

    public boolean may(Capability capability) {
        return switch (capability) {
            case SEE_SCHEDULE -> true;
            case RUN_THE_DAY -> this != VIEWER;
            case BLOCK_OTHERS, SEE_STATS, MANAGE_STAFF, HANDLE_PERSONAL_DATA -> this == OWNER || this == ADMIN;
            case CHANGE_SETUP -> this == OWNER;
        };
    }

    /** Whether who has this may say what somebody with the other permission is called and where they are reached, or bring them in. */
    public boolean mayBringIn(Permission other) {
        return may(Capability.CHANGE_SETUP) || (may(Capability.MANAGE_STAFF) && !other.may(Capability.MANAGE_STAFF));
    }
}
