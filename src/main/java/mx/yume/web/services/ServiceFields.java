package mx.yume.web.services;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.platform.Money;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Numbers;

/** Between a service and the fields of its form. What a number means is read here; what a service may be, the menu says. */
final class ServiceFields {

    private static final String NO_NUMBER = "Escribe los minutos con número, por ejemplo 45.";

    private ServiceFields() {}

    static Filled of(Service service) {
        var values = new LinkedHashMap<String, String>();
        values.put("nombre", service.name());
        values.put("categoria", service.category().orElse(""));
        values.put("descripcion", service.description());
        values.put("minutos", Numbers.typed(service.duration()));
        values.put("reposo_desde", service.processing().map(rest -> Numbers.typed(rest.after())).orElse(""));
        values.put("reposo", service.processing().map(rest -> Numbers.typed(rest.length())).orElse(""));
        values.put("antes", Numbers.typed(service.bufferBefore()));
        values.put("despues", Numbers.typed(service.bufferAfter()));
        values.put("precio", Numbers.typed(service.price().amount()));
        values.put("desde", service.price().from() ? "si" : "");
        values.put("lugar", service.spotKind().orElse(""));
        values.put("anticipacion", service.minimumNotice().map(Duration::toHours).map(String::valueOf).orElse(""));
        return Filled.of(values);
    }

    /** What is no number is said; then the draft is of no use. */
    static Filled read(ServiceForm form) {
        var filled = Filled.of(form.typed());
        for (var field : new String[]{"minutos", "reposo_desde", "reposo", "antes", "despues"}) {
            filled = Numbers.minutes(filled.value(field)).isPresent() ? filled : filled.with(field, NO_NUMBER);
        }
        if (Numbers.pesos(filled.value("precio")).isEmpty()) {
            filled = filled.with("precio", "Escribe el precio en pesos, por ejemplo 250.");
        }
        if (Numbers.whole("0" + filled.value("anticipacion")).isEmpty()) {
            filled = filled.with("anticipacion", "Escribe las horas con número, por ejemplo 2.");
        }
        return filled;
    }

    /** @param filled without errors */
    static ServiceDraft draft(Filled filled) {
        var rest = minutes(filled, "reposo");
        var notice = Numbers.whole("0" + filled.value("anticipacion")).orElseThrow();
        return new ServiceDraft(filled.value("nombre"), Optional.of(filled.value("categoria")), filled.value("descripcion"),
                minutes(filled, "minutos"),
                rest.isZero() ? Optional.empty() : Optional.of(new ServiceDraft.Rest(minutes(filled, "reposo_desde"), rest)),
                minutes(filled, "antes"), minutes(filled, "despues"),
                new Price(Numbers.pesos(filled.value("precio")).orElse(new Money(0)), filled.is("desde", "si")),
                Optional.of(filled.value("lugar")),
                filled.value("anticipacion").isEmpty() ? Optional.empty() : Optional.of(Duration.ofHours(notice)));
    }

    private static Duration minutes(Filled filled, String field) {
        return Numbers.minutes(filled.value(field)).orElse(Duration.ZERO);
    }

    /** The sentence, next to the field that it is about. */
    static Filled refused(Filled filled, MenuOutcome.Refusal why) {
        var field = switch (why) {
            case MenuOutcome.BadName _,MenuOutcome.NameTaken _ -> "nombre";
            case MenuOutcome.BadCategory _ -> "categoria";
            case MenuOutcome.BadDescription _ -> "descripcion";
            case MenuOutcome.BadSpotKind _ -> "lugar";
            case MenuOutcome.BadDuration _ -> "minutos";
            case MenuOutcome.BadBuffer _ -> "antes";
            case MenuOutcome.RestOutside _,MenuOutcome.ShorterThanRest _ -> "reposo";
            case MenuOutcome.BadNotice _ -> "anticipacion";
            case MenuOutcome.BadPrice _ -> "precio";
            case MenuOutcome.NotFound _,MenuOutcome.UnknownStaff _,MenuOutcome.Changed _,MenuOutcome.OtherServices _,MenuOutcome.LongerThanAnyDay _,MenuOutcome.TooMany _ ->
                Filled.WHOLE;
        };
        return filled.with(field, why.sentence());
    }
}
