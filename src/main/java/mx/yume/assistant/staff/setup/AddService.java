package mx.yume.assistant.staff.setup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.language.business.Amounts;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Performed;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Recording;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Business;
import mx.yume.business.Capability;
import mx.yume.business.Price;
import mx.yume.business.StaffMember;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.platform.Money;

/** add_service: one more on the menu, given by whoever serves already. */
@ApplicationScoped
class AddService implements StaffTool<AddService.NewService> {

    static final String NAME = "add_service";

    /** @param longer it may be longer than any day: asked back and fine */
    @RegisterForReflection
    record NewService(Optional<String> name, Optional<Duration> duration, Optional<Money> price, boolean from,
            boolean longer) implements Order {

        static final NewService NOTHING = new NewService(Optional.empty(), Optional.empty(), Optional.empty(), false, false);

        NewService called(String as) {
            return new NewService(Optional.of(as), duration, price, from, longer);
        }

        NewService lasting(Duration length) {
            return new NewService(name, Optional.of(length), price, from, false);
        }

        NewService costing(Money amount, boolean lowest) {
            return new NewService(name, duration, Optional.of(amount), lowest, longer);
        }

        NewService evenIfLonger() {
            return new NewService(name, duration, price, from, true);
        }
    }

    private final Menu menu;
    private final ServiceTexts texts;

    AddService(Menu menu, ServiceTexts texts) {
        this.menu = menu;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Agrega un servicio al menú. El sistema enseña cómo queda y pide el sí",
                Sheet.required("name", "Cómo se llama"),
                Sheet.optional("duration_minutes", Sheet.Type.NUMBER, "Cuánto dura, en minutos; vacío si no lo dijeron"),
                Sheet.optional("price", "Precio en pesos; vacío si no lo dijeron"),
                Sheet.optional("from", Sheet.Type.FLAG, "true si es precio «desde»"));
    }

    @Override
    public Class<NewService> type() {
        return NewService.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.ADD_SERVICE);
    }

    @Override
    public NewService read(StaffAsking asking, Written written) {
        return new NewService(written.text("name"), written.number("duration_minutes").map(Duration::ofMinutes),
                written.text("price").map(said -> Amounts.price(said)
                        .orElseThrow(() -> new Unclear("El argumento price va en pesos."))),
                written.flag("from").orElse(false), false);
    }

    @Override
    public Uni<Proposal<NewService>> propose(StaffAsking asking, NewService order) {
        return Uni.createFrom().item(proposed(asking, order));
    }

    private Proposal<NewService> proposed(StaffAsking asking, NewService order) {
        if (order.name().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_NAME, texts.askName());
        }
        var name = order.name().get();
        if (order.duration().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_DURATION, texts.askDuration(name));
        }
        if (order.price().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_PRICE, texts.askPrice(name));
        }
        return new Proposal.Show<>(order, texts.newService(name, price(order).toString(),
                SpanishWriter.duration(order.duration().get()), SpanishWriter.list(working(asking.business()))));
    }

    @Override
    public Uni<Performed<NewService>> perform(StaffAsking asking, NewService order, Recording recording) {
        var draft = ServiceDraft.of(order.name().orElseThrow(), order.duration().orElseThrow(), price(order),
                Optional.empty());
        var sentence = texts.added(draft.name(), draft.price().toString(), SpanishWriter.duration(draft.duration()));
        return menu.addForAll(asking.organization(), draft, order.longer(),
                recording.outcome(Optional.empty(), outcome -> added(outcome) ? Optional.of(sentence) : Optional.empty()))
                .map(outcome -> performed(order, outcome, sentence));
    }

    private static boolean added(MenuOutcome outcome) {
        return !(outcome instanceof MenuOutcome.Refusal);
    }

    private static Performed<NewService> performed(NewService order, MenuOutcome outcome, String sentence) {
        return switch (outcome) {
            case MenuOutcome.LongerThanAnyDay question ->
                new Performed.Instead<>(new Proposal.Show<>(order.evenIfLonger(), question.sentence()));
            case MenuOutcome.Refusal why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
            case MenuOutcome.Done _,MenuOutcome.Ordered _,MenuOutcome.Skilled _ -> new Performed.Done<>(sentence);
        };
    }

    private static List<String> working(Business business) {
        return business.staff().stream().filter(member -> !member.schedules().isEmpty()).map(StaffMember::name).toList();
    }

    private static Price price(NewService order) {
        return new Price(order.price().orElseThrow(), order.from());
    }
}
