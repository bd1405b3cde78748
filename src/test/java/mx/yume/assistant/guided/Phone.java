package mx.yume.assistant.guided;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.Sender;
import mx.yume.conversation.Transcript;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.SalonLupita;

/** Somebody's phone in a chat with Salón Lupita: what they write and tap goes the whole way in, and the answer comes out. */
final class Phone {

    /** What Yume answered in one message. */
    record Answer(String body, List<Option> options) {

        static final Answer NONE = new Answer("", List.of());

        List<String> titles() {
            return options.stream().map(Option::title).toList();
        }

        Option option(String title) {
            return options.stream().filter(option -> option.title().equals(title)).findFirst()
                    .orElseThrow(() -> new AssertionError("No \"" + title + "\" in " + titles() + " of: " + body));
        }
    }

    private final Salon salon;
    private final PhoneNumber number;
    private int sent;

    Phone(Salon salon, String number) {
        this.salon = salon;
        this.number = new PhoneNumber(number);
    }

    Answer says(String text) {
        post(text);
        return answered();
    }

    /** Writes and goes on writing: the burst is not over. */
    void post(String text) {
        accept(InboundKind.TEXT, text, Optional.empty());
    }

    /** Taps what the last answer offers under this title. */
    Answer taps(String title) {
        return tapsOld(last().option(title));
    }

    /** Taps something, wherever it comes from. */
    Answer tapsOld(Option option) {
        tapped(option);
        return answered();
    }

    void tapped(Option option) {
        accept(InboundKind.CHOICE, option.title(), Optional.of(option.id()));
    }

    Answer sends(InboundKind kind) {
        accept(kind, "", Optional.empty());
        return answered();
    }

    int sent() {
        return sent;
    }

    Answer last() {
        var lines = transcript().lines().stream().filter(line -> !line.inbound()).toList();
        return lines.isEmpty() ? Answer.NONE : new Answer(lines.getLast().body(), lines.getLast().options());
    }

    Transcript transcript() {
        return salon.transcripts().find(SalonLupita.ID, number, Origin.SIMULATOR).await().atMost(Salon.PATIENCE).orElseThrow();
    }

    private Answer answered() {
        var before = transcript().lines().stream().filter(line -> !line.inbound()).count();
        salon.clock().tick(Duration.ofSeconds(10));
        salon.settle();
        var after = transcript().lines().stream().filter(line -> !line.inbound()).count();
        if (after - before > 1) {
            throw new AssertionError("More than one message in answer to one turn");
        }
        return after == before ? Answer.NONE : last();
    }

    private void accept(InboundKind kind, String body, Optional<String> choice) {
        sent++;
        salon.inbox().accept(new InboundMessage(ChannelName.SIMULATOR, Origin.SIMULATOR, UUID.randomUUID().toString(),
                SalonLupita.NUMBER, new Sender(Optional.of(number), Optional.empty(), number.e164(), Optional.empty()), kind,
                body, choice, body.getBytes(StandardCharsets.UTF_8))).await().atMost(Salon.PATIENCE);
    }
}
