package mx.yume.assistant.staff.setup;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;
import mx.yume.scheduling.stats.Figures;
import mx.yume.scheduling.stats.Figures.Count;
import mx.yume.scheduling.stats.Statistics;

/** business_stats: reads only. */
@ApplicationScoped
class BusinessStats implements StaffTool<BusinessStats.Question> {

    static final String NAME = "business_stats";

    /** @param period this month when none was said */
    @RegisterForReflection
    record Question(Optional<Period> period) implements Order {}

    private final Statistics statistics;
    private final StatsTexts texts;

    BusinessStats(Statistics statistics, StatsTexts texts) {
        this.statistics = statistics;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Cómo va el negocio: ventas, citas, cancelaciones, clientes nuevos, lo más pedido",
                Sheet.optional("from", "Primer día AAAA-MM-DD; el mes en curso si no lo dijeron"),
                Sheet.optional("to", "Último día AAAA-MM-DD, incluido"));
    }

    @Override
    public Class<Question> type() {
        return Question.class;
    }

    @Override
    public Capability needs() {
        return Capability.SEE_STATS;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.empty();
    }

    @Override
    public Question read(StaffAsking asking, Written written) {
        var from = written.date("from");
        var to = written.date("to").or(() -> from);
        if (from.isPresent() && to.orElseThrow().isBefore(from.get())) {
            throw new Unclear("El argumento to no puede ser antes que from.");
        }
        return new Question(from.map(first -> new Period(first, to.orElseThrow())));
    }

    @Override
    public Uni<Proposal<Question>> propose(StaffAsking asking, Question question) {
        var period = question.period()
                .orElseGet(() -> Period.month(YearMonth.from(asking.turn().localNow().toLocalDate())));
        return statistics.of(asking.business(), period.from(), period.to())
                .map(figures -> new Proposal.Tell<>(told(asking, period, figures)));
    }

    private String told(StaffAsking asking, Period period, Figures figures) {
        var today = asking.turn().localNow().toLocalDate();
        var days = period.from().equals(period.to()) ? texts.day(SpanishWriter.date(period.from(), today))
                : texts.days(SpanishWriter.date(period.from(), today), SpanishWriter.date(period.to(), today));
        return figures.nothing() ? texts.nothing(days) : texts.figures(days, String.join("\n", lines(figures)));
    }

    private List<String> lines(Figures figures) {
        var lines = new ArrayList<>(List.of(texts.earned(figures.earned().toString(), figures.completed())));
        if (figures.ahead() > 0) {
            lines.add(texts.ahead(figures.ahead()));
        }
        if (figures.cancelled() + figures.noShows() > 0) {
            lines.add(texts.lost(figures.cancelled(), figures.noShows()));
        }
        lines.add(texts.newCustomers(figures.newCustomers()));
        if (!figures.services().isEmpty()) {
            lines.add(texts.services(counted(figures.services())));
        }
        if (figures.staff().size() > 1) {
            lines.add(texts.staff(counted(figures.staff())));
        }
        return lines;
    }

    private String counted(List<Count> counts) {
        return SpanishWriter.list(counts.stream().map(count -> texts.counted(count.name(), count.visits())).toList());
    }

    @Override
    public Uni<Performed<Question>> perform(StaffAsking asking, Question question, Recording recording) {
        throw new IllegalStateException(NAME + " only reads");
    }
}
