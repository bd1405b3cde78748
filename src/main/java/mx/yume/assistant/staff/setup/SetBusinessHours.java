package mx.yume.assistant.staff.setup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.calendar.CalendarChange;
import mx.yume.scheduling.calendar.CalendarOutcome;
import mx.yume.scheduling.calendar.Consent;
import mx.yume.scheduling.calendar.WorkingCalendar;

/** set_business_hours: the week of the main location, or one date apart from it. */
@ApplicationScoped
class SetBusinessHours implements StaffTool<SetBusinessHours.Change> {

    static final String NAME = "set_business_hours";

    /**
     * @param week the weekdays that change; an empty list is closed
     * @param day one date instead
     * @param hours of that date; none when closed
     * @param midnight it may end on the day after: asked back and fine
     * @param outside the appointments that were shown and stay outside, in the order of their ids
     * @param version of the location as it was shown
     */
    @RegisterForReflection(targets = {Change.class, Hours.class})
    record Change(Map<DayOfWeek, List<Hours>> week, Optional<LocalDate> day, List<Hours> hours, boolean midnight,
            List<AppointmentId> outside, Optional<Integer> version) implements Order {

        static final Change NOTHING = new Change(Map.of(), Optional.empty(), List.of(), false, List.of(), Optional.empty());

        /** In the order of the week, so that the same is written alike. */
        Change {
            week = new TreeMap<>(week);
            hours = List.copyOf(hours);
            outside = outside.stream().sorted(Comparator.comparing(AppointmentId::value)).toList();
        }

        Change weekly(Map<DayOfWeek, List<Hours>> days) {
            var all = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
            all.putAll(week);
            all.putAll(days);
            return new Change(all, Optional.empty(), List.of(), midnight, List.of(), version);
        }

        Change on(LocalDate date, List<Hours> open) {
            return new Change(Map.of(), Optional.of(date), open, midnight, List.of(), version);
        }

        Change toMidnight() {
            return new Change(week, day, hours, true, outside, version);
        }

        Change leaving(List<Appointment> stranded) {
            return new Change(week, day, hours, midnight, stranded.stream().map(Appointment::id).toList(), version);
        }

        Change seen(int now) {
            return new Change(week, day, hours, midnight, outside, Optional.of(now));
        }

        boolean empty() {
            return week.isEmpty() && day.isEmpty();
        }
    }

    private final Businesses businesses;
    private final WorkingCalendar calendar;
    private final HoursTexts texts;
    private final HoursWords words;
    private final AheadWords ahead;

