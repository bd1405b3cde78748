package mx.yume.web.schedule;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;

/** Between an appointment and the fields of the form that changes it. */
final class Wishes {

    private Wishes() {}

    /** How it is now, as a form holds it. */
    static Filled of(Appointment now) {
        var values = new LinkedHashMap<String, String>();
        values.put("fecha", now.start().toLocalDate().toString());
        values.put("hora", now.start().toLocalTime().toString());
        values.put("minutos", Numbers.typed(now.parts().getLast().length()));
        values.put("avisar", "si");
        return Filled.of(values);
    }

    /** As it was typed, left out what stays, a time that was offered put in its place; what is none is said. */
    static Filled read(ChangeForm form, Appointment now) {
        var values = new LinkedHashMap<String, String>();
        values.putAll(moment(form.day, form.time, form.other));
        values.put("persona", ChangeForm.text(form.person));
        var typed = ChangeForm.text(form.minutes);
        values.put("minutos", typed.isEmpty() ? Numbers.typed(now.parts().getLast().length()) : typed);
        values.put("avisar", ChangeForm.text(form.tell));
        var filled = checkedMoment(Filled.of(values));
        return Numbers.whole(filled.value("minutos")).isPresent() ? filled
                : filled.with("minutos", "Escribe los minutos con número, por ejemplo 45.");
    }

    static Map<String, String> moment(@Nullable String day, @Nullable String time, @Nullable String other) {
        var halves = ChangeForm.text(other).split("T", -1);
        return halves.length == 2 ? Map.of("fecha", halves[0], "hora", halves[1])
                : Map.of("fecha", ChangeForm.text(day), "hora", ChangeForm.text(time));
    }

    static Filled checkedMoment(Filled filled) {
        var read = filled;
        if (Moments.day(filled.value("fecha")).isEmpty()) {
            read = read.with("fecha", "Elige un día.");
        }
        if (Moments.time(filled.value("hora")).isEmpty()) {
            read = read.with("hora", "Elige una hora.");
        }
        return read;
    }

    /** @param filled without errors */
    static ZonedDateTime start(Filled filled, ZoneId zone) {
        return ZonedDateTime.of(Moments.day(filled.value("fecha")).orElseThrow(),
                Moments.time(filled.value("hora")).orElseThrow(),
                zone);
    }

    /** Those that the business has, in the order of its menu. */
    static List<ServiceId> services(Business business, List<String> chosen) {
        return business.services().stream().map(Service::id).filter(id -> chosen.contains(id.value().toString())).toList();
    }

    /** @param filled without errors */
    static Change change(Business business, Appointment now, ChangeForm form, Filled filled) {
        var change = Change.to(start(filled, now.start().getZone()),
                form.despite == null ? Terms.COUNTER : Terms.AFTER_HOURS);
        var person = Ids.parse(filled.value("persona")).map(StaffId::new);
        if (person.isPresent()) {
            change = change.staff(person.get());
        }
        var services = services(business, form.services);
        if (!services.isEmpty() && others(now, services)) {
            return change.services(wanted(now, services));
        }
        var minutes = Numbers.whole(filled.value("minutos"));
        return minutes.isPresent() && minutes.getAsInt() != now.parts().getLast().length().toMinutes()
                ? change.length(Duration.ofMinutes(minutes.getAsInt()))
                : change;
    }

    private static boolean others(Appointment now, List<ServiceId> services) {
        return !services.equals(now.parts().stream().map(Part::service).distinct()
                .sorted((one, other) -> Integer.compare(services.indexOf(one), services.indexOf(other))).toList());
    }

    /** What stays, as it is; then what comes to it, with whoever is free. */
    private static List<Wanted> wanted(Appointment now, List<ServiceId> services) {
        var wanted = new ArrayList<Wanted>();
        now.parts().stream().filter(part -> services.contains(part.service()))
                .forEach(part -> wanted.add(new Wanted(part.service(), Optional.of(part.staff()))));
        services.stream().filter(service -> now.parts().stream().noneMatch(part -> part.service().equals(service)))
                .forEach(service -> wanted.add(Wanted.of(service)));
        return wanted;
    }
}
