package mx.yume.whatsapp.simulator;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Accepted;
import mx.yume.conversation.inbox.InboxUnavailable;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/**
 * The simulator: a page with a phone on it. {@code de} is who holds it, {@code para} the number written to, both in digits. It
 * asks nobody to sign in, so it is not there at all unless switched on.
 */
@Path("/simulador")
public class Simulator {

    /** Nothing from elsewhere runs, loads or frames this page, whatever is written into a chat. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
            + "form-action 'self'";

    @CheckedTemplate(basePath = "simulador")
    static class Templates {

        private Templates() {}

        static native TemplateInstance page(Contact person, Contact number, List<Contact> people, List<Contact> numbers,
                boolean someoneNew, Chat chat);

        static native TemplateInstance chat(Contact person, Contact number, Chat chat);

        static native TemplateInstance notice(String text);
    }

    private final YumeConfig config;
    private final Cast cast;
    private final Phone phone;

    Simulator(YumeConfig config, Cast cast, Phone phone) {
        this.config = config;
        this.cast = cast;
        this.phone = phone;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> page(@RestQuery Optional<String> de, @RestQuery Optional<String> para) {
        requireOn();
        var person = person(de);
        var number = number(para);
        if (person.isEmpty() || number.isEmpty()) {
            return Uni.createFrom().item(RestResponse.seeOther(address(person.orElseGet(cast::someoneNew),
                    number.orElseGet(cast::salon))));
        }
        return phone.chat(person.get(), number.get())
                .map(chat -> Templates.page(person.get(), number.get(), cast.people(), cast.numbers(),
                        !cast.people().contains(person.get()), chat))
                .map(page -> ResponseBuilder.ok(page).header("Content-Security-Policy", POLICY)
                        .header("Cache-Control", "no-store").build());
    }

    /** The chat and the trace as they are now. */
    @GET
    @Path("/conversacion")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> conversation(@RestQuery Optional<String> de, @RestQuery Optional<String> para) {
        requireOn();
        var person = person(de).orElseThrow(NotFoundException::new);
        var number = number(para).orElseThrow(NotFoundException::new);
        return phone.chat(person, number).map(chat -> Templates.chat(person, number, chat));
    }

    /** One event whenever the conversation is worth fetching again. */
    @GET
    @Path("/eventos")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> events(@RestQuery Optional<String> de, @RestQuery Optional<String> para) {
        requireOn();
        return phone.changes(person(de).orElseThrow(NotFoundException::new), number(para).orElseThrow(NotFoundException::new));
    }

    /** Writes a message, or taps an option: then the text is its title. Answers with what to tell the person, mostly nothing. */
    @POST
    @Path("/mensajes")
    @Produces(MediaType.TEXT_HTML)
    public Uni<RestResponse<TemplateInstance>> write(@FormParam("de") @Nullable String de,
            @FormParam("para") @Nullable String para,
            @FormParam("texto") @Nullable String text, @FormParam("opcion") @Nullable String choice,
            @HeaderParam("Sec-Fetch-Site") @Nullable String site) {
        requireOn();
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Uni.createFrom().item(RestResponse.status(Status.FORBIDDEN));
        }
        var person = person(Optional.ofNullable(de)).orElseThrow(NotFoundException::new);
        var number = number(Optional.ofNullable(para)).orElseThrow(NotFoundException::new);
        var tapped = Optional.ofNullable(choice).filter(id -> !id.isEmpty());
        return phone.write(person, number, text == null ? "" : text, tapped).map(Simulator::told)
                .onFailure(InboxUnavailable.class).recoverWithItem(away -> ResponseBuilder
                        .create(Status.SERVICE_UNAVAILABLE,
                                Templates.notice("No se pudo guardar tu mensaje. Intenta otra vez."))
                        .build());
    }

    private static RestResponse<TemplateInstance> told(Accepted accepted) {
        return switch (accepted) {
            case Accepted.Stored stored -> RestResponse.ok(Templates.notice(""));
            case Accepted.Duplicate duplicate -> RestResponse.ok(Templates.notice(""));
            case Accepted.UnknownNumber nobody -> RestResponse.ok(Templates.notice("Ese número no es de ningún negocio."));
            case Accepted.Refused refused -> RestResponse.ok(Templates.notice("No se pudo guardar tu mensaje."));
        };
    }

    private Optional<Contact> person(Optional<String> digits) {
        return digits.flatMap(PhoneNumber::parse).map(cast::person);
    }

    private Optional<Contact> number(Optional<String> digits) {
        return digits.flatMap(PhoneNumber::parse).map(cast::number);
    }

    private static URI address(Contact person, Contact number) {
        return URI.create("/simulador?de=%s&para=%s".formatted(person.digits(), number.digits()));
    }

    private void requireOn() {
        if (!config.simulator()) {
            throw new NotFoundException();
        }
    }
}
