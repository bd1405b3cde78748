package mx.yume.scheduling.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Busy;
import mx.yume.scheduling.Claim;

/**
 * An appointment and who or what stands in. It takes exactly the time that was reserved, buffers included and rest left out: what
 * one resource had never overlaps, so whatever one appointment gets is in no other's way, and the first that is free will do.
 *
 * @param held all that the appointment reserves now
 */
record Swap(Appointment appointment, List<Claim> held, UUID gone, UUID standIn) {

    /** The first that is able and free; empty when there is none. */
    static Optional<Swap> find(Relief relief, Appointment appointment, List<Claim> held, Busy busy) {
        return relief.able(appointment).stream().map(standIn -> new Swap(appointment, held, relief.gone(), standIn))
                .filter(swap -> swap.free(busy)).findFirst();
    }

    /** The buffers of the stand-in's own parts of this visit are not in the way. */
    private boolean free(Busy busy) {
        var own = of(standIn).stream().map(Claim::during).toList();
        var taken = busy.byResource().getOrDefault(standIn, List.of()).stream().filter(range -> !own.contains(range)).toList();
        return of(gone).stream().map(Claim::during).noneMatch(wanted -> taken.stream().anyMatch(wanted::overlaps));
    }

    /** What the appointment reserves with the stand-in. */
    List<Claim> claims() {
        return Claim.merged(held.stream()
                .map(claim -> claim.resource().equals(gone) ? new Claim(standIn, claim.kind(), claim.during()) : claim)
                .toList());
    }

    /** What whoever leaves has back. */
    List<Claim> freed() {
        return of(gone);
    }

    private List<Claim> of(UUID resource) {
        return held.stream().filter(claim -> claim.resource().equals(resource)).toList();
    }
}
