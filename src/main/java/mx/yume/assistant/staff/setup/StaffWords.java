package mx.yume.assistant.staff.setup;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Proposal;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.staff.Named;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Permission;
import mx.yume.business.StaffMember;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;

/** Asking who of the staff is meant, and what their permissions are called. */
@ApplicationScoped
class StaffWords {

    private static final int MOST_ROWS = 10;

    private final PeopleTexts texts;

    StaffWords(PeopleTexts texts) {
        this.texts = texts;
    }

    /** @param candidates those it can mean */
    <O extends Order> Proposal<O> askWho(String tool, O order, List<StaffMember> candidates) {
        return new Proposal.Ask<>(order, FlowState.COLLECTING_STAFF, texts.askWho(),
                candidates.stream().limit(MOST_ROWS).map(member -> new Option(tool + ":staff:" + member.id(), member.name(),
                        permission(member.permission()))).toList());
    }

    /** The one a model named; throws {@link Unclear} for none or several. */
    StaffMember one(StaffAsking asking, String said) {
        var named = Named.staff(asking, said);
        if (named.size() != 1) {
            var names = (named.isEmpty() ? asking.business().staff() : named).stream().map(StaffMember::name).toList();
            throw new Unclear(named.isEmpty() ? texts.unknown(SpanishWriter.list(names))
                    : "Pregunta quién: " + SpanishWriter.alternatives(names) + ".");
        }
        return named.getFirst();
    }

    String permission(Permission permission) {
        return switch (permission) {
            case OWNER -> texts.owner();
            case ADMIN -> texts.admin();
            case STAFF -> texts.staff();
            case VIEWER -> texts.viewer();
        };
    }

    List<Option> permissions(String tool) {
        return Stream.of(Permission.STAFF, Permission.ADMIN, Permission.VIEWER)
                .map(permission -> new Option(tool + ":permission:" + permission.name(), permission(permission))).toList();
    }
}
