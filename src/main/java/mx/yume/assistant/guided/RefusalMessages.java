package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.Refusal;

/** Why a time cannot be had, in words. */
@ApplicationScoped
class RefusalMessages {

    private final BookingTexts texts;

    RefusalMessages(BookingTexts texts) {
        this.texts = texts;
    }

    /**
     * @param start what was wanted
     * @param afterYes it was free when it was offered
     */
    String why(ToolContext context, Refusal refusal, ZonedDateTime start, Wish wish, boolean afterYes) {
        var when = SpanishWriter.relative(start, context.turn().localNow().toLocalDate());
        var capital = Character.toUpperCase(when.charAt(0)) + when.substring(1);
        return switch (refusal) {
            case Refusal.SlotTaken _ -> afterYes ? texts.justTaken() : texts.taken(capital, staff(context, wish));
            case Refusal.OutsideHours _ -> closed(context, start.toLocalDate())
                    .orElseGet(() -> texts.outsideHours(capital, staff(context, wish)));
            case Refusal.InThePast _ -> texts.past();
            case Refusal.TooSoon(var notice, _) -> texts.tooSoon(SpanishWriter.duration(notice));
            case Refusal.BeyondHorizon(var lastDay) -> texts.beyondHorizon(SpanishWriter.date(lastDay));
            case Refusal.UnknownService() -> texts.unknownService();
            case Refusal.CannotServe() -> cannotServe(context, wish);
            case Refusal.AtAnyTime _ -> refusal.sentence();
        };
    }

    String cannotServe(ToolContext context, Wish wish) {
        var services = wish.services().stream().flatMap(id -> context.business().service(id).stream()).map(Service::name)
                .collect(Collectors.joining(" ni "));
        return wish.staff().isPresent() && !services.isEmpty() && !staff(context, wish).isEmpty()
                ? texts.cannotServe(staff(context, wish), services)
                : texts.cannotServeAny();
    }

    /** The name of whoever was asked for; empty without a preference. */
    String staff(ToolContext context, Wish wish) {
        return wish.staff().flatMap(context.business()::staffMember).map(StaffMember::name).orElse("");
    }

    /** A day with nothing left: closed, or full. */
    String fullDays(ToolContext context, Wish wish) {
        var day = wish.day().filter(days -> days.from().equals(days.to())).map(days -> days.from());
        if (day.isEmpty()) {
            return texts.fullDays(staff(context, wish));
        }
        var name = SpanishWriter.date(day.get(), context.turn().localNow().toLocalDate());
        return closed(context, day.get()).orElseGet(() -> texts.fullDay(name, staff(context, wish)));
    }

    private Optional<String> closed(ToolContext context, LocalDate day) {
        return context.business().location().hoursOn(day).isEmpty()
                ? Optional.of(texts.closedDay(SpanishWriter.date(day, context.turn().localNow().toLocalDate())))
                : Optional.empty();
    }
}
