package mx.yume.web.premises;

import java.time.Duration;
import java.util.LinkedHashMap;

import mx.yume.business.Location;
import mx.yume.business.premises.LocationDraft;
import mx.yume.business.premises.PremisesOutcome;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Numbers;

/** Between a location and the fields of its form. */
final class LocationFields {

    private static final String NO_MINUTES = "Escribe los minutos con número, por ejemplo 30.";

    private LocationFields() {}

    static Filled of(LocationDraft draft, String zone) {
        var values = new LinkedHashMap<String, String>();
        values.put("nombre", draft.name());
        values.put("direccion", draft.address());
        values.put("paso", Long.toString(draft.grid().toMinutes()));
        values.put("anticipacion", Long.toString(draft.minimumNotice().toMinutes()));
        values.put("horizonte", Integer.toString(draft.horizonDays()));
        values.put("enteros", draft.daysKeptWhole() ? "si" : "");
        values.put("zona", zone);
        return Filled.of(values);
    }

    static Filled of(Location location) {
        return of(LocationDraft.of(location), location.zone().getId());
    }

    /** What is no number is said; then the draft is of no use. */
    static Filled read(LocationForm form) {
        var filled = Filled.of(form.typed());
        for (var field : new String[]{"paso", "anticipacion"}) {
            filled = Numbers.minutes(filled.value(field)).isPresent() ? filled : filled.with(field, NO_MINUTES);
        }
        return Numbers.whole(filled.value("horizonte")).isPresent() ? filled
                : filled.with("horizonte", "Escribe los días con número, por ejemplo 60.");
    }

    /** @param filled without errors */
    static LocationDraft draft(Filled filled) {
        return new LocationDraft(filled.value("nombre"), filled.value("direccion"), minutes(filled, "paso"),
                minutes(filled, "anticipacion"), Numbers.whole(filled.value("horizonte")).orElse(0),
                filled.is("enteros", "si"));
    }

    private static Duration minutes(Filled filled, String field) {
        return Numbers.minutes(filled.value(field)).orElse(Duration.ZERO);
    }

    /** The sentence, next to the field that it is about. */
    static Filled refused(Filled filled, PremisesOutcome.Refusal why) {
        var field = switch (why) {
            case PremisesOutcome.BadName _,PremisesOutcome.NameTaken _ -> "nombre";
            case PremisesOutcome.BadAddress _ -> "direccion";
            case PremisesOutcome.BadGrid _ -> "paso";
            case PremisesOutcome.BadNotice _ -> "anticipacion";
            case PremisesOutcome.BadHorizon _ -> "horizonte";
            case PremisesOutcome.BadZone _ -> "zona";
            case PremisesOutcome.UnknownLocation _,PremisesOutcome.UnknownSpot _,PremisesOutcome.Changed _,PremisesOutcome.Incomplete _,PremisesOutcome.BadKind _,PremisesOutcome.LastLocation _,PremisesOutcome.TooMany _ ->
                Filled.WHOLE;
        };
        return filled.with(field, why.sentence());
    }
}
