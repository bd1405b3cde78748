package mx.yume.conversation.inbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import mx.yume.conversation.Accepted;
import mx.yume.conversation.InboundMessage;

/**
 * A message on its way in, and whoever waits to be told what became of it.
 *
 * @param sender and the number written to: what arrives from one at one is stored in its order
 * @param traceparent of its delivery, while traces are on
 * @param outcome completed after the commit that holds the message; cancelled when nobody waits any more
 */
record Arrival(InboundMessage message, String sender, Optional<String> traceparent, CompletableFuture<Accepted> outcome) {

    Arrival(InboundMessage message, Optional<String> traceparent) {
        this(message, message.receivedBy() + " " + message.sender().address(), traceparent, new CompletableFuture<>());
    }
}
