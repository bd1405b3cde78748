package mx.yume.web.schedule;

import java.util.List;

import mx.yume.business.Business;
import mx.yume.business.StaffMember;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.web.page.Filled;
import mx.yume.web.schedule.SheetViews.Other;

/** Why a time cannot be had, next to the field that it is about, and what can be had instead. */
final class Refusals {

    private Refusals() {}

    static Filled in(Filled filled, Refusal why) {
        var field = switch (why) {
            case Refusal.SlotTaken _,Refusal.OutsideHours _,Refusal.InThePast _,Refusal.TooSoon _ -> "hora";
            case Refusal.BeyondHorizon _ -> "fecha";
            case Refusal.UnknownService _,Refusal.NobodyCan _,Refusal.TooMany _,Refusal.TooLong _,Refusal.NoSpot _ ->
                "servicios";
            case Refusal.CannotServe _,Refusal.NotOnline _ -> "persona";
            case Refusal.BadLength _ -> "minutos";
            case Refusal.UnknownLocation _,Refusal.OtherPrice _,Refusal.OtherPlan _ -> Filled.WHOLE;
        };
        return filled.with(field, why.sentence());
    }

    static List<Other> others(Business business, Refusal why) {
        return why.alternatives().stream().map(slot -> new Other(slot.start().toLocalDateTime().toString(),
                SpanishDates.dateTime(slot.start()) + " con " + who(business, slot))).toList();
    }

    private static String who(Business business, Slot slot) {
        return SpanishLists.any(slot.staff().stream().flatMap(id -> business.staffMember(id).stream()).map(StaffMember::name)
                .toList());
    }
}
