package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.language.TimeReading;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.FreeTimes;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.WaitingTexts;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Service;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;

/** From what was said about when, to the start meant, or to a few to choose from. */
@ApplicationScoped
class TimeSearch {

    private static final int DAYS_AHEAD = 14;

    /** What came of it. */
    sealed interface Search {

        record Start(Slot slot) implements Search {}

        /**
         * A few to choose from, or why there are none.
         *
         * @param wish without what cannot be had in any case
         */
        record Offer(OutboundContent message, Wish wish) implements Search {}

        record UnknownService() implements Search {}

        record CannotServe() implements Search {}
    }

    private final CustomerTools tools;
    private final BookingMessages messages;
    private final BookingTexts texts;
    private final RefusalMessages refusals;
    private final WaitingTexts waiting;

    TimeSearch(CustomerTools tools, BookingMessages messages, BookingTexts texts, RefusalMessages refusals,
            WaitingTexts waiting) {
        this.tools = tools;
        this.messages = messages;
        this.texts = texts;
        this.refusals = refusals;
        this.waiting = waiting;
    }

    /** @param wish with services of this business */
    Uni<Search> search(ToolContext context, Wish wish) {
        return search(context, wish, Optional.empty());
    }

    /** @param instead the appointment that would become that */
    Uni<Search> search(ToolContext context, Wish wish, Optional<Appointment> instead) {
        var today = context.turn().localNow().toLocalDate();
        var days = wish.day().orElseGet(() -> new DayReading(today, today.plusDays(DAYS_AHEAD - 1L), false));
        return tools.freeTimes(context, wish, days, instead).flatMap(found -> switch (found) {
            case FreeTimes.Free(_, var slots) -> among(context, wish, instead, slots);
            case FreeTimes.Full(_, var nearest) -> exact(context, wish)
                    .map(start -> whyNot(context, wish, instead, start, nearest))
                    .orElseGet(() -> offer(near(context, wish, refusals.fullDays(context, wish), nearest), wish))
                    .map(search -> instead.isEmpty() && opens(context, wish) ? orWait(search) : search);
            case FreeTimes.BeyondHorizon(var lastDay) -> beyond(context, wish, lastDay);
            case FreeTimes.UnknownService() -> Uni.createFrom().item(new Search.UnknownService());
            case FreeTimes.NotOnline _ -> offer(Bodies.text(new Refusal.NotOnline().sentence()),
                    wish.staff().isPresent() ? wish.withoutStaff() : wish.withoutServices());
            case FreeTimes.CannotServe _ -> Uni.createFrom().item(new Search.CannotServe());
        });
    }

    private static boolean opens(ToolContext context, Wish wish) {
        return wish.day().filter(days -> days.from().datesUntil(days.to().plusDays(1))
                .anyMatch(day -> !context.business().location().hoursOn(day).isEmpty())).isPresent();
    }

    /** Beside what else there is: being told when something of that day is free. */
    private Search orWait(Search search) {
        if (!(search instanceof Search.Offer(var message, var wish))) {
            return search;
        }
        var options = Stream.concat(message.options().stream(), Stream.of(Bodies.option(new Tap.Wait(), waiting.tellMe())))
                .toList();
        return new Search.Offer(Bodies.choice(message.body() + "\n" + waiting.orTellMe(), texts.seeTimes(), options), wish);
    }

    /** Why this start is not to be had, and what is free around it. */
    OutboundContent refused(ToolContext context, Wish wish, ZonedDateTime start, Refusal why, boolean afterYes) {
        var reason = refusals.why(context, why, start, wish, afterYes);
        return wish.services().isEmpty() ? Bodies.text(reason) : near(context, wish, reason, why.alternatives());
    }

    private Uni<Search> among(ToolContext context, Wish wish, Optional<Appointment> instead, List<Slot> slots) {
        return switch (Times.match(slots, wish)) {
            case Times.Found.Exactly(var slot) -> Uni.createFrom().item(new Search.Start(slot));
            case Times.Found.NotThen() ->
                whyNot(context, wish, instead, exact(context, wish).orElseThrow(), Times.shown(slots));
            case Times.Found.Fitting(var fitting) ->
                offer(messages.offer(context, question(context, wish), fitting, wish.staff().isEmpty()), wish);
            case Times.Found.OnlyNear(var nearest) -> offer(near(context, wish, texts.noSuchTime(), nearest), wish);
        };
    }

    private Uni<Search> whyNot(ToolContext context, Wish wish, Optional<Appointment> instead, ZonedDateTime start,
            List<Slot> otherwise) {
        return tools.whyNot(context, wish, start, instead).flatMap(refusal -> offer(
                refusal.map(why -> refused(context, wish, start, why, false))
                        .orElseGet(() -> messages.offer(context, texts.times(names(context, wish)), otherwise, false)),
                wish));
    }

    private Uni<Search> beyond(ToolContext context, Wish wish, LocalDate lastDay) {
        var body = texts.beyondHorizon(SpanishWriter.date(lastDay)) + " "
                + texts.askAnotherDay(names(context, wish));
        return offer(Bodies.text(body), wish.another(false, context.zone()));
    }

    private OutboundContent near(ToolContext context, Wish wish, String reason, List<Slot> nearest) {
        return nearest.isEmpty() ? Bodies.text(reason + " " + texts.askAnotherDay(names(context, wish)))
                : messages.offer(context, reason + " " + texts.nearest(), nearest, wish.staff().isEmpty());
    }

    /** A day is always said in full: whoever said "el próximo viernes" sees which one that is. */
    private String question(ToolContext context, Wish wish) {
        var today = context.turn().localNow().toLocalDate();
        if (wish.day().isEmpty() && wish.time().isEmpty()) {
            return texts.askDay(names(context, wish));
        }
        return wish.day().filter(day -> day.from().equals(day.to()))
                .map(day -> texts.timesOfDay(names(context, wish), SpanishWriter.relative(day.from(), today)))
                .orElseGet(() -> texts.times(names(context, wish)));
    }

    /** "Corte de cabello y Manicure" */
    private static String names(ToolContext context, Wish wish) {
        return SpanishWriter.list(wish.services().stream().flatMap(id -> context.business().service(id).stream())
                .map(Service::name).toList());
    }

    /** The one start that was asked for, if it is one. */
    static Optional<ZonedDateTime> exact(ToolContext context, Wish wish) {
        return wish.day().filter(day -> day.from().equals(day.to()))
                .flatMap(day -> wish.time().filter(TimeReading::exact)
                        .map(time -> day.from().atTime(time.from()).atZone(context.zone())));
    }

    private static Uni<Search> offer(OutboundContent message, Wish wish) {
        return Uni.createFrom().item(new Search.Offer(message, wish));
    }
}
