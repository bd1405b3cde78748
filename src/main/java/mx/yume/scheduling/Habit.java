package mx.yume.scheduling;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import mx.yume.business.Business;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * What somebody usually has, learnt from their visits: whatever was the same at least twice.
 *
 * @param services of the usual visit, in their order, as far as they are still sold; with whom where it is always the same
 * @param weekday on which it usually is, in the location's calendar
 * @param time at which it usually begins, on the location's clock
 */
public record Habit(List<Wanted> services, Optional<DayOfWeek> weekday, Optional<LocalTime> time) {

    private static final int OFTEN = 2;

    public Habit {
        services = List.copyOf(services);
    }

    /** @param visits the newest first: of two habits kept as often the newer one counts */
    static Optional<Habit> of(Business business, List<Appointment> visits) {
        var sold = visits.stream()
                .filter(visit -> visit.parts().stream().allMatch(part -> business.service(part.service()).isPresent()))
                .toList();
        return usual(sold, Habit::services).map(services -> {
            var same = sold.stream().filter(visit -> services(visit).equals(services)).toList();
            var staff = usual(same, Habit::staff).orElse(List.of());
            return new Habit(wanted(business, services, staff), usual(same, visit -> visit.start().getDayOfWeek()),
                    usual(same, visit -> visit.start().toLocalTime()));
        });
    }

    private static List<Wanted> wanted(Business business, List<ServiceId> services, List<StaffId> staff) {
        return IntStream.range(0, services.size()).mapToObj(at -> new Wanted(services.get(at),
                at < staff.size() ? Optional.of(staff.get(at)).filter(who -> business.bookableOnline(services.get(at)).stream()
                        .anyMatch(member -> member.id().equals(who))) : Optional.empty()))
                .toList();
    }

    /** What most of them have in common. */
    private static <T> Optional<T> usual(List<Appointment> visits, Function<Appointment, T> trait) {
        var times = new LinkedHashMap<T, Integer>();
        visits.forEach(visit -> times.merge(trait.apply(visit), 1, Integer::sum));
        int most = times.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return times.entrySet().stream().filter(entry -> entry.getValue() == most && most >= OFTEN).map(entry -> entry.getKey())
                .findFirst();
    }

    private static List<ServiceId> services(Appointment visit) {
        return visit.parts().stream().map(Part::service).toList();
    }

    private static List<StaffId> staff(Appointment visit) {
        return visit.parts().stream().map(Part::staff).toList();
    }
}
