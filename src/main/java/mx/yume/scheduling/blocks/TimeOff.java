package mx.yume.scheduling.blocks;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;

/**
 * One stretch of somebody's time off, as a schedule shows it.
 *
 * @param action that made it
 * @param block without it, this is one week's turn of what comes back every week
 * @param start in the zone of the location where the person works that day
 * @param end in the same zone
 */
public record TimeOff(StaffId staff, String staffName, ActionId action, Optional<BlockId> block, ZonedDateTime start,
        ZonedDateTime end, String reason) {

    static TimeOff of(Business business, StaffMember member, TimeRange during, ActionId action, Optional<BlockId> block,
            String reason) {
        var zone = Occurrences.zone(business, member, LocalDate.ofInstant(during.start(), business.location().zone()));
        return new TimeOff(member.id(), member.name(), action, block, during.start().atZone(zone), during.end().atZone(zone),
                reason);
    }

    public boolean everyWeek() {
        return block.isEmpty();
    }
}
