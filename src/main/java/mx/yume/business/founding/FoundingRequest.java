package mx.yume.business.founding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import mx.yume.business.Permission;
import mx.yume.business.WeeklyHours;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.platform.PhoneNumber;

/**
 * A business as its owner wants it.
 *
 * @param name 1 to 120 characters, as customers will know it
 * @param address street or city, up to 300 characters, or empty
 * @param zone a region of the IANA database
 * @param services at least one
 * @param week when it opens: everybody who serves works then
 * @param colleagues everybody but the owner
 */
public record FoundingRequest(String name, BusinessType type, Founder owner, String address, String zone,
        List<ServiceDraft> services, WeeklyHours week, List<Colleague> colleagues) {

    public FoundingRequest {
        services = List.copyOf(services);
        colleagues = List.copyOf(colleagues);
    }

    /**
     * Who founds it, and owns it from then on. A phone or a user id is how Yume knows them again: at least one is there.
     *
     * @param userId WhatsApp's, of those whose phone it does not tell
     * @param serves whether customers can book them
     */
    public record Founder(String name, Optional<PhoneNumber> phone, Optional<String> userId, boolean serves) {}

    /**
     * Somebody who works there.
     *
     * @param phone without it they cannot write to Yume
     * @param gives names of services; empty when they give all of them
     */
    public record Colleague(String name, Optional<PhoneNumber> phone, Permission permission, Set<String> gives) {

        public Colleague {
            gives = Set.copyOf(gives);
        }

        /** Whether customers can book them: a viewer only looks. */
        boolean serves() {
            return permission != Permission.VIEWER;
        }
    }
}
