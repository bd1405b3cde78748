package mx.yume.assistant.tools;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.FreeTimes.BeyondHorizon;
import mx.yume.assistant.tools.FreeTimes.CannotServe;
import mx.yume.assistant.tools.FreeTimes.Free;
import mx.yume.assistant.tools.FreeTimes.Full;
import mx.yume.assistant.tools.FreeTimes.NotOnline;
import mx.yume.assistant.tools.FreeTimes.UnknownService;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;

/** check_availability: starts that could be booked now, or the nearest to a day that has none. */
@ApplicationScoped
class CheckAvailability {

    private static final int LONGEST_DAYS = 31;
    private static final int DAYS_AROUND = 14;
    private static final int ALTERNATIVES = 3;

    private final Agenda agenda;

    CheckAvailability(Agenda agenda) {
        this.agenda = agenda;
    }

    /** @param days both included; what is past of them is left out, and what is over a month long */
    Uni<FreeTimes> call(ToolContext context, ServiceId id, DayReading days, Optional<StaffId> staff) {
        var service = context.business().service(id);
        if (service.isEmpty()) {
            return Uni.createFrom().item(new UnknownService());
        }
        var skilled = wanted(context.business().skilledIn(id), staff);
        if (skilled.isEmpty() && staff.isPresent()) {
            return Uni.createFrom().item(new CannotServe(service.get()));
        }
        if (!skilled.isEmpty() && wanted(context.business().bookableOnline(id), staff).isEmpty()) {
            return Uni.createFrom().item(new NotOnline(service.get()));
        }
        var last = lastDay(context);
        if (days.from().isAfter(last)) {
            return Uni.createFrom().item(new BeyondHorizon(last));
        }
        return free(context, service.get(), within(days, context.turn().localNow().toLocalDate(), last), staff);
    }

    private static List<StaffMember> wanted(List<StaffMember> members, Optional<StaffId> only) {
        return members.stream().filter(member -> only.filter(id -> !id.equals(member.id())).isEmpty()).toList();
    }

    /** Who it would be for makes no difference yet. */
    Uni<Optional<Refusal>> whyNot(ToolContext context, ServiceId service, ZonedDateTime start, Optional<StaffId> staff) {
        var person = context.turn().person();
        return agenda.check(context.business(), BookingRequest.online(context.business().location().id(), person.id(),
                person.name().orElse("-"), service, start.withZoneSameInstant(context.zone()), staff));
    }

    private Uni<FreeTimes> free(ToolContext context, Service service, DayReading days, Optional<StaffId> staff) {
        return agenda.slots(context.business(), SlotQuery.online(context.business().location().id(), service.id(), days.from(),
                days.to(), staff), context.turn().person().id())
                .flatMap(slots -> slots.isEmpty() ? nearest(context, service, days, staff)
                        : Uni.createFrom().item(new Free(service, slots)));
    }

    private Uni<FreeTimes> nearest(ToolContext context, Service service, DayReading days, Optional<StaffId> staff) {
        var around = within(new DayReading(days.from().minusDays(DAYS_AROUND), days.to().plusDays(DAYS_AROUND), false),
                context.turn().localNow().toLocalDate(), lastDay(context));
        var noon = days.from().atTime(12, 0).atZone(context.zone());
        return agenda
                .slots(context.business(), SlotQuery.online(context.business().location().id(), service.id(), around.from(),
                        around.to(), staff), context.turn().person().id())
                .map(slots -> new Full(service, nearest(slots, noon)));
    }

    static List<Slot> nearest(List<Slot> slots, ZonedDateTime wanted) {
        return slots.stream().sorted(Comparator.comparing((Slot slot) -> Duration.between(slot.start(), wanted).abs()))
                .limit(ALTERNATIVES).sorted(Comparator.comparing(Slot::start)).toList();
    }

    private static LocalDate lastDay(ToolContext context) {
        return context.turn().localNow().toLocalDate().plusDays(context.business().location().horizonDays());
    }

    private static DayReading within(DayReading days, LocalDate today, LocalDate last) {
        var from = days.from().isBefore(today) ? today : days.from();
        var longest = from.plusDays(LONGEST_DAYS - 1L);
        var to = days.to().isBefore(from) ? from : days.to();
        to = to.isAfter(longest) ? longest : to;
        return new DayReading(from, to.isAfter(last) ? last : to, days.confirm());
    }
}
