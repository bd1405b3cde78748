package mx.yume.assistant.tools;

import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;

/** What a wish makes different about an appointment. Pure. */
public final class Difference {

    private final Business business;
    private final Wish wish;
    private final Appointment now;

    private Difference(Business business, Wish wish, Appointment now) {
        this.business = business;
        this.wish = wish;
        this.now = now;
    }

    /** Services and people; the time is the caller's. Without any of them only the time changes, and everything else is kept. */
    static Change of(Business business, Wish wish, Appointment now) {
        var difference = new Difference(business, wish, now);
        return difference.any() ? Change.none(Terms.ONLINE).services(difference.wanted()) : Change.none(Terms.ONLINE);
    }

    /** Whether other services or other people are wanted than it has. */
    public static boolean any(Business business, Wish wish, Appointment now) {
        return new Difference(business, wish, now).any();
    }

    /** What it consists of, in the order of its parts. */
    public static List<ServiceId> services(Appointment now) {
        return now.parts().stream().map(Part::service).toList();
    }

    private boolean any() {
        var others = !wish.services().isEmpty() && !sorted(wish.services()).equals(sorted(services(now)));
        return others || wish.anyStaff()
                || wish.staff().filter(who -> now.parts().stream().anyMatch(part -> !part.staff().equals(who)
                        && gives(who, part.service()))).isPresent()
                || wish.staff().filter(who -> wished().stream().noneMatch(service -> gives(who, service))).isPresent();
    }

    private List<Wanted> wanted() {
        if (wish.anyStaff()) {
            return wished().stream().map(Wanted::of).toList();
        }
        var able = wish.staff().filter(who -> wished().stream().anyMatch(service -> gives(who, service)));
        return wished().stream().map(service -> new Wanted(service, able.filter(who -> gives(who, service))
                .or(() -> able.isEmpty() && wish.staff().isPresent() ? wish.staff() : usual(service)))).toList();
    }

    private List<ServiceId> wished() {
        return wish.services().isEmpty() ? services(now) : wish.services();
    }

    /** Whoever gives it now, else whoever gives the rest of it, if they can. */
    private Optional<StaffId> usual(ServiceId service) {
        return now.parts().stream().filter(part -> part.service().equals(service)).findFirst().map(Part::staff)
                .or(() -> Optional.of(now.staff()).filter(who -> business.bookableOnline(service).stream()
                        .anyMatch(member -> member.id().equals(who))));
    }

    private boolean gives(StaffId who, ServiceId service) {
        return business.staffMember(who).filter(member -> member.gives(service)).isPresent();
    }

    private static List<String> sorted(List<ServiceId> services) {
        return services.stream().map(ServiceId::toString).sorted().toList();
    }
}
