package mx.yume.web.guide;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.team.Inviting;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.stats.Reports;
import mx.yume.web.guide.GuideView.Step;
import mx.yume.web.page.Here;
import mx.yume.web.page.Phones;
import mx.yume.web.page.Section;

/** Tells an owner what their business still needs before customers can book. */
@ApplicationScoped
public class Guide {

    private final BusinessNumbers numbers;
    private final Inviting inviting;
    private final Reports reports;

    Guide(BusinessNumbers numbers, Inviting inviting, Reports reports) {
        this.numbers = numbers;
        this.inviting = inviting;
        this.reports = reports;
    }

    /** Empty when nothing is missing, and for whoever could do nothing about it. */
    public Uni<Optional<GuideView>> of(Here here) {
        if (!here.may(Capability.CHANGE_SETUP)) {
            return Uni.createFrom().item(Optional.empty());
        }
        var business = here.business();
        return Uni.combine().all().unis(numbers.of(business.id()), inviting.awaited(business.id()), reports.begun(business))
                .with((number, awaited, begun) -> Optional.of(view(business, number, awaited.size(), begun))
                        .filter(guide -> !guide.finished()));
    }

    /** The same, and only while nothing was ever booked: for the page that an owner opens first. */
    public Uni<Optional<GuideView>> untilBegun(Here here) {
        if (!here.may(Capability.CHANGE_SETUP)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return reports.begun(here.business()).chain(begun -> begun ? Uni.createFrom().item(Optional.empty()) : of(here));
    }

    static GuideView view(Business business, Optional<PhoneNumber> number, int awaited, boolean begun) {
        return new GuideView(
                List.of(services(business), hours(business), team(awaited), number(number), first(business, begun)));
    }

    private static Step services(Business business) {
        var given = business.services().stream().filter(one -> !business.bookableOnline(one.id()).isEmpty()).count();
        var text = business.services().isEmpty() ? "Sin servicios nadie puede agendar."
                : given == 0 ? "Nadie de tu equipo da todavía tus servicios: anota quién da cuál."
                        : "Ya se puede agendar " + (given == 1 ? "1 servicio." : given + " servicios.");
        return business.services().isEmpty() || given > 0
                ? new Step("Servicios y precios", text, Section.SERVICES.path(), "Agregar servicios", given > 0)
                : new Step("Servicios y precios", text, Section.TEAM.path(), "Ver el equipo", false);
    }

    private static Step hours(Business business) {
        var open = business.locations().stream().anyMatch(one -> !one.hours().byDay().isEmpty());
        var worked = business.staff().stream().anyMatch(one -> one.schedules().values().stream()
                .anyMatch(hours -> !hours.byDay().isEmpty()));
        if (!open) {
            return new Step("Horario", "Di qué días abres y de qué hora a qué hora.", Section.PREMISES.path(),
                    "Poner el horario",
                    false);
        }
        return new Step("Horario", worked ? "Tu horario ya está puesto." : "Falta el horario de quienes atienden.",
                worked ? Section.PREMISES.path() : Section.TEAM.path(), worked ? "Ver el horario" : "Ver el equipo", worked);
    }

    private static Step team(int awaited) {
        var text = switch (awaited) {
            case 0 -> "Todos los de tu equipo ya entraron por WhatsApp.";
            case 1 -> "Falta que 1 persona de tu equipo le escriba a Yume para empezar.";
            default -> "Falta que %d personas de tu equipo le escriban a Yume para empezar.".formatted(awaited);
        };
        return new Step("Equipo", text, Section.TEAM.path(), "Ver el equipo", awaited == 0);
    }

    private static Step number(Optional<PhoneNumber> number) {
        return number.map(phone -> new Step("WhatsApp", "Tus clientes te escriben al " + Phones.shown(phone) + ".", "/conectar",
                "Ver la conexión", true))
                .orElseGet(() -> new Step("WhatsApp", "Todavía no tienes un número al que te escriban.", "/conectar",
                        "Conectar un número", false));
    }

    private static Step first(Business business, boolean begun) {
        return begun ? new Step("Primera cita", "Ya tienes citas en tu agenda.", Section.SCHEDULE.path(), "Ver la agenda", true)
                : new Step("Primera cita", "Comparte tu página con tus clientes para que agenden.", "/s/" + business.slug(),
                        "Ver tu página", false);
    }
}
