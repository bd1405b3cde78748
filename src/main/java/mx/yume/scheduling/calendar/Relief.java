package mx.yume.scheduling.calendar;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import mx.yume.business.Business;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Part;

/** Who could stand in for somebody, or what for a spot, whoever is busy. One for the whole of an appointment. Pure. */
sealed interface Relief {

    /** The id of whoever or whatever leaves. */
    UUID gone();

    /** All that might do, in the owner's order, the one that leaves not among them. */
    List<UUID> all();

    /** Those that can take over all its parts of an appointment and do nothing else in it meanwhile, in the owner's order. */
    List<UUID> able(Appointment appointment);

    /** A staff member: skilled in all, and at work there whenever hands are needed. */
    record OfMember(Business business, StaffId leaving) implements Relief {

        @Override
        public UUID gone() {
            return leaving.value();
        }

        @Override
        public List<UUID> all() {
            return others().map(member -> member.id().value()).toList();
        }

        @Override
        public List<UUID> able(Appointment appointment) {
            var parts = parts(appointment, part -> part.staff().equals(leaving));
            return others().filter(member -> parts.stream().allMatch(part -> could(member, appointment, part)))
                    .map(member -> member.id().value()).toList();
        }

        private Stream<StaffMember> others() {
            return business.staff().stream().filter(member -> !member.id().equals(leaving));
        }

        private boolean could(StaffMember member, Appointment appointment, Part part) {
            var theirs = new Part(part.service(), part.serviceName(), member.id(), member.name(), part.spot(), part.start(),
                    part.end(), part.price());
            var own = parts(appointment, other -> other.staff().equals(member.id())).stream()
                    .flatMap(other -> HandsOn.of(business, other).stream()).toList();
            return Footing.of(business, appointment, theirs).manned() && apart(HandsOn.of(business, part), own);
        }
    }

    /** A spot of the same kind at the same location. */
    record OfSpot(Business business, SpotId leaving) implements Relief {

        @Override
        public UUID gone() {
            return leaving.value();
        }

        @Override
        public List<UUID> all() {
            var old = business.spot(leaving).orElseThrow();
            return business.spots().stream().filter(spot -> !spot.id().equals(leaving) && spot.kind().equals(old.kind())
                    && spot.location().equals(old.location())).map(spot -> spot.id().value()).toList();
        }

        @Override
        public List<UUID> able(Appointment appointment) {
            var parts = whole(parts(appointment, part -> on(part, leaving.value())));
            return all().stream().filter(spot -> apart(parts, whole(parts(appointment, part -> on(part, spot))))).toList();
        }

        private static boolean on(Part part, UUID spot) {
            return part.spot().filter(one -> one.value().equals(spot)).isPresent();
        }

        private static List<TimeRange> whole(List<Part> parts) {
            return parts.stream().map(part -> new TimeRange(part.start().toInstant(), part.end().toInstant())).toList();
        }
    }

    private static List<Part> parts(Appointment appointment, Predicate<Part> which) {
        return appointment.parts().stream().filter(which).toList();
    }

    private static boolean apart(List<TimeRange> some, List<TimeRange> others) {
        return some.stream().noneMatch(one -> others.stream().anyMatch(one::overlaps));
    }
}
