package mx.yume.assistant.staff.setup;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Service;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;

/** Asking which service is meant, the same for every tool that changes one. */
@ApplicationScoped
class ServiceWords {

    private static final int MOST_ROWS = 10;

    private final ServiceTexts texts;

    ServiceWords(ServiceTexts texts) {
        this.texts = texts;
    }

    /** @param candidates those it can mean; empty for any of them */
    <O extends Order> Proposal<O> askWhich(StaffAsking asking, String tool, O order, List<Service> candidates) {
        var services = candidates.isEmpty() ? asking.business().services() : candidates;
        return new Proposal.Ask<>(order, FlowState.COLLECTING_SERVICE, texts.askService(),
                services.stream().limit(MOST_ROWS).map(service -> new Option(tool + ":service:" + service.id(), service.name(),
                        service.price() + " · " + SpanishWriter.duration(service.duration()))).toList());
    }

    String unknown(StaffAsking asking) {
        return texts.unknown(asking.business().services().stream().map(Service::name).collect(Collectors.joining(", ")));
    }
}
