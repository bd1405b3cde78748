package mx.yume.assistant.tools;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * What a customer has said they want so far.
 *
 * @param day when, as far as told; kept beside {@code start} so that a change of one of the two keeps the other
 * @param start the one start that was settled on, free when last looked at
 * @param staff who was asked for
 * @param anyStaff the customer does not mind who
 * @param name who the visit is for
 * @param forOther the visit is for somebody else than the person who writes: their own name does not answer who it is for
 */
@RegisterForReflection
public record Wish(Optional<ServiceId> service, Optional<DayReading> day, Optional<TimeReading> time, Optional<Instant> start,
        Optional<StaffId> staff, boolean anyStaff, Optional<String> name, boolean forOther) {

    public static final Wish NOTHING = new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), false, Optional.empty(), false);

    /** Another service asks for its time anew, since it may last longer: the day and hour stay what is wanted. */
    public Wish service(ServiceId wanted, ZoneId zone) {
        return service.filter(wanted::equals).isPresent() ? this
                : new Wish(Optional.of(wanted), day, time, start, staff, anyStaff, name, forOther).reopened(zone);
    }

    public Wish staff(StaffId wanted, ZoneId zone) {
        return staff.filter(wanted::equals).isPresent() ? this
                : new Wish(service, day, time, start, Optional.of(wanted), false, name, forOther).reopened(zone);
    }

    /** The only one who can at the start chosen: nothing to ask, and nothing to look up again. */
    public Wish settledStaff(StaffId only) {
        return new Wish(service, day, time, start, Optional.of(only), false, name, forOther);
    }

    public Wish anyone() {
        return new Wish(service, day, time, start, Optional.empty(), true, name, forOther);
    }

    public Wish withoutStaff() {
        return new Wish(service, day, time, start, Optional.empty(), false, name, forOther);
    }

    public Wish name(String wanted) {
        return new Wish(service, day, time, start, staff, anyStaff, Optional.of(wanted), forOther);
    }

    public Wish withoutName() {
        return new Wish(service, day, time, start, staff, anyStaff, Optional.empty(), forOther);
    }

    public Wish forSomebodyElse() {
        return forOther ? this : new Wish(service, day, time, start, staff, anyStaff, Optional.empty(), true);
    }

    public Wish withoutService() {
        return new Wish(Optional.empty(), day, time, start, staff, anyStaff, name, forOther);
    }

    public Wish start(Instant chosen, ZoneId zone) {
        var local = chosen.atZone(zone);
        return new Wish(service, Optional.of(DayReading.of(local.toLocalDate())),
                Optional.of(TimeReading.at(local.toLocalTime())), Optional.of(chosen), staff, anyStaff, name, forOther);
    }

    /**
     * What was said about the day and the time. The same as what is settled changes nothing ("sí, a las 5"); a new day keeps the
     * hour, a new hour keeps the day.
     */
    public Wish when(Optional<DayReading> saidDay, Optional<TimeReading> saidTime, ZoneId zone) {
        if ((saidDay.isEmpty() && saidTime.isEmpty()) || agrees(saidDay, saidTime, zone)) {
            return this;
        }
        var open = reopened(zone);
        return new Wish(service, saidDay.or(open::day), saidTime.or(open::time), Optional.empty(), staff, anyStaff, name,
                forOther);
    }

    /** Only the day, or nothing at all, of what was said about when. */
    public Wish another(boolean keepDay, ZoneId zone) {
        return new Wish(service, keepDay ? reopened(zone).day() : Optional.empty(), Optional.empty(), Optional.empty(), staff,
                anyStaff, name, forOther);
    }

    /** No start any more, though what it was is still what is wanted. */
    public Wish reopened(ZoneId zone) {
        return start.map(chosen -> {
            var kept = start(chosen, zone);
            return new Wish(service, kept.day(), kept.time(), Optional.empty(), staff, anyStaff, name, forOther);
        }).orElse(this);
    }

    private boolean agrees(Optional<DayReading> saidDay, Optional<TimeReading> saidTime, ZoneId zone) {
        return start.map(chosen -> chosen.atZone(zone)).filter(local -> saidDay
                .map(said -> !local.toLocalDate().isBefore(said.from()) && !local.toLocalDate().isAfter(said.to())).orElse(true)
                && saidTime.map(said -> said.includes(local.toLocalTime())).orElse(true)).isPresent();
    }
}
