package mx.yume.web.schedule;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.scheduling.board.BookPage;
import mx.yume.scheduling.board.DayBook;
import mx.yume.web.guide.Guide;
import mx.yume.web.guide.GuideView;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Section;
import mx.yume.web.schedule.PageViews.Top;

/** The heart of the dashboard: who comes when, to whom. */
@Path(Section.HOME)
@Produces(MediaType.TEXT_HTML)
public class Schedule {

    @CheckedTemplate(basePath = "agenda")
    static class Templates {

        private Templates() {}

        static native TemplateInstance day(Frame frame, Top top, DayViews.Day day, boolean may,
                Optional<GuideView> guide);

        static native TemplateInstance days(Frame frame, Top top, List<PageViews.ListDay> days,
                Optional<GuideView> guide);
    }

    private final Gate gate;
    private final DayBook book;
    private final BusinessNumbers numbers;
    private final Guide guide;
    private final Clock clock;

    Schedule(Gate gate, DayBook book, BusinessNumbers numbers, Guide guide, Clock clock) {
        this.gate = gate;
        this.book = book;
        this.numbers = numbers;
        this.guide = guide;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> show(@BeanParam LookingAt asked) {
        return gate.see(asked, Capability.SEE_SCHEDULE, here -> {
            var look = Look.of(asked, here.business(), here.location(),
                    LocalDate.ofInstant(clock.instant(), here.location().zone()));
            // Before the page is read: a change in between is told rather than lost.
            return book.fingerprint(here.organization(), look.location().id(), look.range()).chain(mark -> Uni.combine().all()
                    .unis(book.page(here.business(), look.location().id(), look.range()), numbers.of(here.organization()),
                            guide.untilBegun(here))
                    .with((page, number, missing) -> Answers.shown(drawn(here, look, page,
                            TopDrawing.draw(here.business(), look, here.may(Capability.RUN_THE_DAY), number, mark),
                            missing))));
        });
    }

    private TemplateInstance drawn(Here here, Look look, BookPage page, Top top, Optional<GuideView> missing) {
        var frame = here.frame(Section.SCHEDULE);
        var may = here.may(Capability.RUN_THE_DAY);
        return switch (look.view()) {
            case DAY -> Templates.day(frame, top,
                    new DayDrawing(here.business(), look, page, clock.instant(), may, here.actor()).draw(), may, missing);
            case WEEK, LIST -> Templates.days(frame, top, new ListDrawing(look, page).draw(), missing);
        };
    }
}
