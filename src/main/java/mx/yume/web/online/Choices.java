package mx.yume.web.online;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.web.online.OnlineViews.Day;
import mx.yume.web.online.OnlineViews.Menu;
import mx.yume.web.online.OnlineViews.Top;
import mx.yume.web.page.Filled;
import mx.yume.web.signin.Page;

/** What, with whom, and when: each a page that can be gone back to. */
@Path("/s/{slug}/cita")
@Produces(MediaType.TEXT_HTML)
public class Choices {

    private static final String DAY = "fecha";

    @CheckedTemplate(basePath = "cita")
    static class Templates {

        private Templates() {}

        static native TemplateInstance what(Top top, Menu menu);

        static native TemplateInstance when(Top top, Day day);
    }

    private final Doorway doorway;
    private final Agenda agenda;
    private final Clock clock;

    Choices(Doorway doorway, Agenda agenda, Clock clock) {
        this.doorway = doorway;
        this.agenda = agenda;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> what(@BeanParam Choosing asked) {
        return doorway.see(asked.slug, shop -> Uni.createFrom().item(Page.of(Status.OK, what(asked.services.isEmpty()
                ? Chosen.nothing(shop)
                : Chosen.of(shop, asked.services, asked.staff.orElse(""), asked.place.orElse(""))))));
    }

    static TemplateInstance what(Chosen chosen) {
        return Templates.what(Drawing.top(chosen.shop(), chosen.home()), Drawing.menu(chosen));
    }

    @GET
    @Path("/horas")
    public Uni<RestResponse<TemplateInstance>> when(@BeanParam Choosing asked) {
        return doorway.see(asked.slug, shop -> {
            var chosen = Chosen.of(shop, asked.services, asked.staff.orElse(""), asked.place.orElse(""));
            return chosen.good() ? when(chosen, Typed.text(asked.day.orElse("")))
                    : Uni.createFrom().item(Page.of(Status.BAD_REQUEST, what(chosen)));
        });
    }

    /** Without a date the first day that has a free time. */
    private Uni<RestResponse<TemplateInstance>> when(Chosen chosen, String typed) {
        var today = LocalDate.ofInstant(clock.instant(), chosen.place().zone());
        var last = today.plusDays(chosen.place().horizonDays());
        var wanted = day(typed).filter(day -> !day.isBefore(today) && !day.isAfter(last));
        var form = Filled.of(Map.of(DAY, typed));
        var filled = typed.isEmpty() || wanted.isPresent() ? form : form.with(DAY, problem(day(typed), today, last));
        var business = chosen.shop().business();
        return agenda.slots(business, chosen.wish().query(business, wanted.orElse(today), last)).map(free -> {
            var day = wanted.or(() -> free.stream().map(slot -> slot.start().toLocalDate()).findFirst()).orElse(today);
            var shown = filled.good() ? Filled.of(Map.of(DAY, day.toString())) : filled;
            return Page.of(filled.good() ? Status.OK : Status.BAD_REQUEST, Templates.when(
                    Drawing.top(chosen.shop(), chosen.home() + "/cita?" + chosen.query()),
                    Drawing.day(chosen, shown, day, today, last, free)));
        });
    }

    private static String problem(Optional<LocalDate> day, LocalDate today, LocalDate last) {
        return day.map(date -> date.isBefore(today) ? "Ese día ya pasó."
                : "Solo se puede agendar hasta el " + SpanishDates.date(last) + ".")
                .orElse("Esa fecha no se entiende.");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
