package mx.yume.assistant.tools;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.Business;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.Wanted;

/**
 * What a customer has said they want so far.
 *
 * @param services of one visit, in the order they were named; of a visit that exists, what it is to be instead
 * @param day when, as far as told; kept beside {@code start} so that a change of one of the two keeps the other
 * @param start the one start that was settled on, free when last looked at
 * @param staff who was asked for, for whatever of it they give
 * @param anyStaff the customer does not mind who
 * @param name who the visit is for
 * @param forOther the visit is for somebody else than the person who writes: their own name does not answer who it is for
 * @param excluded weekdays that will not do
 */
@RegisterForReflection
public record Wish(List<ServiceId> services, Optional<DayReading> day, Optional<TimeReading> time, Optional<Instant> start,
        Optional<StaffId> staff, boolean anyStaff, Optional<String> name, boolean forOther, Set<DayOfWeek> excluded) {

    public static final Wish NOTHING = new Wish(List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), false, Optional.empty(), false, Set.of());

    public Wish {
        services = List.copyOf(services);
        excluded = Set.copyOf(excluded);
    }

    /** Drafts written before a visit could have several services have one, under its own name. */
    @JsonCreator
    static Wish read(@JsonProperty("services") Optional<List<ServiceId>> services,
            @JsonProperty("service") Optional<ServiceId> service, @JsonProperty("day") Optional<DayReading> day,
            @JsonProperty("time") Optional<TimeReading> time, @JsonProperty("start") Optional<Instant> start,
            @JsonProperty("staff") Optional<StaffId> staff, @JsonProperty("anyStaff") boolean anyStaff,
            @JsonProperty("name") Optional<String> name, @JsonProperty("forOther") boolean forOther,
            @JsonProperty("excluded") Optional<Set<DayOfWeek>> excluded) {
        return new Wish(services.orElseGet(() -> service.stream().toList()), day, time, start, staff, anyStaff, name, forOther,
                excluded.orElse(Set.of()));
    }

    public Wish service(ServiceId wanted, ZoneId zone) {
        return services(List.of(wanted), zone);
    }

    /** Other services ask for their time anew, since they may last longer: the day and hour stay what is wanted. */
    public Wish services(List<ServiceId> wanted, ZoneId zone) {
        return services.equals(wanted) ? this
                : new Wish(wanted, day, time, start, staff, anyStaff, name, forOther, excluded).reopened(zone);
    }

    public Wish staff(StaffId wanted, ZoneId zone) {
        return staff.filter(wanted::equals).isPresent() ? this : settledStaff(wanted).reopened(zone);
    }

    /** The only one who can at the start chosen: nothing to ask, and nothing to look up again. */
    public Wish settledStaff(StaffId only) {
        return new Wish(services, day, time, start, Optional.of(only), false, name, forOther, excluded);
    }

    public Wish anyone() {
        return new Wish(services, day, time, start, Optional.empty(), true, name, forOther, excluded);
    }

    public Wish withoutStaff() {
        return new Wish(services, day, time, start, Optional.empty(), false, name, forOther, excluded);
    }

    public Wish name(String wanted) {
        return named(Optional.of(wanted), forOther);
    }

    public Wish withoutName() {
        return named(Optional.empty(), forOther);
    }

    public Wish forSomebodyElse() {
        return forOther ? this : named(Optional.empty(), true);
    }

    private Wish named(Optional<String> who, boolean other) {
        return new Wish(services, day, time, start, staff, anyStaff, who, other, excluded);
    }

    public Wish withoutServices() {
        return new Wish(List.of(), day, time, start, staff, anyStaff, name, forOther, excluded);
    }

    public Wish start(Instant chosen, ZoneId zone) {
        var local = chosen.atZone(zone);
        return at(Optional.of(DayReading.of(local.toLocalDate())), Optional.of(TimeReading.at(local.toLocalTime())),
                Optional.of(chosen));
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
        return open.at(saidDay.or(open::day), saidTime.or(open::time), Optional.empty());
    }

    /** Not on these weekdays: a day or a start settled on one of them is given up, the hour is not. */
    public Wish except(Set<DayOfWeek> weekdays, ZoneId zone) {
        if (weekdays.isEmpty() || weekdays.equals(excluded)) {
            return this;
        }
        var open = start.filter(chosen -> weekdays.contains(chosen.atZone(zone).getDayOfWeek())).isPresent() ? reopened(zone)
                : this;
        var left = open.day().filter(said -> !said.from().equals(said.to()) || !weekdays.contains(said.from().getDayOfWeek()));
        return new Wish(services, left, open.time(), open.start(), staff, anyStaff, name, forOther, weekdays);
    }

    public boolean excludes(LocalDate date) {
        return excluded.contains(date.getDayOfWeek());
    }

    /** Only the day, or nothing at all, of what was said about when. */
    public Wish another(boolean keepDay, ZoneId zone) {
        return at(keepDay ? reopened(zone).day() : Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The hour on any day. */
    public Wish anyDay() {
        return at(Optional.empty(), time, Optional.empty());
    }

    /** No start any more, though what it was is still what is wanted. */
    public Wish reopened(ZoneId zone) {
        return start.map(chosen -> {
            var kept = start(chosen, zone);
            return at(kept.day(), kept.time(), Optional.empty());
        }).orElse(this);
    }

    private Wish at(Optional<DayReading> otherDay, Optional<TimeReading> otherTime, Optional<Instant> otherStart) {
        return new Wish(services, otherDay, otherTime, otherStart, staff, anyStaff, name, forOther, excluded);
    }

    /**
     * Who is to give what. Whoever was asked for gives what of it they can; when that is nothing they are asked for all the same,
     * and the answer says that they cannot.
     */
    public List<Wanted> wanted(Business business) {
        var able = staff.flatMap(business::staffMember).filter(member -> services.stream().anyMatch(member::gives));
        return services.stream().map(service -> new Wanted(service, able.isEmpty() ? staff
                : able.filter(member -> member.gives(service)).map(StaffMember::id))).toList();
    }

    private boolean agrees(Optional<DayReading> saidDay, Optional<TimeReading> saidTime, ZoneId zone) {
        return start.map(chosen -> chosen.atZone(zone)).filter(local -> saidDay
                .map(said -> !local.toLocalDate().isBefore(said.from()) && !local.toLocalDate().isAfter(said.to())).orElse(true)
                && saidTime.map(said -> said.includes(local.toLocalTime())).orElse(true)).isPresent();
    }
}
