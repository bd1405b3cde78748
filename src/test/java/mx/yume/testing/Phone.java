package mx.yume.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.logs.LogWatch;

/**
 * Somebody's phone in a chat with one number: what is written and tapped goes the whole way in, through the simulator's door, and
 * what Yume says comes out of the outbox.
 *
 * <pre>
 * var paty = PlainYume.fresh().phone("+525511110001");
 * paty.says("quiero un corte mañana a las 5");
 * paty.taps("Cualquiera");
 * assertThat(paty.says("Paty López").body()).contains("¿La agendo?");
 * var lupita = yume.phone("+525510000001").to(SalonLupita.CENTRAL_NUMBER);
 * lupita.notices(); // what she was told unasked
 * </pre>
 */
public final class Phone {

    /** What Yume said in one message. */
    public record Message(String body, List<Option> options) {

        /** Silence. */
        public static final Message NONE = new Message("", List.of());

        static Message of(OutboundContent content) {
            return new Message(content.body(), content.options());
        }

        public List<String> titles() {
            return options.stream().map(Option::title).toList();
        }

        public Option option(String title) {
            return options.stream().filter(option -> option.title().equals(title)).findFirst()
                    .orElseThrow(() -> new AssertionError("No \"" + title + "\" in " + titles() + " of: " + body));
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Longer than a burst, and slow enough for the rate limit. */
    private static final Duration TYPING = Duration.ofSeconds(10);

    private final PlainYume yume;
    private final Optional<PhoneNumber> number;
    private final Optional<String> userId;
    private final String receiver;
    private final Optional<String> profileName;

    Phone(PlainYume yume, PhoneNumber number, String receiver, Optional<String> profileName) {
        this(yume, Optional.of(number), Optional.empty(), receiver, profileName);
    }

    private Phone(PlainYume yume, Optional<PhoneNumber> number, Optional<String> userId, String receiver,
            Optional<String> profileName) {
        this.yume = yume;
        this.number = number;
        this.userId = userId;
        this.receiver = receiver;
        this.profileName = profileName;
    }

    /** The same person in the chat with another number. */
    public Phone to(String otherNumber) {
        return new Phone(yume, number, userId, otherNumber, profileName);
    }

    /** The same person with a WhatsApp profile. */
    public Phone called(String profile) {
        return new Phone(yume, number, userId, receiver, Optional.of(profile));
    }

    /** The same person, whose business-scoped user id WhatsApp tells with the phone. */
    public Phone known(String asUserId) {
        return new Phone(yume, number, Optional.of(asUserId), receiver, profileName);
    }

    /** The same person, of whom WhatsApp tells the user id and no phone. */
    public Phone hidden(String asUserId) {
        return new Phone(yume, Optional.empty(), Optional.of(asUserId), receiver, profileName);
    }

    /** Writes, and hears the one reply, or {@link Message#NONE}. */
    public Message says(String text) {
        posts(text);
        return hears();
    }

    /** Taps what the last message with something to tap offers under this title. */
    public Message taps(String title) {
        return taps(offered(title));
    }

    /** Taps something, wherever it comes from. */
    public Message taps(Option option) {
        tapped(option);
        return hears();
    }

    /** Sends something that is no text. */
    public Message sends(InboundKind kind) {
        posts(kind);
        return hears();
    }

    /** Writes and goes on writing: the burst is not over. */
    public void posts(String text) {
        accept(InboundKind.TEXT, text, Optional.empty());
    }

    public void posts(InboundKind kind) {
        posts(kind, "");
    }

    /** @param text what is written with it; may be empty */
    public void posts(InboundKind kind, String text) {
        accept(kind, text, Optional.empty());
    }

    public void tapped(Option option) {
        accept(InboundKind.CHOICE, option.title(), Optional.of(option.id()));
    }

    /** The option of this title in the newest message that has it. */
    public Option offered(String title) {
        return received().reversed().stream().flatMap(message -> message.options().stream())
                .filter(option -> option.title().equals(title)).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing to tap is called \"" + title + "\" in: " + received()));
    }

    /** Lets the burst end and everything that follows happen. */
    public Message hears() {
        var before = replies().size();
        yume.clock().tick(TYPING);
        yume.settle();
        var replies = replies();
        if (replies.size() > before + 1) {
            throw new AssertionError("More than one message in answer to one turn: " + replies.subList(before, replies.size()));
        }
        return replies.size() == before ? Message.NONE : replies.getLast();
    }

    public Message last() {
        var all = received();
        return all.isEmpty() ? Message.NONE : all.getLast();
    }

    /** Everything that came to this chat, in order. */
    public List<Message> received() {
        return messages("true");
    }

    /** The answers among it. */
    public List<Message> replies() {
        return messages("o.turn_id is not null");
    }

    /** What came unasked. */
    public List<Message> notices() {
        return messages("o.turn_id is null");
    }

    public PhoneNumber number() {
        return number.orElseThrow();
    }

    /** Where a reply goes. */
    private String address() {
        return number.map(PhoneNumber::e164).or(() -> userId).orElseThrow();
    }

    private List<Message> messages(String which) {
        return yume.superuser().rows("""
                select o.content::text from outbox o
                join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.value = '%s' and o.business_address = '%s' and (%s)
                order by o.sequence""".formatted(address(), receiver, which)).stream().map(row -> read(row.getFirst()))
                .toList();
    }

    private Message read(String content) {
        try {
            return Message.of(yume.the(ObjectMapper.class).readValue(content, OutboundContent.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(InboundKind kind, String body, Optional<String> choice) {
        LogWatch.said(body);
        yume.the(Inbox.class).accept(new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, UUID.randomUUID().toString(),
                receiver, new Sender(number, userId, address(), profileName), kind, body, choice,
                body.getBytes(StandardCharsets.UTF_8))).await().atMost(PATIENCE);
    }
}
