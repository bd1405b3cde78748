package mx.yume.web.stats;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestQuery;

import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Ids;

/** Which period is looked at: a usual one by its word, or from one day to another. */
public class PeriodAsking extends Asking {

    @RestQuery("periodo")
    public Optional<String> usual = Optional.empty();

    @RestQuery("desde")
    public Optional<String> from = Optional.empty();

    @RestQuery("hasta")
    public Optional<String> to = Optional.empty();

    /** What is wrong with what was typed is said in it. */
    Filled filled() {
        var filled = Filled.of(Map.of("desde", from.orElse(""), "hasta", to.orElse("")));
        if (from.isEmpty() && to.isEmpty()) {
            return filled;
        }
        if (Period.day(from.orElse("")).isEmpty()) {
            return filled.with("desde", "Elige desde qué día.");
        }
        if (Period.day(to.orElse("")).isEmpty()) {
            return filled.with("hasta", "Elige hasta qué día.");
        }
        var problem = typed().map(Period::problem).orElse("");
        return problem.isEmpty() ? filled : filled.with(Filled.WHOLE, problem);
    }

    /** This month, where none was asked for or it cannot be so. */
    Period period(LocalDate today) {
        return typed().filter(period -> period.problem().isEmpty())
                .orElseGet(() -> usualOne().orElse(Period.Usual.MONTH).around(today));
    }

    /** Empty where days were typed. */
    Optional<Period.Usual> usualOne() {
        return typed().isPresent() ? Optional.empty()
                : Optional.of(usual.flatMap(Period.Usual::of).orElse(Period.Usual.MONTH));
    }

    /** Empty for all of them. */
    Optional<LocationId> at(Business business) {
        return location.flatMap(Ids::parse).map(LocationId::new).filter(id -> business.location(id).isPresent());
    }

    private Optional<Period> typed() {
        return Period.day(from.orElse("")).flatMap(first -> Period.day(to.orElse("")).map(last -> new Period(first, last)));
    }
}
