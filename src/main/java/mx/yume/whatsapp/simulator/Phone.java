package mx.yume.whatsapp.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Businesses;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.Transcript;
import mx.yume.conversation.Transcripts;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.inbox.Receivers;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;

/** A phone in somebody's hand, with the chat with one number open. */
@ApplicationScoped
class Phone {

    /** Whoever belongs to no location, such as Yume's central number, reads the time of Mexico City. */
    private static final ZoneId ELSEWHERE = ZoneId.of("America/Mexico_City");

    private final Inbox inbox;
    private final Receivers receivers;
    private final Transcripts transcripts;
    private final Businesses businesses;
    private final ConversationEvents events;
    private final Clock clock;

    Phone(Inbox inbox, Receivers receivers, Transcripts transcripts, Businesses businesses, ConversationEvents events,
            Clock clock) {
        this.inbox = inbox;
        this.receivers = receivers;
        this.transcripts = transcripts;
        this.businesses = businesses;
        this.events = events;
        this.clock = clock;
    }

    /** @param choiceId what was tapped; then the text is its title */
    Uni<Accepted> write(Contact person, Contact number, String text, Optional<String> choiceId) {
        var sender = new Sender(Optional.of(person.phone()), Optional.empty(), person.phone().e164(),
                Optional.of(person.name()));
        return inbox.accept(new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, "sim-" + UuidV7.next(),
                number.phone().e164(), sender, choiceId.isPresent() ? InboundKind.CHOICE : InboundKind.TEXT, text, choiceId,
                text.getBytes(StandardCharsets.UTF_8)));
    }

    Uni<Chat> chat(Contact person, Contact number) {
        return owner(number).chain(owner -> owner.isEmpty()
                ? Uni.createFrom().item(Chat.EMPTY)
                : Uni.combine().all().unis(transcript(owner.get(), person), zone(owner.get()))
                        .with((transcript, zone) -> transcript.map(new Drawing(zone, clock.instant())::of).orElse(Chat.EMPTY)));
    }

    /** One word whenever the chat is worth looking at again. */
    Multi<String> changes(Contact person, Contact number) {
        return new Watch(() -> owner(number).chain(owner -> owner.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : transcript(owner.get(), person).map(found -> found.map(Transcript::conversation))))
                .of(events.stream());
    }

    private Uni<Optional<OrganizationId>> owner(Contact number) {
        return receivers.owner(ChannelName.SIMULATOR, number.phone().e164());
    }

    private Uni<Optional<Transcript>> transcript(OrganizationId owner, Contact person) {
        return transcripts.find(owner, person.phone(), Origin.SIMULATOR);
    }

    private Uni<ZoneId> zone(OrganizationId owner) {
        return businesses.load(owner).map(business -> business.map(found -> found.location().zone()).orElse(ELSEWHERE));
    }
}
