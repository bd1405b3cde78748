package mx.yume.web.availability;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import mx.yume.business.Capability;
import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.blocks.BlockRefusal;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.web.calendar.HoursTyped;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;

/**
 * What a form for time off means.
 *
 * @param request empty when something is missing, or is not theirs to ask for
 * @param allowed whether they may block the time of whom they named
 */
record Reading(Filled filled, Optional<BlockRequest> request, boolean allowed) {

    static final String DAYS = "dias";
    static final String HOURS = "horas";
    static final String WEEK = "semana";
    static final String EVERYBODY = "todos";

    static Reading of(Here here, TimeOffForm form) {
        var filled = Filled.of(form.typed());
        var who = who(here, filled);
        if (who.filter(named -> !allowed(here, named)).isPresent()) {
            return new Reading(filled, Optional.empty(), false);
        }
        var checked = who.isPresent() ? missing(filled, form.weekdays)
                : missing(filled, form.weekdays).with("quien",
                        "Elige de quién es ese tiempo.");
        return new Reading(checked, checked.good() ? who.map(named -> new BlockRequest(named,
                when(checked, form.weekdays, here.location().id()), checked.value("motivo"))) : Optional.empty(), true);
    }

    private static boolean allowed(Here here, Who who) {
        return here.may(Capability.BLOCK_OTHERS) || who.equals(Who.only(here.memberId()));
    }

    /** Nobody named is whoever asks. */
    private static Optional<Who> who(Here here, Filled filled) {
        if (filled.value("quien").isEmpty()) {
            return Optional.of(Who.only(here.memberId()));
        }
        return filled.is("quien", EVERYBODY) ? Optional.of(new Who.Everybody())
                : Ids.parse(filled.value("quien")).map(StaffId::new).map(Who::only);
    }

    private static Filled missing(Filled filled, List<String> weekdays) {
        var checked = filled;
        if (date(filled, "desde").isEmpty() && !(filled.is("tipo", WEEK) && filled.value("desde").isEmpty())) {
            checked = checked.with("desde", "Elige la fecha.");
        }
        if (!filled.value("hasta").isEmpty() && date(filled, "hasta").isEmpty()) {
            checked = checked.with("hasta", "Elige la fecha.");
        }
        if (!filled.is("tipo", DAYS)) {
            checked = time(filled, "empieza").isPresent() ? checked : checked.with("empieza", "Escribe a qué hora empieza.");
            checked = time(filled, "termina").isPresent() ? checked : checked.with("termina", "Escribe a qué hora termina.");
        }
        return filled.is("tipo", WEEK) && days(weekdays).isEmpty() ? checked.with("semana", "Elige qué días de la semana.")
                : checked;
    }

    private static When when(Filled filled, List<String> weekdays, LocationId location) {
        var last = date(filled, "hasta");
        if (filled.is("tipo", WEEK)) {
            return new When.EveryWeek(days(weekdays), new Hours(time(filled, "empieza").orElseThrow(),
                    time(filled, "termina").orElseThrow()), date(filled, "desde").orElse(LocalDate.EPOCH), last);
        }
        var first = date(filled, "desde").orElseThrow();
        return filled.is("tipo", DAYS) ? new When.WholeDays(location, first, last.orElse(first))
                : new When.Stretch(location, first.atTime(time(filled, "empieza").orElseThrow()),
                        last.orElse(first).atTime(time(filled, "termina").orElseThrow()));
    }

    private static Set<DayOfWeek> days(List<String> typed) {
        return typed.stream().filter(day -> day.matches("[1-7]")).map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
    }

    private static Optional<LocalTime> time(Filled filled, String field) {
        return HoursTyped.time(filled.value(field));
    }

    private static Optional<LocalDate> date(Filled filled, String field) {
        try {
            return Optional.of(LocalDate.parse(filled.value(field)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The sentence, next to the field that it is about. */
    static Filled refused(Filled filled, BlockRefusal why) {
        var field = switch (why) {
            case BlockRefusal.Nobody _,BlockRefusal.UnknownStaff _ -> "quien";
            case BlockRefusal.EndsBeforeItStarts _ -> filled.is("tipo", DAYS) ? "hasta" : "termina";
            case BlockRefusal.InThePast _ -> filled.is("tipo", WEEK) ? "hasta" : "desde";
            case BlockRefusal.TooLong _ -> "hasta";
            case BlockRefusal.NoDays _ -> "semana";
            case BlockRefusal.ReasonTooLong _ -> "motivo";
            case BlockRefusal.UnknownLocation _ -> Filled.WHOLE;
        };
        return filled.with(field, why.sentence());
    }
}
