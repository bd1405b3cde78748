package mx.yume.assistant.guided;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.FreeTimes;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Habit;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.Wanted;

/** Offers people what they usually have, at the time they usually come, and begins a booking of it. It books nothing by itself. */
@ApplicationScoped
class UsualErrand {

    private static final int DAYS_AHEAD = 14;
    /** Farther from the usual time it is another time. */
    private static final Duration NEAR = Duration.ofMinutes(90);

    private final CustomerTools tools;
    private final BookingErrand booking;
    private final UsualMessages messages;

    UsualErrand(CustomerTools tools, BookingErrand booking, UsualMessages messages) {
        this.tools = tools;
        this.booking = booking;
        this.messages = messages;
    }

    /** "¡Hola! ¿Lo de siempre…?"; nothing for whoever has no habit, or is coming already. */
    Uni<Optional<OutboundContent>> greeting(ToolContext context) {
        if (context.turn().person().name().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return tools.usual(context).flatMap(habit -> habit.isEmpty() ? Uni.createFrom().item(Optional.empty())
                : tools.myAppointments(context).flatMap(own -> own.isEmpty()
                        ? suggested(context, habit.get())
                                .map(slot -> Optional.of(messages.greeting(context, habit.get(), slot)))
                        : Uni.createFrom().item(Optional.empty())));
    }

    /** To whoever asks for an appointment and says nothing else. */
    Uni<List<OutboundContent>> offer(ToolContext context, Draft otherwise) {
        return tools.usual(context).flatMap(habit -> habit.isEmpty() ? booking.next(context, otherwise)
                : suggested(context, habit.get()).map(slot -> List.of(messages.offer(context, habit.get(), slot))));
    }

    /**
     * Books on from there: the summary comes first.
     *
     * @param told what was said beside it, which counts before the habit
     * @param start the one that was offered
     * @param soon without one the usual time is looked for, rather than asked
     */
    Uni<List<OutboundContent>> take(ToolContext context, Draft told, Optional<LocalDateTime> start, boolean soon) {
        return tools.usual(context).flatMap(habit -> {
            if (habit.isEmpty()) {
                return booking.next(context, told).map(asked -> Bodies.prefixed(messages.unknown(), " ", asked));
            }
            var draft = told.wish(usual(context, told.wish(), habit.get()));
            var timed = draft.wish().day().isPresent() || draft.wish().time().isPresent();
            return timed || (start.isEmpty() && !soon) ? booking.next(context, draft)
                    : at(context, draft, habit.get(), start);
        });
    }

    private Uni<List<OutboundContent>> at(ToolContext context, Draft draft, Habit habit, Optional<LocalDateTime> start) {
        var wish = draft.wish();
        if (start.isPresent()) {
            return booking.next(context,
                    draft.wish(wish.start(start.get().atZone(context.zone()).toInstant(), context.zone())));
        }
        return suggested(context, habit).flatMap(slot -> booking.next(context, draft.wish(
                slot.map(free -> wish.start(free.start().toInstant(), context.zone())).orElse(wish))));
    }

    /** The usual services with the usual person; on another day at the usual time. */
    private static Wish usual(ToolContext context, Wish told, Habit habit) {
        var services = habit.services().stream().map(Wanted::service).toList();
        var wish = told.services().isEmpty() ? told.services(services, context.zone()) : told;
        var staff = habit.services().stream().flatMap(wanted -> wanted.staff().stream()).findFirst();
        wish = wish.staff().isEmpty() && !wish.anyStaff() && staff.isPresent() ? wish.settledStaff(staff.get()) : wish;
        return wish.day().isPresent() && wish.time().isEmpty()
                ? wish.when(Optional.empty(), habit.time().map(TimeReading::at), context.zone())
                : wish;
    }

    /** A free start near the usual time: on the usual weekday if there is one in the next days, else on any. */
    private Uni<Optional<Slot>> suggested(ToolContext context, Habit habit) {
        if (habit.time().isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var today = context.turn().localNow().toLocalDate();
        return tools.freeTimes(context, usual(context, Wish.NOTHING, habit),
                new DayReading(today, today.plusDays(DAYS_AHEAD - 1L), false))
                .map(found -> found instanceof FreeTimes.Free(_, var slots) ? nearest(slots, habit) : Optional.empty());
    }

    static Optional<Slot> nearest(List<Slot> slots, Habit habit) {
        var near = slots.stream().filter(slot -> distance(slot, habit).compareTo(NEAR) <= 0).toList();
        return near.stream().filter(slot -> habit.weekday().filter(slot.start().getDayOfWeek()::equals).isPresent())
                .min(order(habit)).or(() -> near.stream().min(order(habit)));
    }

    private static Comparator<Slot> order(Habit habit) {
        return Comparator.comparing((Slot slot) -> slot.start().toLocalDate()).thenComparing(slot -> distance(slot, habit));
    }

    private static Duration distance(Slot slot, Habit habit) {
        return habit.time().map(usual -> Duration.between(slot.start().toLocalTime(), usual).abs()).orElse(Duration.ZERO);
    }
}