    SetBusinessHours(Businesses businesses, WorkingCalendar calendar, HoursTexts texts, HoursWords words, AheadWords ahead) {
        this.businesses = businesses;
        this.calendar = calendar;
        this.texts = texts;
        this.words = words;
        this.ahead = ahead;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Cambia el horario del negocio: la semana o una sola fecha. El sistema enseña el cambio y pide el sí",
                Sheet.optional("week", "Los días que cambian, como los dijeron: «lunes a viernes de 9 a 7, domingos no»"),
                Sheet.optional("date", "En vez de la semana, una fecha AAAA-MM-DD"),
                Sheet.optional("opens", "A qué hora abre esa fecha, HH:MM; sin opens ni closes cierra todo el día"),
                Sheet.optional("closes", "A qué hora cierra esa fecha, HH:MM"));
    }

    @Override
    public Class<Change> type() {
        return Change.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.CHANGE_HOURS);
    }

    @Override
    public Change read(StaffAsking asking, Written written) {
        var date = written.date("date");
        if (date.isPresent()) {
            var opens = written.time("opens");
            var closes = written.time("closes");
            return Change.NOTHING.on(date.get(), opens.isEmpty() && closes.isEmpty() ? List.of()
                    : List.of(hours(asking.business().location().hours().on(date.get().getDayOfWeek()), opens, closes)));
        }
        return written.text("week").map(said -> WeekReader.read(said).map(week -> Change.NOTHING.weekly(week.days()))
                .orElseThrow(() -> new Unclear("El argumento week no se entiende: escribe días y horas.")))
                .orElse(Change.NOTHING);
    }

    /** What was not said is as on that weekday. */
    private static Hours hours(List<Hours> usual, Optional<LocalTime> opens, Optional<LocalTime> closes) {
        var missing = "Pregunta a qué hora abre y a qué hora cierra ese día: faltan opens o closes.";
        return new Hours(
                opens.or(() -> usual.stream().findFirst().map(Hours::opens)).orElseThrow(() -> new Unclear(missing)),
                closes.or(() -> usual.stream().reduce((earlier, later) -> later).map(Hours::closes))
                        .orElseThrow(() -> new Unclear(missing)));
    }

    /** What was asked back and is fine stays fine as long as it is the same change. */
    @Override
    public Change continued(Change written, Change underWay) {
        return written.week().equals(underWay.week()) && written.day().equals(underWay.day())
                && written.hours().equals(underWay.hours()) ? underWay : written;
    }

    @Override
    public Uni<Proposal<Change>> propose(StaffAsking asking, Change order) {
        if (order.empty()) {
            return Uni.createFrom().item(new Proposal.Ask<>(order, FlowState.COLLECTING_HOURS, texts.ask()));
        }
        var location = asking.business().location();
        return businesses.inventory(asking.organization()).map(all -> all.locations().stream()
                .filter(listed -> listed.active() && listed.what().id().equals(location.id())).findFirst()
                .map(listed -> listed.version())).map(version -> version.map(seen -> proposed(asking, order.seen(seen)))
                        .orElseGet(() -> new Proposal.Refuse<>(new CalendarOutcome.NotFound().sentence())));
    }

    private Proposal<Change> proposed(StaffAsking asking, Change order) {
        var week = week(asking.business(), order);
        if (order.day().isEmpty() && week.equals(asking.business().location().hours())) {
            return new Proposal.Tell<>(texts.already());
        }
        var summary = order.day().map(day -> order.hours().isEmpty() ? texts.closeOn(SpanishWriter.date(day))
                : texts.openOn(SpanishWriter.date(day), words.stretches(order.hours())))
                .orElseGet(() -> texts.week(words.week(week)));
        return new Proposal.Show<>(order, order.outside().isEmpty() ? summary
                : texts.staying(summary, order.outside().size()));
    }

    private static WeeklyHours week(Business business, Change order) {
        var days = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, order.week().getOrDefault(day, business.location().hours().on(day)));
        }
        days.values().removeIf(List::isEmpty);
        return new WeeklyHours(days);
    }

    @Override
    public Uni<Performed<Change>> perform(StaffAsking asking, Change order, Recording recording) {
        var location = asking.business().location().id();
        var sentence = order.day().map(day -> order.hours().isEmpty() ? texts.closedOn(SpanishWriter.date(day))
                : texts.opensOn(SpanishWriter.date(day), words.stretches(order.hours())))
                .orElseGet(() -> texts.changed(words.week(week(asking.business(), order))));
        var change = order.day().<CalendarChange>map(day -> new CalendarChange.OpenOn(location, day, order.hours(), ""))
                .orElseGet(() -> new CalendarChange.OpenTogether(location, order.version().orElseThrow(),
                        week(asking.business(), order)));
        return calendar.change(asking.organization(), change, new Consent(order.midnight(), Set.copyOf(order.outside())),
                recording.outcome(Optional.of(location.value()),
                        outcome -> outcome instanceof CalendarOutcome.Done ? Optional.of(sentence) : Optional.empty()))
                .map(outcome -> performed(order, outcome, sentence));
    }

    private Performed<Change> performed(Change order, CalendarOutcome outcome, String sentence) {
        return switch (outcome) {
            case CalendarOutcome.Done _ -> new Performed.Done<>(sentence);
            case CalendarOutcome.Strands strands -> new Performed.Instead<>(new Proposal.Show<>(
                    order.leaving(strands.appointments()),
                    texts.strands(strands.sentence(), ahead.list(strands.appointments()))));
            case CalendarOutcome.Refused(HoursOutcome.CrossesMidnight question) ->
                new Performed.Instead<>(new Proposal.Show<>(order.toMidnight(), question.sentence()));
            case CalendarOutcome.Refused why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
            case CalendarOutcome.NotFound why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
        };
    }
}
