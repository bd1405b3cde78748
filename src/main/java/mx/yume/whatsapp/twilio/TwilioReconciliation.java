package mx.yume.whatsapp.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.inbox.Reconciliations;
import mx.yume.conversation.inbox.Reconciliations.Piece;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.outbox.Unheard;
import mx.yume.platform.Sweep;

/**
 * Reads Twilio's log after the webhooks: Twilio tries a message once more at most, so what it could not deliver while Yume was away
 * comes in from there. What is known is a duplicate. Messages of which nothing was heard for an hour are asked about.
 */
@ApplicationScoped
public class TwilioReconciliation implements Sweep {

    private static final Logger LOG = Logger.getLogger(TwilioReconciliation.class);
    private static final int PAGE = 500;
    /** More than an account sends in a piece of the log. */
    private static final int MOST_PAGES = 100;

    private final TwilioConfig config;
    private final TwilioAccounts accounts;
    private final TwilioLog log;
    private final Reconciliations reconciliations;
    private final Inbox inbox;
    private final Unheard unheard;
    private final Outbox outbox;
    private final ObjectMapper json;

    TwilioReconciliation(TwilioConfig config, TwilioAccounts accounts, @RestClient TwilioLog log,
            Reconciliations reconciliations, Inbox inbox,
            Unheard unheard, Outbox outbox, ObjectMapper json) {
        this.config = config;
        this.accounts = accounts;
        this.log = log;
        this.reconciliations = reconciliations;
        this.inbox = inbox;
        this.unheard = unheard;
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public String name() {
        return "twilio-reconciliation";
    }

    @Override
    public String purpose() {
        return "takes in what Twilio could not deliver, and asks about messages out that were not heard of for an hour";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return config.canAsk() && config.reconcile() ? reconcile() : Uni.createFrom().item(0);
    }

    /** @return how many messages came in and how many went further */
    public Uni<Integer> reconcile() {
        return accounts.all().chain(all -> Multi.createFrom().iterable(all)
                .onItem().transformToUniAndConcatenate(this::catchUpUnlessRefused).collect().asList())
                .map(found -> found.stream().mapToInt(Integer::intValue).sum())
                .chain(found -> askAboutUnheard().map(told -> found + told));
    }

    /** A business's account that was closed keeps nobody else's messages out; that of the installation fails the sweep. */
    private Uni<Integer> catchUpUnlessRefused(TwilioAccount account) {
        var read = catchUp(account, reconciliations.readable(), 0);
        return config.accountSid().equals(Optional.of(account.sid())) ? read
                : read.onFailure().recoverWithItem(failure -> {
                    LOG.warnf("The log of Twilio's account %s was not read: %s", account.sid(), failure.getMessage());
                    return 0;
                });
    }

    /** Piece by piece; each is marked as read when all of it is in, and whoever comes next goes on from there. */
    private Uni<Integer> catchUp(TwilioAccount account, Instant end, int before) {
        return reconciliations.next(ChannelName.TWILIO, account.sid(), end)
                .chain(piece -> piece.isEmpty() ? Uni.createFrom().item(before)
                        : pages(account, piece.orElseThrow(), 0, new ArrayList<>()).chain(this::takeIn)
                                .call(() -> reconciliations.read(piece.orElseThrow()))
                                .chain(found -> catchUp(account, end, before + found)));
    }

    private Uni<List<JsonNode>> pages(TwilioAccount account, Piece piece, int page, List<JsonNode> before) {
        return bounded(log.list(account.sid(), account.credentials(), written(piece.from()),
                written(piece.to().plus(1, ChronoUnit.SECONDS)), PAGE, page)).chain(answer -> {
                    answer.path("messages").forEach(message -> {
                        if (message.path("direction").asText().equals("inbound")) {
                            before.add(message);
                        }
                    });
                    var more = answer.path("next_page_uri").isTextual();
                    if (more && page + 1 >= MOST_PAGES) {
                        LOG.warnf("Twilio's log from %s on has more than %d pages: the oldest of it are not read",
                                piece.from(), MOST_PAGES);
                    }
                    return more && page + 1 < MOST_PAGES ? pages(account, piece, page + 1, before)
                            : Uni.createFrom().item(List.copyOf(before));
                });
    }

    /** In the order in which they were written. */
    private Uni<Integer> takeIn(List<JsonNode> messages) {
        return Multi.createFrom().iterable(messages.reversed()).onItem().transformToUni(this::takeIn).concatenate().collect()
                .asList().map(stored -> (int) stored.stream().filter(Boolean::booleanValue).count());
    }

    private Uni<Boolean> takeIn(JsonNode message) {
        if (!message.path("to").asText().startsWith("whatsapp:")) {
            return Uni.createFrom().item(false);
        }
        var raw = message.toString().getBytes(StandardCharsets.UTF_8);
        return switch (TwilioInbound.read(TwilioForm.of(message), raw)) {
            case TwilioInbound.Read.Message(var read) -> inbox.accept(read)
                    .map(accepted -> accepted instanceof Accepted.Stored)
                    .invoke(stored -> {
                        if (stored) {
                            LOG.warnf("Message %s was not delivered to us; it was found in Twilio's log",
                                    read.providerMessageId());
                        }
                    });
            // Of nobody: its webhook would have been kept as unreadable.
            case TwilioInbound.Read.Unreadable _ -> Uni.createFrom().item(false);
        };
    }

    private Uni<Integer> askAboutUnheard() {
        return unheard.next(ChannelName.TWILIO)
                .chain(sent -> Multi.createFrom().iterable(sent).onItem().transformToUni(this::ask).concatenate().collect()
                        .asList())
                .map(told -> (int) told.stream().filter(Boolean::booleanValue).count());
    }

    private Uni<Boolean> ask(Unheard.Sent sent) {
        var sid = sent.providerMessageId();
        return accounts.of(sent.organization(), sent.from())
                .map(account -> account.orElseThrow(() -> new IllegalStateException("its account does not work")))
                .chain(account -> bounded(log.one(account.sid(), sid, account.credentials())))
                .chain(message -> TwilioStatus.read(sid, Optional.empty(), message.path("status").asText(),
                        Optional.of(message.path("error_code").asText(""))
                                .filter(code -> !code.isEmpty() && !code.equals("null")))
                        .map(report -> outbox.report(report).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                // One that Twilio does not know is no reason not to ask about the others.
                .onFailure().recoverWithItem(failure -> {
                    LOG.warnf("Twilio was asked about %s: %s", sid, failure.getMessage());
                    return false;
                });
    }

    private Uni<JsonNode> bounded(Uni<Response> request) {
        return request.map(this::read).ifNoItem().after(config.timeout())
                .failWith(() -> new IllegalStateException("Twilio gave no answer in time"));
    }

    private JsonNode read(Response response) {
        var body = response.readEntity(String.class);
        if (!TwilioAnswer.accepted(response.getStatus())) {
            throw new IllegalStateException(
                    "Twilio answered " + TwilioAnswer.read(json, body).error(response.getStatus()).split(" ", 2)[0]);
        }
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("Twilio did not answer in JSON", notJson);
        }
    }

    private static String written(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
