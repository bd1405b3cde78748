package mx.yume.assistant.staff.setup;

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
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.business.Businesses;
import mx.yume.business.Capability;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.menu.MenuOutcome;
import mx.yume.conversation.FlowKind;
import mx.yume.scheduling.calendar.Deactivating;
import mx.yume.scheduling.calendar.DeactivationOutcome;

/** remove_service: off the menu; what becomes of the appointments ahead is asked. */
@ApplicationScoped
class RemoveService implements StaffTool<RemoveService.Removal> {

    static final String NAME = "remove_service";

    /** @param version of the service as it was shown */
    @RegisterForReflection
    record Removal(Optional<ServiceId> service, Optional<Integer> version, Ahead ahead) implements Order {

        static final Removal NOTHING = new Removal(Optional.empty(), Optional.empty(), Ahead.UNKNOWN);

        Removal of(ServiceId id) {
            return service.filter(id::equals).isPresent() ? this
                    : new Removal(Optional.of(id), Optional.empty(), Ahead.UNKNOWN);
        }

        Removal seen(int now) {
            return new Removal(service, Optional.of(now), ahead);
        }

        Removal with(Ahead known) {
            return new Removal(service, version, known);
        }
    }

    private final Businesses businesses;
    private final Deactivating deactivating;
    private final ServiceWords services;
    private final ServiceTexts texts;
    private final AheadWords ahead;

    RemoveService(Businesses businesses, Deactivating deactivating, ServiceWords services, ServiceTexts texts,
            AheadWords ahead) {
        this.businesses = businesses;
        this.deactivating = deactivating;
        this.services = services;
        this.texts = texts;
        this.ahead = ahead;
    }

    @Override
    public Sheet sheet() {
        return Sheet.of(NAME, "Quita un servicio del menú. El sistema pregunta qué hacer con las citas por venir y pide el sí",
                Sheet.required("service", "Cuál servicio, por su nombre"), AheadWords.parameter(false));
    }

    @Override
    public Class<Removal> type() {
        return Removal.class;
    }

    @Override
    public Capability needs() {
        return Capability.CHANGE_SETUP;
    }

    @Override
    public Optional<FlowKind> flow() {
        return Optional.of(FlowKind.REMOVE_SERVICE);
    }

    @Override
    public Removal read(StaffAsking asking, Written written) {
        var named = Named.services(asking,
                written.text("service").orElseThrow(() -> new Unclear("Falta el argumento service.")));
        if (named.size() != 1) {
            throw new Unclear(named.isEmpty() ? services.unknown(asking)
                    : "Pregunta cuál: "
                            + SpanishWriter.alternatives(named.stream().map(Service::name).toList()) + ".");
        }
        return Removal.NOTHING.of(named.getFirst().id()).with(AheadWords.read(written));
    }

    @Override
    public Removal continued(Removal written, Removal underWay) {
        return underWay.service().equals(written.service()) ? written.ahead().what()
                .map(what -> underWay.with(underWay.ahead().answered(what))).orElse(underWay) : written;
    }

    @Override
    public Uni<Proposal<Removal>> propose(StaffAsking asking, Removal order) {
        if (order.service().isEmpty()) {
            return Uni.createFrom().item(services.askWhich(asking, NAME, order, asking.business().services()));
        }
        return businesses.inventory(asking.organization()).map(all -> all.services().stream()
                .filter(listed -> listed.active() && listed.what().id().equals(order.service().get())).findFirst()
                .<Proposal<Removal>>map(listed -> new Proposal.Show<>(order.seen(listed.version()),
                        order.ahead().answer().map(given -> ahead.confirm(listed.what().name(), given))
                                .orElseGet(() -> texts.remove(listed.what().name()))))
                .orElseGet(() -> new Proposal.Refuse<>(new MenuOutcome.NotFound().sentence())));
    }

    @Override
    public Uni<Performed<Removal>> perform(StaffAsking asking, Removal order, Recording recording) {
        var id = order.service().orElseThrow();
        var name = asking.business().service(id).map(Service::name).orElse("");
        var request = new Deactivating.Request(asking.organization(), order.version().orElseThrow(), asking.actor(),
                order.ahead().answer());
        return deactivating.service(id, request, recording.outcome(Optional.of(id.value()), outcome -> said(name, outcome)))
                .map(outcome -> switch (outcome) {
                    case DeactivationOutcome.Done done -> new Performed.Done<>(sentence(name, done));
                    case DeactivationOutcome.HasFuture future ->
                        new Performed.Instead<>(ahead.ask(NAME, order.with(AheadWords.of(future)), future, false));
                    case DeactivationOutcome.CannotReassign why ->
                        new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case DeactivationOutcome.NotFound why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                    case DeactivationOutcome.Refused why -> new Performed.Instead<>(new Proposal.Refuse<>(why.sentence()));
                });
    }

    private Optional<String> said(String name, DeactivationOutcome outcome) {
        return outcome instanceof DeactivationOutcome.Done done ? Optional.of(sentence(name, done)) : Optional.empty();
    }

    private String sentence(String name, DeactivationOutcome.Done done) {
        return ahead.with(texts.removed(name), done.fates());
    }
}
