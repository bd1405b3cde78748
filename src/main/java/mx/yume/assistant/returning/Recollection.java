package mx.yume.assistant.returning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Json;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.scheduling.Appointment;

/** What had been said when a flow was left, in a sentence. */
@ApplicationScoped
class Recollection {

    private final CustomerTools tools;
    private final Json json;
    private final ComebackTexts texts;

    Recollection(CustomerTools tools, Json json, ComebackTexts texts) {
        this.tools = tools;
        this.json = json;
        this.texts = texts;
    }

    Uni<String> of(AssistedTurn turn, Flow left) {
        var details = turn instanceof CustomerTurn customer ? details(customer, left) : Uni.createFrom().item("");
        return details.map(known -> texts.welcomeBack(what(left.kind()), unended(known)));
    }

    /** An hour ends with a full stop of its own: "5:00 p.m." */
    private static String unended(String details) {
        return details.endsWith(".") ? details.substring(0, details.length() - 1) : details;
    }

    private Uni<String> details(CustomerTurn turn, Flow left) {
        return switch (left.kind()) {
            case BOOKING -> Uni.createFrom().item(wish(turn, json.read(left.draft(), Draft.class).wish()));
            case MODIFY, CANCEL -> json.read(left.draft(), Draft.class).appointment()
                    .map(id -> tools.myAppointment(ToolContext.of(turn), id).map(Recollection::visit))
                    .orElseGet(() -> Uni.createFrom().item(""));
            default -> Uni.createFrom().item("");
        };
    }

    private static String visit(Optional<Appointment> found) {
        return found.map(visit -> visit.serviceName() + ", " + SpanishWriter.dateTime(visit.start())).orElse("");
    }

    /** Of a day that has passed since, nothing is said. */
    private String wish(CustomerTurn turn, Wish wish) {
        var business = turn.business();
        var known = new ArrayList<String>();
        var services = services(business, wish);
        if (!services.isEmpty()) {
            known.add(SpanishWriter.list(services));
        }
        when(turn, wish).ifPresent(known::add);
        wish.staff().flatMap(business::staffMember).map(member -> texts.with(member.name())).ifPresent(known::add);
        return String.join(", ", known);
    }

    private static List<String> services(Business business, Wish wish) {
        return wish.services().stream().flatMap(id -> business.service(id).stream()).map(Service::name).toList();
    }

    private static Optional<String> when(CustomerTurn turn, Wish wish) {
        if (wish.start().filter(start -> start.isAfter(turn.now())).isPresent()) {
            return wish.start().map(start -> SpanishWriter.dateTime(start.atZone(turn.zone())));
        }
        LocalDate today = turn.localNow().toLocalDate();
        var day = wish.day().filter(said -> said.from().equals(said.to()) && !said.from().isBefore(today))
                .map(said -> SpanishWriter.date(said.from()));
        var time = day.isEmpty() ? Optional.<String>empty()
                : wish.time().filter(said -> said.exact()).map(said -> SpanishWriter.time(said.from()));
        var said = Stream.of(day, time).flatMap(Optional::stream).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    private String what(FlowKind kind) {
        return switch (kind) {
            case BOOKING -> texts.booking();
            case MODIFY -> texts.modify();
            case CANCEL -> texts.cancel();
            case RATING -> texts.rating();
            case WAITLIST -> texts.waitlist();
            case BUSINESS_ONBOARDING -> texts.businessOnboarding();
            case STAFF_ONBOARDING -> texts.staffOnboarding();
            case BLOCK_TIME -> texts.blockTime();
            case UNBLOCK_TIME -> texts.unblockTime();
            case WALK_IN -> texts.walkIn();
            case ATTENDANCE -> texts.attendance();
            case CANCEL_FOR_CUSTOMER -> texts.cancelForCustomer();
            case MOVE_FOR_CUSTOMER -> texts.moveForCustomer();
            case MESSAGE_CUSTOMER -> texts.messageCustomer();
            case CHANGE_HOURS -> texts.changeHours();
            case ADD_SERVICE -> texts.addService();
            case CHANGE_SERVICE_DURATION -> texts.changeService();
            case CHANGE_PRICE -> texts.changePrice();
            case REMOVE_SERVICE -> texts.removeService();
            case ADD_STAFF -> texts.addStaff();
            case REMOVE_STAFF -> texts.removeStaff();
            case CHANGE_PERMISSION -> texts.changePermission();
            case CHANGE_NOTICES -> texts.changeNotices();
            case RELAY -> texts.relay();
        };
    }
}
