package mx.yume.assistant.language;

import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;

/**
 * What words can refer to at one business at one moment.
 *
 * @param now in the location's zone: decides "hoy" and "mañana"
 * @param hours decides whether "a las 5" is morning or afternoon
 */
public record Lexicon(ZonedDateTime now, List<Service> services, List<StaffMember> staff, WeeklyHours hours) {

    public static Lexicon of(Business business, ZonedDateTime now) {
        return new Lexicon(now, business.services(), business.staff(), business.location().hours());
    }
}
