package mx.yume.conversation;

import io.smallrye.mutiny.Uni;

/** A way out. Doors implement it; the outbox calls it after the commit, in order per conversation. */
public interface Channel {

    ChannelName name();

    /** Hands one message to the provider. A failed Uni counts as {@link Delivery.TryAgain}. Bounded in time by the channel. */
    Uni<Delivery> send(OutboundMessage message);
}
