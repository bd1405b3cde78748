package mx.yume.whatsapp.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.template.Submission;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.template.TemplateAccount;
import mx.yume.conversation.template.TemplateProvider;
import mx.yume.conversation.template.TemplateSamples;
import mx.yume.conversation.template.TemplateVerdict.Standing;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;

/**
 * Templates at Meta: of Yume's own account, and of those that businesses brought along. An account knows a template by its name; one
 * with another text is edited, which Meta allows once a day while it is approved.
 */
@ApplicationScoped
public class MetaTemplates implements TemplateProvider {

    private static final String FIELDS = "id,name,language,status,rejected_reason,components";
    private static final int MOST_OF_A_NAME = 50;

    private final MetaConfig config;
    private final YumeConfig yume;
    private final MetaAccounts accounts;
    private final Connections connections;
    private final MetaTemplateGraph graph;
    private final ObjectMapper json;

    MetaTemplates(MetaConfig config, YumeConfig yume, MetaAccounts accounts, Connections connections,
            @RestClient MetaTemplateGraph graph, ObjectMapper json) {
        this.config = config;
        this.yume = yume;
        this.accounts = accounts;
        this.connections = connections;
        this.graph = graph;
        this.json = json;
    }

    @Override
    public ChannelName channel() {
        return ChannelName.META;
    }

    @Override
    public boolean on() {
        return config.on();
    }

    @Override
    public Uni<List<TemplateAccount>> accounts() {
        return own().chain(own -> connections.accounts(ChannelName.META.sql()).map(brought -> {
            var all = new ArrayList<TemplateAccount>(own.stream().toList());
            brought.stream().filter(it -> own.filter(ours -> ours.id().equals(it.id())).isEmpty())
                    .forEach(it -> all.add(new TemplateAccount(it.id(), Optional.of(it.token()))));
            return List.copyOf(all);
        }));
    }

    /** The account of Yume's own number, where Yume has one with Meta. */
    private Uni<Optional<TemplateAccount>> own() {
        return yume.metaCentralNumber().filter(number -> config.accessToken().isPresent())
                .map(number -> accounts.of(OrganizationId.YUME, number)
                        .map(account -> account.map(id -> new TemplateAccount(id, config.accessToken()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    @Override
    public Uni<Submission> submit(TemplateAccount account, Template template) {
        return found(account, template).chain(found -> {
            if (found.isEmpty()) {
                return given(graph.create(account.id(), bearer(account), definition(template)));
            }
            var known = found.orElseThrow();
            return sameText(known, template) ? Uni.createFrom().item(submission(known))
                    : given(graph.edit(known.path("id").asText(), bearer(account), JsonNodeFactory.instance.objectNode()
                            .set("components", components(template))));
        });
    }

    @Override
    public Uni<Submission> standing(TemplateAccount account, Template template, Optional<String> providerId) {
        return found(account, template).map(found -> found.map(MetaTemplates::submission)
                .orElseGet(() -> new Submission(Optional.empty(), Standing.REJECTED, Optional.of("deleted at Meta"))));
    }

    /** Meta finds names that hold the one that is looked for. */
    private Uni<Optional<JsonNode>> found(TemplateAccount account, Template template) {
        return bounded(graph.find(account.id(), bearer(account), template.id(), FIELDS, MOST_OF_A_NAME)).map(answer -> {
            for (var known : accepted(answer).path("data")) {
                if (template.id().equals(known.path("name").asText())
                        && Template.LANGUAGE.equals(known.path("language").asText())) {
                    return Optional.of(known);
                }
            }
            return Optional.empty();
        });
    }

    private Uni<Submission> given(Uni<Response> request) {
        return bounded(request).map(answer -> {
            var refusal = MetaError.read(answer.body().path("error")).filter(error -> !answer.accepted());
            return refusal.isPresent() && refusal.get().meaning() == MetaError.Meaning.FINAL && answer.status() < 500
                    ? new Submission(Optional.empty(), Standing.REJECTED, Optional.of(refusal.get().text()))
                    : submission(accepted(answer));
        });
    }

    /** An answer without a status, as to an edit, says that it is looked at. */
    private static Submission submission(JsonNode known) {
        var reason = MetaText.of(known, "rejected_reason").filter(text -> !text.equals("NONE"));
        return switch (known.path("status").asText("PENDING").toUpperCase(Locale.ROOT)) {
            case "APPROVED" -> new Submission(Optional.empty(), Standing.APPROVED, Optional.empty());
            case "REJECTED" -> new Submission(Optional.empty(), Standing.REJECTED, reason);
            case "PAUSED", "LIMIT_EXCEEDED" -> new Submission(Optional.empty(), Standing.PAUSED, reason);
            case "DISABLED", "ARCHIVED", "DELETED", "PENDING_DELETION" ->
                new Submission(Optional.empty(), Standing.DISABLED, reason);
            // PENDING, IN_APPEAL, and whatever comes before a decision.
            default -> new Submission(Optional.empty(), Standing.PENDING, Optional.empty());
        };
    }

    private static boolean sameText(JsonNode known, Template template) {
        var body = "";
        var buttons = new ArrayList<String>();
        for (var component : known.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("BODY")) {
                body = component.path("text").asText();
            }
            component.path("buttons").forEach(button -> buttons.add(button.path("text").asText()));
        }
        if (template.carriesACode()) {
            return known.path("category").asText(template.category().name()).equals(template.category().name());
        }
        return body.equals(template.body()) && buttons.equals(template.buttons());
    }

    private static JsonNode definition(Template template) {
        var definition = JsonNodeFactory.instance.objectNode().put("name", template.id())
                .put("category", template.category().name())
                .put("language", Template.LANGUAGE);
        if (!template.carriesACode()) {
            definition.put("parameter_format", "NAMED");
        }
        definition.set("components", components(template));
        return definition;
    }

    private static ArrayNode components(Template template) {
        var components = JsonNodeFactory.instance.arrayNode();
        if (template.carriesACode()) {
            return withTheCode(components);
        }
        var body = components.addObject().put("type", "BODY").put("text", template.body());
        var samples = body.putObject("example").putArray("body_text_named_params");
        template.variables().forEach(name -> samples.addObject().put("param_name", name)
                .put("example", TemplateSamples.of(name)));
        if (!template.buttons().isEmpty()) {
            var buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            template.buttons().forEach(title -> buttons.addObject().put("type", "QUICK_REPLY").put("text", title));
        }
        return components;
    }

    /** The words are Meta's own; its documentation of authentication templates, copy code. */
    private static ArrayNode withTheCode(ArrayNode components) {
        components.addObject().put("type", "BODY").put("add_security_recommendation", true);
        components.addObject().put("type", "FOOTER").put("code_expiration_minutes", Template.CODE_MINUTES);
        components.addObject().put("type", "BUTTONS").putArray("buttons").addObject().put("type", "OTP")
                .put("otp_type", "COPY_CODE").put("text", Template.COPY);
        return components;
    }

    private static String bearer(TemplateAccount account) {
        return MetaTokens.bearer(account.token().orElseThrow());
    }

    private Uni<MetaAnswer> bounded(Uni<Response> request) {
        return request.map(response -> MetaAnswer.read(json, response)).ifNoItem().after(config.timeout())
                .failWith(() -> new IllegalStateException("Meta gave no answer in time"));
    }

    private static JsonNode accepted(MetaAnswer answer) {
        if (!answer.accepted()) {
            throw new IllegalStateException("Meta answered "
                    + MetaError.read(answer.body().path("error")).map(MetaError::text).orElse("HTTP " + answer.status()));
        }
        return answer.body();
    }
}
