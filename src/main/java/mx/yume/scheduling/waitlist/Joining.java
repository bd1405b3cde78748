package mx.yume.scheduling.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.scheduling.Openings;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wish;
import mx.yume.scheduling.waitlist.JoinOutcome.AlreadyWaiting;
import mx.yume.scheduling.waitlist.JoinOutcome.BadName;
import mx.yume.scheduling.waitlist.JoinOutcome.BeyondHorizon;
import mx.yume.scheduling.waitlist.JoinOutcome.CannotBeGiven;
import mx.yume.scheduling.waitlist.JoinOutcome.EmptyRange;
import mx.yume.scheduling.waitlist.JoinOutcome.InThePast;
import mx.yume.scheduling.waitlist.JoinOutcome.NeverThen;
import mx.yume.scheduling.waitlist.JoinOutcome.NotJoined;
import mx.yume.scheduling.waitlist.JoinOutcome.TooManyEntries;

/** Whether it makes sense to wait for something. Pure. */
final class Joining {

    /** Of one customer. */
    static final int MOST_ENTRIES = 5;
    private static final int LONGEST_NAME = 80;

    private Joining() {}

    /** What would be waited for: of the time asked for, what lies between now and the horizon. */
    static Optional<NotJoined> refusal(Business business, JoinRequest request, Instant now) {
        if (badName(request.customerName())) {
            return Optional.of(new BadName());
        }
        return business.location(request.location())
                .map(location -> impossible(business, request, now).or(() -> untimely(location, request, now))
                        .or(() -> never(business, location, request, now)))
                .orElse(Optional.of(new CannotBeGiven(new Refusal.UnknownLocation())));
    }

    /** @param open what the customer waits for already */
    static Optional<NotJoined> refusal(WaitlistEntry wanted, List<WaitlistEntry> open) {
        return open.stream().filter(entry -> same(entry, wanted)).findFirst().<NotJoined>map(AlreadyWaiting::new)
                .or(() -> open.size() < MOST_ENTRIES ? Optional.empty() : Optional.of(new TooManyEntries(MOST_ENTRIES)));
    }

    /** What was asked for, less what is past or beyond the horizon; the request was not refused. */
    static WaitlistEntry entry(Business business, JoinRequest request, Instant now) {
        var location = business.location(request.location()).orElseThrow();
        var from = request.from().atZone(location.zone());
        var to = earlier(request.to(), lastDay(location, now).plusDays(1).atStartOfDay()).atZone(location.zone());
        return new WaitlistEntry(EntryId.next(), request.customer(), request.customerName(), request.location(),
                request.services(), from.toInstant().isBefore(now) ? now.atZone(location.zone()) : from, to,
                EntryStatus.WAITING, Optional.empty(), request.origin(), 0);
    }

    private static Optional<NotJoined> impossible(Business business, JoinRequest request, Instant now) {
        var wish = new Wish(request.location(), request.services(), false, now, Terms.ONLINE, Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Openings.refusal(business, wish, now).flatMap(why -> switch (why) {
            case Refusal.AtThatTime _,Refusal.BeyondHorizon _ -> Optional.empty();
            case Refusal.AtAnyTime never -> Optional.of(new CannotBeGiven(never));
        });
    }

    private static Optional<NotJoined> untimely(Location location, JoinRequest request, Instant now) {
        var from = request.from().atZone(location.zone());
        var to = request.to().atZone(location.zone());
        if (!from.isBefore(to)) {
            return Optional.of(new EmptyRange());
        }
        if (!to.toInstant().isAfter(now)) {
            return Optional.of(new InThePast());
        }
        var lastDay = lastDay(location, now);
        return from.toLocalDate().isAfter(lastDay) ? Optional.of(new BeyondHorizon(lastDay)) : Optional.empty();
    }

    private static Optional<NotJoined> never(Business business, Location location, JoinRequest request, Instant now) {
        var wanted = entry(business, request, now);
        var query = new SlotQuery(location.id(), request.services(), false, wanted.from().toLocalDate(),
                wanted.to().toLocalDate(), Terms.ONLINE);
        return Openings.atAll(business, query, now.plus(Earmarking.TO_ANSWER)).stream()
                .anyMatch(slot -> !slot.start().isBefore(wanted.from()) && slot.start().isBefore(wanted.to()))
                        ? Optional.empty()
                        : Optional.of(new NeverThen());
    }

    private static boolean same(WaitlistEntry one, WaitlistEntry other) {
        return one.location().equals(other.location()) && one.services().equals(other.services())
                && one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }

    private static boolean badName(String name) {
        return name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl);
    }

    private static LocalDate lastDay(Location location, Instant now) {
        return LocalDate.ofInstant(now, location.zone()).plusDays(location.horizonDays());
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
