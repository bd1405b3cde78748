package mx.yume.platform;

import java.util.UUID;

/** The tenant: one business, or {@link #YUME} for Yume's own conversations. */
public record OrganizationId(UUID value) {

    /** The reserved organization that owns the conversations of the central number. */
    public static final OrganizationId YUME = new OrganizationId(new UUID(0x0000000000007000L, 0x8000000000000000L));

    @Override
    public String toString() {
        return value.toString();
    }
}
