package mx.yume.web.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.Spot;
import mx.yume.customers.Person;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.attendance.Step;
import mx.yume.scheduling.attendance.VisitStage;
import mx.yume.scheduling.board.Remarks;
import mx.yume.web.page.Here;
import mx.yume.web.page.Phones;
import mx.yume.web.schedule.PageViews.Option;
import mx.yume.web.schedule.SheetViews.Allowed;
import mx.yume.web.schedule.SheetViews.Part;
import mx.yume.web.schedule.SheetViews.Seen;
import mx.yume.web.schedule.SheetViews.Sheet;

/** Says all about one appointment. */
record SheetDrawing(Here here, Appointment visit, Remarks.Of said, Optional<Person> customer, List<Appointment> before,
        Instant now) {

    Sheet draw(List<String> differences) {
        var may = here.may(Capability.RUN_THE_DAY);
        return new Sheet(visit.id().value().toString(), visit.customerName(),
                may ? customer.flatMap(Person::phone).map(Phones::shown).orElse("") : "",
                may ? customer.flatMap(Person::phone).map(PhoneNumber::e164).orElse("") : "",
                SpanishDates.dateTime(visit.start()) + " a " + Words.time(visit.end()),
                SpanishDates.duration(Duration.between(visit.start(), visit.end())),
                visit.parts().stream().map(this::part).toList(),
                visit.price().toString(), Words.status(visit.status()), Look.word(visit.status()), notes(), visit.version(),
                may ? history() : "", back(), seen(), may ? allowed() : new Allowed(false, false, false, false), differences);
    }

    private Part part(mx.yume.scheduling.Part part) {
        return new Part(Words.time(part.start()), part.serviceName(), part.staffName(),
                part.spot().flatMap(here.business()::spot).map(Spot::name).orElse(""), part.price().toString());
    }

    private String notes() {
        var notes = new ArrayList<String>();
        if (visit.affirmed() && visit.status() == AppointmentStatus.CONFIRMED) {
            notes.add("Dijo que sí viene");
        }
        if (visit.aftermath().disputed()) {
            notes.add("Dice que sí vino");
        }
        visit.aftermath().rating().ifPresent(stars -> notes.add("Calificó con " + stars + " de 5"));
        said.comment().ifPresent(words -> notes.add("«" + words + "»"));
        said.cancelReason().ifPresent(why -> notes.add("Se canceló por: " + why));
        return String.join(" · ", notes);
    }

    /** "Ha venido 3 veces, la última el viernes 8 de enero · No llegó 1 vez" */
    private String history() {
        if (visit.customer().isEmpty()) {
            return "";
        }
        var came = before.stream().filter(one -> one.status() == AppointmentStatus.COMPLETED && !one.id().equals(visit.id()))
                .toList();
        long missed = before.stream().filter(one -> one.status() == AppointmentStatus.NO_SHOW && !one.id().equals(visit.id()))
                .count();
        var words = came.isEmpty() ? "Todavía no ha venido"
                : "Ha venido " + times(came.size()) + ", la última el "
                        + SpanishDates.date(came.getFirst().start().toLocalDate());
        return missed == 0 ? words : words + " · No llegó " + times(missed);
    }

    private static String times(long count) {
        return count == 1 ? "1 vez" : count + " veces";
    }

    private Allowed allowed() {
        var begun = !visit.start().toInstant().isAfter(now);
        var stage = VisitStage.of(visit, now);
        var changeable = visit.changeableBy(here.actor(), now);
        return new Allowed(changeable, changeable, begun && stage.after(Step.COMPLETE).isPresent(),
                begun && stage.after(Step.NO_SHOW).isPresent());
    }

    private String back() {
        return "/tablero?fecha=" + visit.start().toLocalDate() + "&vista=dia"
                + (visit.location().equals(here.business().location().id()) ? "" : "&sucursal=" + visit.location().value());
    }

    private Seen seen() {
        return new Seen(SpanishDates.dateTime(visit.start()), visit.staffName(), visit.serviceName(),
                Words.status(visit.status()));
    }

    /** What is another now than it was shown. */
    List<String> differences(ChangeForm form) {
        var seen = seen();
        var differences = new ArrayList<String>();
        differ(differences, "Hora", form.seenTime, seen.time());
        differ(differences, "Con", form.seenStaff, seen.staff());
        differ(differences, "Servicio", form.seenServices, seen.services());
        differ(differences, "Estado", form.seenStatus, seen.status());
        return differences;
    }

    private static void differ(List<String> differences, String what, @Nullable String was, String is) {
        var before = ChangeForm.text(was);
        if (!before.isEmpty() && !before.equals(is)) {
            differences.add(what + ": era " + before + ", ahora es " + is);
        }
    }

    List<Option> services(List<String> chosen) {
        return services(here.business(), chosen.isEmpty()
                ? visit.parts().stream().map(part -> part.service().value().toString()).toList()
                : chosen);
    }

    static List<Option> services(Business business, List<String> chosen) {
        return business.services().stream().map(service -> new Option(service.id().value().toString(),
                service.name() + " · " + SpanishDates.duration(service.duration()) + " · " + service.price(),
                chosen.contains(service.id().value().toString()))).toList();
    }

    static List<Option> people(Business business, String chosen) {
        return business.staff().stream().filter(member -> !member.skills().isEmpty())
                .map(member -> new Option(member.id().value().toString(), member.name(),
                        member.id().value().toString().equals(chosen)))
                .toList();
    }
}
