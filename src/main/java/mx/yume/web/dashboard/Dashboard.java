package mx.yume.web.dashboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.web.signin.Notices;
import mx.yume.web.signin.Page;
import mx.yume.web.signin.SessionCookies;
import mx.yume.web.signin.Visitor;
import mx.yume.web.signin.Visitors;

/** The first page of a business: today's visits at its main location, and its number. It only shows. */
@Path("/tablero")
@Produces(MediaType.TEXT_HTML)
public class Dashboard {

    @CheckedTemplate(basePath = "tablero")
    static class Templates {

        private Templates() {}

        static native TemplateInstance today(Today today);
    }

    private final Visitors visitors;
    private final Agenda agenda;
    private final BusinessNumbers numbers;
    private final Clock clock;

    Dashboard(Visitors visitors, Agenda agenda, BusinessNumbers numbers, Clock clock) {
        this.visitors = visitors;
        this.agenda = agenda;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> today(@BeanParam SessionCookies cookies) {
        return visitors.of(cookies).chain(visitor -> visitor.map(this::shown)
                .orElseGet(() -> Uni.createFrom().item(Notices.signInFirst())));
    }

    private Uni<RestResponse<TemplateInstance>> shown(Visitor visitor) {
        var location = visitor.business().location();
        var today = LocalDate.ofInstant(clock.instant(), location.zone());
        var range = new TimeRange(today.atStartOfDay(location.zone()).toInstant(),
                today.plusDays(1).atStartOfDay(location.zone()).toInstant());
        return Uni.combine().all()
                .unis(agenda.between(visitor.business(), range), numbers.of(visitor.business().id()))
                .with((visits, number) -> Page.of(Status.OK, Templates.today(words(visitor, today,
                        visits.stream().filter(visit -> visit.location().equals(location.id())).toList(), number))));
    }

    private static Today words(Visitor visitor, LocalDate today, List<Appointment> visits, Optional<PhoneNumber> number) {
        return new Today(visitor.business().publicName(), visitor.member().name(), SpanishDates.date(today),
                visits.stream().map(VisitLine::of).toList(), number.map(PhoneNumber::e164).orElse(""));
    }
}
