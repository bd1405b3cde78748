package mx.yume.assistant.staff.setup;

import java.time.Duration;
import java.util.ArrayList;
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
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Listed;
import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.menu.Menu;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.platform.Money;

/** update_service: what a service costs, how long it takes, or what it is called. */
@ApplicationScoped
class UpdateService implements StaffTool<UpdateService.Change> {

    static final String NAME = "update_service";

    /**
     * @param from the price is the lowest ("desde")
     * @param version of the service as it was shown
     * @param longer it may be longer than any day: asked back and fine
     */
    @RegisterForReflection
    record Change(Optional<ServiceId> service, Optional<Money> price, boolean from, Optional<Duration> duration,
            Optional<String> name, Optional<Integer> version, boolean longer) implements Order {

        static final Change NOTHING = new Change(Optional.empty(), Optional.empty(), false, Optional.empty(),
                Optional.empty(), Optional.empty(), false);

        Change of(ServiceId id) {
            return service.filter(id::equals).isPresent() ? this
                    : new Change(Optional.of(id), price, from, duration, name, Optional.empty(), false);
        }

        Change costing(Money amount, boolean lowest) {
            return new Change(service, Optional.of(amount), lowest, duration, name, version, longer);
        }

        Change lasting(Duration length) {
            return new Change(service, price, from, Optional.of(length), name, version, false);
        }

        Change called(String to) {
            return new Change(service, price, from, duration, Optional.of(to), version, longer);
        }

        Change seen(int now) {
            return new Change(service, price, from, duration, name, Optional.of(now), longer);
        }

        Change evenIfLonger() {
            return new Change(service, price, from, duration, name, version, true);
        }
    }

    private final Businesses businesses;
    private final Menu menu;
    private final ServiceWords services;
    private final ServiceTexts texts;

    UpdateService(Businesses businesses, Menu menu, ServiceWords services, ServiceTexts texts) {
        this.businesses = businesses;
        this.menu = menu;
        this.services = services;
        this.texts = texts;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME,
                "Cambia el precio, la duración o el nombre de un servicio. El sistema enseña el cambio y pide el sí",
                Sheet.required("service", "Cuál servicio, por su nombre"),
                Sheet.optional("price", "Precio nuevo en pesos"),
                Sheet.optional("from", Sheet.Type.FLAG, "true si es precio «desde»"),
                Sheet.optional("duration_minutes", Sheet.Type.NUMBER, "Duración nueva en minutos"),
                Sheet.optional("new_name", "Nombre nuevo"));
    }

    @Override
    public Class<Change> type() {
        return Change.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.CHANGE_PRICE);
    }

    @Override
    public Optional<FlowKind> flow(Change order) {
        return Optional.of(order.duration().isPresent() && order.price().isEmpty() ? FlowKind.CHANGE_SERVICE_DURATION
                : FlowKind.CHANGE_PRICE);
    }

    @Override
    public Change read(StaffAsking asking, Written written) {
        var named = Named.services(asking,
                written.text("service").orElseThrow(() -> new Unclear("Falta el argumento service.")));
        if (named.size() != 1) {
            throw new Unclear(named.isEmpty() ? services.unknown(asking)
                    : "Pregunta cuál: "
                            + SpanishWriter.alternatives(named.stream().map(Service::name).toList()) + ".");
        }
        var price = written.text("price").map(said -> Amounts.price(said)
                .orElseThrow(() -> new Unclear("El argumento price va en pesos.")));
        return new Change(Optional.of(named.getFirst().id()), price, written.flag("from").orElse(false),
                written.number("duration_minutes").map(Duration::ofMinutes), written.text("new_name"), Optional.empty(), false);
    }

    @Override
    public Uni<Proposal<Change>> propose(StaffAsking asking, Change order) {
        if (order.service().isEmpty()) {
            return Uni.createFrom().item(services.askWhich(asking, NAME, order, asking.business().services()));
        }
        return businesses.inventory(asking.organization()).map(all -> all.services().stream()
                .filter(listed -> listed.active() && listed.what().id().equals(order.service().get())).findFirst()
                .map(listed -> proposed(order, listed))
                .orElseGet(() -> new Proposal.Refuse<>(new MenuOutcome.NotFound().sentence())));
    }

    private Proposal<Change> proposed(Change order, Listed<Service> listed) {
        var service = listed.what();
        var draft = draft(service, order);
        if (order.price().isEmpty() && order.duration().isEmpty() && order.name().isEmpty()) {
            return new Proposal.Ask<>(order, FlowState.COLLECTING_PRICE,
                    texts.askWhat(service.name(), service.price().toString(),
                            SpanishWriter.duration(service.duration())));
        }
        if (draft.equals(ServiceDraft.of(service))) {
            return new Proposal.Tell<>(texts.alreadySo(service.name(), service.price().toString(),
                    SpanishWriter.duration(service.duration())));
        }
        return new Proposal.Show<>(order.seen(listed.version()), texts.changes(service.name(), changes(service, draft)));
    }

    private String changes(Service service, ServiceDraft draft) {
        var lines = new ArrayList<String>();
        if (!draft.name().equals(service.name())) {
            lines.add(texts.nameChange(service.name(), draft.name()));
        }
        if (!draft.price().equals(service.price())) {
            lines.add(texts.priceChange(service.price().toString(), draft.price().toString()));
        }
        if (!draft.duration().equals(service.duration())) {
            lines.add(
                    texts.durationChange(SpanishWriter.duration(service.duration()), SpanishWriter.duration(draft.duration())));
        }
        return String.join("\n", lines);
    }

    @Override
    public Uni<Performed<Change>> perform(StaffAsking asking, Change order, Recording recording) {
        var service = asking.business().service(order.service().orElseThrow());
        if (service.isEmpty()) {
            return Uni.createFrom().item(instead(new Proposal.Refuse<>(new MenuOutcome.NotFound().sentence())));
        }
        var draft = draft(service.get(), order);
        var sentence = texts.changed(draft.name(), draft.price().toString(), SpanishWriter.duration(draft.duration()));
        return menu.change(asking.organization(), service.get().id(), order.version().orElseThrow(), draft, order.longer(),
                recording.outcome(Optional.of(service.get().id().value()),
                        outcome -> outcome instanceof MenuOutcome.Done ? Optional.of(sentence) : Optional.empty()))
                .map(outcome -> performed(order, outcome, sentence));
    }

    private static Performed<Change> performed(Change order, MenuOutcome outcome, String sentence) {
        return switch (outcome) {
            case MenuOutcome.LongerThanAnyDay question ->
                instead(new Proposal.Show<>(order.evenIfLonger(), question.sentence()));
            case MenuOutcome.Refusal why -> instead(new Proposal.Refuse<>(why.sentence()));
            case MenuOutcome.Done _,MenuOutcome.Ordered _,MenuOutcome.Skilled _ -> new Performed.Done<>(sentence);
        };
    }

    private static Performed<Change> instead(Proposal<Change> what) {
        return new Performed.Instead<>(what);
    }

    private static ServiceDraft draft(Service service, Change order) {
        var now = ServiceDraft.of(service);
        return new ServiceDraft(order.name().orElse(now.name()), now.category(), now.description(),
                order.duration().orElse(now.duration()), now.rest(), now.bufferBefore(), now.bufferAfter(),
                order.price().map(amount -> new Price(amount, order.from())).orElse(now.price()), now.spotKind(),
                now.minimumNotice());
    }
}
