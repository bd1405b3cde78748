package mx.yume.whatsapp.twilio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.template.Submission;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.template.TemplateAccount;
import mx.yume.conversation.template.TemplateProvider;
import mx.yume.conversation.template.TemplateSamples;
import mx.yume.conversation.template.TemplateVerdict.Standing;

/**
 * Templates at Twilio: a content for each text, and a request to WhatsApp to approve it. Another text is another content. What is
 * there already is known by its name, so that nothing is made twice.
 */
@ApplicationScoped
public class TwilioTemplates implements TemplateProvider {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;
    private static final int ENOUGH_OF_THE_HASH = 12;

    private final TwilioConfig config;
    private final TwilioAccounts accounts;
    private final TwilioContent contents;
    private final ObjectMapper json;

    TwilioTemplates(TwilioConfig config, TwilioAccounts accounts, @RestClient TwilioContent contents, ObjectMapper json) {
        this.config = config;
        this.accounts = accounts;
        this.contents = contents;
        this.json = json;
    }

    @Override
    public ChannelName channel() {
        return ChannelName.TWILIO;
    }

    @Override
    public boolean on() {
        return config.canAsk();
    }

    @Override
    public Uni<List<TemplateAccount>> accounts() {
        return accounts.all().map(all -> all.stream()
                .map(account -> new TemplateAccount(account.sid(), Optional.of(account.token()))).toList());
    }

    @Override
    public Uni<Submission> submit(TemplateAccount account, Template template) {
        var credentials = credentials(account);
        return made(credentials, name(template), 0).chain(sid -> sid.isPresent() ? Uni.createFrom().item(sid.orElseThrow())
                : bounded(contents.create(credentials, definition(template)))
                        .map(answer -> accepted(answer).path("sid").asText()))
                .chain(sid -> standing(credentials, sid).chain(standing -> standing.isPresent()
                        ? Uni.createFrom().item(standing.orElseThrow())
                        : asked(credentials, sid, template)));
    }

    @Override
    public Uni<Submission> standing(TemplateAccount account, Template template, Optional<String> providerId) {
        var nowhere = new Submission(providerId, Standing.REJECTED, Optional.of("it was never made at Twilio"));
        return providerId.map(sid -> standing(credentials(account), sid).map(found -> found.orElse(nowhere)))
                .orElseGet(() -> Uni.createFrom().item(nowhere));
    }

    /** Looked for page by page: Twilio finds nothing by name. */
    private Uni<Optional<String>> made(String credentials, String name, int page) {
        return bounded(contents.list(credentials, PAGE, page)).map(TwilioTemplates::accepted).chain(listed -> {
            var found = StreamSupport.stream(listed.path("contents").spliterator(), false)
                    .filter(content -> name.equals(content.path("friendly_name").asText()))
                    .map(content -> content.path("sid").asText()).findFirst();
            var more = listed.path("meta").path("next_page_url").isTextual() && page + 1 < MOST_PAGES;
            return found.isEmpty() && more ? made(credentials, name, page + 1) : Uni.createFrom().item(found);
        });
    }

    /** Empty for a content that nobody submitted yet. */
    private Uni<Optional<Submission>> standing(String credentials, String sid) {
        return bounded(contents.approval(credentials, sid)).map(answer -> {
            if (answer.status() == Response.Status.NOT_FOUND.getStatusCode()) {
                return Optional.of(new Submission(Optional.of(sid), Standing.REJECTED, Optional.of("deleted at Twilio")));
            }
            return submission(sid, accepted(answer).path("whatsapp"));
        });
    }

    private Uni<Submission> asked(String credentials, String sid, Template template) {
        var request = JsonNodeFactory.instance.objectNode().put("name", template.id()).put("category",
                template.category().name());
        return bounded(contents.submit(credentials, sid, request)).map(answer -> {
            var refused = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429 && answer.status() != 401;
            return refused ? new Submission(Optional.of(sid), Standing.REJECTED, Optional.of(answer.error()))
                    : submission(sid, accepted(answer))
                            .orElseGet(() -> new Submission(Optional.of(sid), Standing.PENDING, Optional.empty()));
        });
    }

