package mx.yume.web.stats;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.Location;
import mx.yume.scheduling.stats.Report;
import mx.yume.scheduling.stats.Reports;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;

/** The figures of a period: how many came, what they brought, when it is full, who and what is asked for. */
@Path("/tablero/numeros")
public class Stats {

    @CheckedTemplate(basePath = "numeros")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(Frame frame, StatsView stats);
    }

    private final Gate gate;
    private final Reports reports;
    private final Clock clock;

    Stats(Gate gate, Reports reports, Clock clock) {
        this.gate = gate;
        this.reports = reports;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> page(@BeanParam PeriodAsking asking) {
        return gate.see(asking, Capability.SEE_STATS, here -> {
            var period = period(here, asking);
            return report(here, asking, period).map(report -> {
                var view = StatsViews.of(here.business(), asking, period, report);
                var page = Templates.page(here.frame(Section.STATS), view);
                return view.form().good() ? Answers.shown(page) : Answers.refused(page);
            });
        });
    }

    /** A table of the page as a file. */
    @GET
    @Path("/{table}.csv")
    @Produces("text/csv;charset=UTF-8")
    public Uni<RestResponse<byte[]>> file(@BeanParam PeriodAsking asking, @RestPath String table) {
        return gate.follow(asking, Capability.SEE_STATS).chain(found -> found.map(here -> file(here, asking, table))
                .orElseGet(() -> Uni.createFrom().item(RestResponse.status(Status.FORBIDDEN))));
    }

    private Uni<RestResponse<byte[]>> file(Here here, PeriodAsking asking, String table) {
        if (!asking.filled().good()) {
            return Uni.createFrom().item(RestResponse.status(Status.BAD_REQUEST));
        }
        var period = period(here, asking);
        return report(here, asking, period).map(report -> Tables.named(table, report).map(lines -> ResponseBuilder
                .ok(Csv.file(lines)).header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"%s-%s-%s.csv\"".formatted(table, period.from(),
                        period.to()))
                .build()).orElseGet(() -> RestResponse.status(Status.NOT_FOUND)));
    }

    private Uni<Report> report(Here here, PeriodAsking asking, Period period) {
        return reports.of(here.business(), asking.at(here.business()), period.from(), period.to());
    }

    private Period period(Here here, PeriodAsking asking) {
        var at = asking.at(here.business()).flatMap(here.business()::location);
        return asking.period(LocalDate.ofInstant(clock.instant(), at.map(Location::zone)
                .orElse(here.business().location().zone())));
    }
}
