package mx.yume.assistant.tools;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.handoff.AskedBy;
import mx.yume.conversation.handoff.HandoffMessages;
import mx.yume.conversation.handoff.HandoffOutcome;
import mx.yume.conversation.handoff.Handoffs;
import mx.yume.platform.Witness;

/** Asks for a person of the business, and records that it did. What is under way waits. */
@ApplicationScoped
public class HandoffToHuman {

    private final Handoffs handoffs;
    private final HandoffMessages messages;
    private final Ledger ledger;

    HandoffToHuman(Handoffs handoffs, HandoffMessages messages, Ledger ledger) {
        this.handoffs = handoffs;
        this.messages = messages;
        this.ledger = ledger;
    }

    /**
     * Again in the same turn, it gives the first result.
     *
     * @param by the customer when they asked for a person themselves
     * @param reason for whoever answers; may be empty, what was said last is shown to them anyway
     */
    public Uni<HandoffOutcome> call(ToolContext context, AskedBy by, String reason) {
        var call = new Ledger.Call("handoff_to_human", "");
        context.turn().progress().leaveBe();
        return Traced.call(context, "handoff_to_human", () -> ledger.earlier(context, call)
                .chain(earlier -> handoffs.begin(context.turn(), by, reason, earlier.isPresent() ? Witness.none()
                        : ledger.witness(context, call, this::effect))));
    }

    /** That somebody was asked before, or is there already, is nothing that was done now. */
    private Optional<Effected> effect(HandoffOutcome outcome) {
        return switch (outcome) {
            case HandoffOutcome.Told _,HandoffOutcome.Left _ -> Optional.of(new Effected.Done(messages.of(outcome).body()));
            case HandoffOutcome.AlreadyTold _,HandoffOutcome.AlreadyHere _ -> Optional.empty();
        };
    }
}
