package mx.yume.conversation.inbox;

import java.util.concurrent.CompletableFuture;

import mx.yume.conversation.Accepted;
import mx.yume.conversation.InboundMessage;

/**
 * A message on its way in, and whoever waits to be told what became of it.
 *
 * @param outcome completed after the commit that holds the message; cancelled when nobody waits any more
 */
record Arrival(InboundMessage message, CompletableFuture<Accepted> outcome) {

    Arrival(InboundMessage message) {
        this(message, new CompletableFuture<>());
    }

    /** What arrives from one sender at one number is stored in its order. */
    String sender() {
        return message.receivedBy() + " " + message.sender().address();
    }
}