    private static Optional<Submission> submission(String sid, JsonNode approval) {
        var reason = Optional.of(approval.path("rejection_reason").asText("")).filter(text -> !text.isBlank());
        var status = approval.path("status").asText("unsubmitted").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "unsubmitted" -> Optional.empty();
            case "approved" -> Optional.of(new Submission(Optional.of(sid), Standing.APPROVED, Optional.empty()));
            case "rejected" -> Optional.of(new Submission(Optional.of(sid), Standing.REJECTED, reason));
            case "paused" -> Optional.of(new Submission(Optional.of(sid), Standing.PAUSED, reason));
            case "disabled" -> Optional.of(new Submission(Optional.of(sid), Standing.DISABLED, reason));
            // received, pending, and whatever comes before a decision.
            default -> Optional.of(new Submission(Optional.of(sid), Standing.PENDING, Optional.empty()));
        };
    }

    private String credentials(TemplateAccount account) {
        return new TwilioAccount(account.id(), account.token().or(config::authToken).orElseThrow()).credentials();
    }

    private static String name(Template template) {
        return "yume_" + template.id() + "_" + template.contentHash().substring(0, ENOUGH_OF_THE_HASH);
    }

    /** The words have the first numbers, in the order of their names in the body; what the quick replies carry has the next. */
    private static ObjectNode definition(Template template) {
        var definition = JsonNodeFactory.instance.objectNode().put("friendly_name", name(template))
                .put("language", Template.LANGUAGE);
        if (template.carriesACode()) {
            return withTheCode(definition);
        }
        var samples = definition.putObject("variables");
        var body = template.body();
        var names = template.variables();
        for (int at = 0; at < names.size(); at++) {
            body = body.replace("{{" + names.get(at) + "}}", "{{" + (at + 1) + "}}");
            samples.put(String.valueOf(at + 1), TemplateSamples.of(names.get(at)));
        }
        var buttons = template.buttons();
        var type = definition.putObject("types").putObject(buttons.isEmpty() ? "twilio/text" : "twilio/quick-reply")
                .put("body", body);
        var actions = buttons.isEmpty() ? JsonNodeFactory.instance.arrayNode() : type.putArray("actions");
        for (int at = 0; at < buttons.size(); at++) {
            var place = String.valueOf(names.size() + at + 1);
            actions.addObject().put("type", "QUICK_REPLY").put("title", buttons.get(at)).put("id", "{{" + place + "}}");
            samples.put(place, template.id() + ":" + at);
        }
        return definition;
    }

    /** The words are WhatsApp's own, with the code as the one variable. */
    private static ObjectNode withTheCode(ObjectNode definition) {
        definition.putObject("types").putObject("whatsapp/authentication").put("add_security_recommendation", true)
                .put("code_expiration_minutes", Template.CODE_MINUTES).putArray("actions").addObject().put("type", "COPY_CODE")
                .put("copy_code_text", Template.COPY);
        return definition;
    }

    private record Answer(int status, JsonNode body) {

        String error() {
            var code = body.path("code").asText("");
            return code.isEmpty() ? "HTTP " + status : (code + " " + body.path("message").asText("")).strip();
        }
    }

    private Uni<Answer> bounded(Uni<Response> request) {
        return request.map(response -> new Answer(response.getStatus(), read(response.readEntity(String.class))))
                .ifNoItem().after(config.timeout())
                .failWith(() -> new IllegalStateException("Twilio gave no answer in time"));
    }

    private JsonNode read(String body) {
        try {
            return body == null || body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode accepted(Answer answer) {
        if (!TwilioAnswer.accepted(answer.status())) {
            throw new IllegalStateException("Twilio answered " + answer.error());
        }
        return answer.body();
    }
}
