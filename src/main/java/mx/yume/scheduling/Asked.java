package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.business.Skill;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.time.Choice;
import mx.yume.scheduling.time.Giver;
import mx.yume.scheduling.time.Shape;

/**
 * What somebody asks for, as a business can give it at one location, whenever: who could, where, and under which rules.
 *
 * @param length of the last service, if it is to be another than usual
 * @param spotNow where a service is given now
 */
record Asked(Business business, Location location, List<Wanted> services, Terms terms, Optional<Duration> length,
        Function<Service, Optional<SpotId>> spotNow) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    /**
     * How long ago the minute may have begun in which somebody at the counter says "now": it turns while they type, and while
     * others are served first.
     */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);
    /** How far ahead the business may book for a customer, and a customer who comes back regularly. */
    private static final int COUNTER_DAYS = 365;

    static Asked of(Business business, Location location, SlotQuery query) {
        return new Asked(business, location, query.services(), query.terms(), Optional.empty(), service -> Optional.empty());
    }

    static Asked of(Business business, Location location, Wish wish) {
        return new Asked(business, location, wish.services(), wish.terms(), wish.length(),
                service -> wish.spotNow(service.id()));
    }

    /** Why it cannot be had at any time. */
    Optional<Refusal> refusal() {
        if (services.isEmpty() || services.stream().anyMatch(wanted -> business.service(wanted.service()).isEmpty())) {
            return Optional.of(new Refusal.UnknownService());
        }
        if (services.size() > Refusal.MOST_SERVICES) {
            return Optional.of(new Refusal.TooMany());
        }
        if (length.isPresent() && !possible(length.get(), service(services.getLast()))) {
            return Optional.of(new Refusal.BadLength());
        }
        return nobody();
    }

    private Optional<Refusal> nobody() {
        if (services.stream().anyMatch(wanted -> business.skilledIn(wanted.service()).isEmpty())) {
            return Optional.of(new Refusal.NobodyCan());
        }
        if (services.stream().anyMatch(wanted -> skilled(wanted).isEmpty())) {
            return Optional.of(new Refusal.CannotServe());
        }
        if (services.stream().anyMatch(wanted -> candidates(wanted).isEmpty())) {
            return Optional.of(new Refusal.NotOnline());
        }
        return services.stream().map(this::service)
                .anyMatch(service -> service.spotKind().isPresent() && spots(service).isEmpty())
                        ? Optional.of(new Refusal.NoSpot())
                        : Optional.empty();
    }

    /** In the order they were named; only if it is not refused. */
    List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        for (var wanted : services) {
            var service = service(wanted);
            var own = choices.size() == services.size() - 1 ? length : Optional.<Duration>empty();
            var givers = candidates(wanted).stream()
                    .map(member -> new Giver(member, business.staff().indexOf(member),
                            Shape.of(service, own.orElse(member.durationOf(service)))))
                    .toList();
            choices.add(new Choice(service, givers, spots(service), spotNow.apply(service)));
        }
        return choices;
    }

    /** How long before the visit it must be asked for at the latest. */
    Duration notice() {
        return switch (terms) {
            case ONLINE, SERIES -> services.stream().map(this::service)
                    .map(service -> service.minimumNotice().orElse(location.minimumNotice()))
                    .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
            case COUNTER, AFTER_HOURS -> Duration.ZERO;
        };
    }

    /** The first moment at which it may begin. At the counter whoever stands there may have begun {@link #JUST_NOW}. */
    Instant earliest(Instant now) {
        return switch (terms) {
            case ONLINE, SERIES -> now.plus(notice());
            case COUNTER, AFTER_HOURS -> now.truncatedTo(ChronoUnit.MINUTES).minus(JUST_NOW);
        };
    }

    /** The last day on which it may begin. */
    LocalDate lastDay(LocalDate today) {
        return switch (terms) {
            case ONLINE -> today.plusDays(location.horizonDays());
            case SERIES, COUNTER, AFTER_HOURS -> today.plusDays(COUNTER_DAYS);
        };
    }

    /** Whether anything may begin at that second, hours apart. */
    boolean mayBegin(Instant start) {
        return switch (terms) {
            case ONLINE, SERIES -> start.atZone(location.zone()).toLocalTime().toNanoOfDay() % location.grid().toNanos() == 0;
            case COUNTER, AFTER_HOURS -> start.equals(start.truncatedTo(ChronoUnit.MINUTES));
        };
    }

    private Service service(Wanted wanted) {
        return business.service(wanted.service()).orElseThrow();
    }

    private static boolean possible(Duration length, Service service) {
        return length.equals(length.truncatedTo(ChronoUnit.MINUTES)) && length.compareTo(SHORTEST) >= 0
                && length.compareTo(LONGEST) <= 0
                && service.processing().map(Processing::end).filter(end -> length.compareTo(end) <= 0).isEmpty();
    }

    private List<StaffMember> skilled(Wanted wanted) {
        return business.skilledIn(wanted.service()).stream()
                .filter(member -> wanted.staff().filter(only -> !only.equals(member.id())).isEmpty()).toList();
    }

    private List<StaffMember> candidates(Wanted wanted) {
        return switch (terms) {
            case ONLINE, SERIES -> skilled(wanted).stream()
                    .filter(member -> member.skills().getOrDefault(wanted.service(), Skill.USUAL).online()).toList();
            case COUNTER, AFTER_HOURS -> skilled(wanted);
        };
    }

    private List<Spot> spots(Service service) {
        return business.spots().stream().filter(spot -> spot.location().equals(location.id())
                && service.spotKind().filter(spot.kind()::equals).isPresent()).toList();
    }
}
