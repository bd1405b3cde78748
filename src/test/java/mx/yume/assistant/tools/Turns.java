package mx.yume.assistant.tools;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Origin;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.Progress;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.Person;
import mx.yume.customers.PersonId;
import mx.yume.testing.SalonLupita;

/** Turns at Salón Lupita without a database. It is Wednesday 13 January 2027, ten in the morning. */
public final class Turns {

    public static final ZonedDateTime NOW = ZonedDateTime.parse("2027-01-13T10:00-06:00[America/Mexico_City]");

    /** As the application's own. */
    static final Json JSON = new Json(new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));

    public static final Errands ERRANDS = new Errands(JSON);

    private Optional<Flow> flow = Optional.empty();
    private List<Option> offered = List.of();
    private Optional<String> name = Optional.empty();
    private boolean first;

    public static Turns turn() {
        return new Turns();
    }

    public Turns during(FlowKind kind, FlowState state, Draft draft) {
        var text = JSON.write(draft);
        flow = Optional.of(Flow.begin(kind, text).to(state, text));
        return this;
    }

    public Turns offered(Option... options) {
        offered = List.of(options);
        return this;
    }

    public Turns of(String person) {
        name = Optional.of(person);
        return this;
    }

    public Turns firstContact() {
        first = true;
        return this;
    }

    public ToolContext says(String... texts) {
        return hears(Arrays.stream(texts).map(text -> message(InboundKind.TEXT, text, Optional.empty())).toList());
    }

    public ToolContext taps(String id) {
        return hears(List.of(message(InboundKind.CHOICE, "x", Optional.of(id))));
    }

    public ToolContext hears(List<Incoming> messages) {
        var key = new TurnKey(SalonLupita.ID, ConversationId.next(), TurnId.next(), 1);
        return ToolContext.of(new CustomerTurn(key, Origin.SIMULATOR, SalonLupita.business(),
                new Person(PersonId.next(), name, Optional.empty(), name.map(_ -> NOW.toInstant()), false), messages, offered,
                first, NOW.toInstant(),
                new Progress(flow)));
    }

    public static Incoming message(InboundKind kind, String body, Optional<String> choice) {
        return new Incoming(kind, body, choice, NOW.toInstant());
    }
}
