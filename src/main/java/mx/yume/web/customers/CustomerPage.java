package mx.yume.web.customers;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.outbox.Dispatch;
import mx.yume.customers.PersonId;
import mx.yume.customers.ProfileOutcome;
import mx.yume.customers.Profiles;
import mx.yume.notifications.privacy.Erasure;
import mx.yume.notifications.privacy.ErasureOutcome;
import mx.yume.notifications.privacy.PersonFile;
import mx.yume.notifications.privacy.PersonFiles;
import mx.yume.platform.Witness;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Numbers;
import mx.yume.web.page.Section;

/** One customer: what is known of them, and what can be done with that. */
@Path(CustomerList.PATH + "/{id}")
@Produces(MediaType.TEXT_HTML)
public class CustomerPage {

    private static final int LONGEST_TEXT = 1_000;

    @CheckedTemplate(basePath = "clientes")
    static class Templates {

        private Templates() {}

        static native TemplateInstance one(Frame frame, CustomerViews.Detail detail);
    }

    private final Gate gate;
    private final CustomerDetails details;
    private final Profiles profiles;
    private final Dispatch dispatch;
    private final PersonFiles files;
    private final Erasure erasure;
    private final ObjectMapper json;
    private final Clock clock;

    CustomerPage(Gate gate, CustomerDetails details, Profiles profiles, Dispatch dispatch, PersonFiles files, Erasure erasure,
            ObjectMapper json, Clock clock) {
        this.gate = gate;
        this.details = details;
        this.profiles = profiles;
        this.dispatch = dispatch;
        this.files = files;
        this.erasure = erasure;
        this.json = json;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> see(@BeanParam Asking asking, @RestPath String id) {
        return gate.see(asking, Capability.RUN_THE_DAY, here -> with(id, person -> shown(here, person, Optional.empty(),
                Answers::shown)));
    }

    @POST
    @Path("/nombre")
    public Uni<RestResponse<TemplateInstance>> rename(@BeanParam CustomerForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, person -> profiles
                .rename(here.organization(), person, version(form), CustomerForm.typed(form.name))
                .chain(outcome -> came(here, person, form, "nombre", outcome))));
    }

    @POST
    @Path("/nota")
    public Uni<RestResponse<TemplateInstance>> note(@BeanParam CustomerForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, person -> profiles
                .note(here.organization(), person, version(form), CustomerForm.typed(form.note).replace("\r\n", "\n"))
                .chain(outcome -> came(here, person, form, "nota", outcome))));
    }

    /** Goes out in the chat that they have with the business, as what staff send from theirs does. */
    @POST
    @Path("/mensaje")
    public Uni<RestResponse<TemplateInstance>> message(@BeanParam CustomerForm form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> with(id, person -> {
            var text = CustomerForm.typed(form.text).replace("\r\n", "\n");
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                return again(here, person, form, "texto",
                        text.isEmpty() ? "Escribe el mensaje." : "El mensaje es muy largo: caben 1,000 letras.");
            }
            var purpose = "page:" + Ids.parse(form.once).orElseGet(UUID::randomUUID);
            var content = new Text("Mensaje de %s: %s".formatted(here.business().publicName(), text));
            return profiles.of(here.organization(), person).chain(found -> found.isEmpty() ? none()
                    : dispatch.life(here.organization(), person)
                            .chain(life -> dispatch.send(here.organization(), person, life.sql(), purpose, content,
                                    Witness.none()))
                            .chain(sent -> sent ? back(person, Done.SENT)
                                    : again(here, person, form, "texto", CustomerDetails.CLOSED)));
        }));
    }

    /** Asked for once more on the page. */
    @POST
    @Path("/borrar")
    public Uni<RestResponse<TemplateInstance>> erase(@BeanParam CustomerForm form, @RestPath String id) {
        return gate.act(form, Capability.HANDLE_PERSONAL_DATA, here -> with(id, person -> erasure
                .erase(here.business(), person, here.memberId()).chain(outcome -> switch (outcome) {
                    case ErasureOutcome.Erased _ -> Uni.createFrom().item(Answers.back(CustomerList.PATH, Done.ERASED));
                    case ErasureOutcome.AlreadyErased _ ->
                        Uni.createFrom().item(Answers.back(CustomerList.PATH, Done.ALREADY));
                    case ErasureOutcome.NotFound _ -> none();
                    case ErasureOutcome.Refusal why -> shown(here, person,
                            Optional.of(Filled.empty().with(Filled.WHOLE, why.sentence())), Answers::refused);
                })));
    }

    /** All that is known of them, as a file. */
    @GET
    @Path("/datos")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<String>> export(@BeanParam Asking asking, @RestPath String id) {
        return gate.follow(asking, Capability.HANDLE_PERSONAL_DATA).chain(found -> found
                .map(here -> Ids.parse(id).map(PersonId::new).map(person -> files.of(here.business(), person))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                        .map(file -> file.map(known -> download(id, known))
                                .orElseGet(() -> RestResponse.status(Status.NOT_FOUND))))
                .orElseGet(() -> Uni.createFrom().item(RestResponse.status(Status.FORBIDDEN))));
    }

    private RestResponse<String> download(String id, PersonFile file) {
        try {
            return ResponseBuilder.ok(json.writerWithDefaultPrettyPrinter().writeValueAsString(file))
                    .header("Content-Disposition", "attachment; filename=\"cliente-%s.json\"".formatted(id.substring(0, 8)))
                    .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff").build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A file that cannot be written", impossible);
        }
    }

    private Uni<RestResponse<TemplateInstance>> came(Here here, PersonId person, CustomerForm form, String field,
            ProfileOutcome outcome) {
        return switch (outcome) {
            case ProfileOutcome.Saved _ -> back(person, Done.SAVED);
            case ProfileOutcome.NotFound _ -> none();
            case ProfileOutcome.Changed why -> shown(here, person,
                    Optional.of(Filled.empty().with(field, why.sentence())), Answers::changed);
            case ProfileOutcome.BadName why -> again(here, person, form, field, why.sentence());
            case ProfileOutcome.LongNote why -> again(here, person, form, field, why.sentence());
        };
    }

    private Uni<RestResponse<TemplateInstance>> again(Here here, PersonId person, CustomerForm form, String field,
            String sentence) {
        return shown(here, person, Optional.of(new Filled(Map.of(field, form.typed().getOrDefault(field, "")), Map.of())
                .with(field, sentence)), Answers::refused);
    }

    private Uni<RestResponse<TemplateInstance>> shown(Here here, PersonId person, Optional<Filled> typed,
            Function<TemplateInstance, RestResponse<TemplateInstance>> answer) {
        return details.of(here, person, typed, clock.instant()).map(found -> found
                .map(detail -> answer.apply(Templates.one(here.frame(Section.CUSTOMERS), detail)))
                .orElseGet(Answers::missing));
    }

    private static Uni<RestResponse<TemplateInstance>> with(String id,
            Function<PersonId, Uni<RestResponse<TemplateInstance>>> work) {
        return Ids.parse(id).map(PersonId::new).map(work).orElseGet(CustomerPage::none);
    }

    private static Uni<RestResponse<TemplateInstance>> back(PersonId person, Done done) {
        return Uni.createFrom().item(Answers.back(CustomerList.PATH + "/" + person, done));
    }

    private static Uni<RestResponse<TemplateInstance>> none() {
        return Uni.createFrom().item(Answers.missing());
    }

    private static int version(CustomerForm form) {
        return Numbers.whole(CustomerForm.typed(form.version)).orElse(-1);
    }
}
