package mx.yume.web.waitlist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.Origin;
import mx.yume.conversation.outbox.Dispatch;
import mx.yume.customers.PersonId;
import mx.yume.customers.Profile;
import mx.yume.customers.Profiles;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.clientele.Clientele;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.JoinOutcome;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.LeaveOutcome;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Asking;
import mx.yume.web.page.Done;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Frame;
import mx.yume.web.page.Gate;
import mx.yume.web.page.Here;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Section;
import mx.yume.web.page.Sending;

/** The waiting list of the location that is looked at. */
@Path(WaitPages.PATH)
@Produces(MediaType.TEXT_HTML)
public class WaitPages {

    static final String PATH = "/tablero/espera";
    private static final int MOST_FOUND = 10;
    private static final int LONGEST_WORDS = 80;
    private static final Clientele.Page NOBODY = new Clientele.Page(List.of(), false);

    @CheckedTemplate(basePath = "espera")
    static class Templates {

        private Templates() {}

        static native TemplateInstance list(Frame frame, List<WaitViews.Row> rows);

        static native TemplateInstance add(Frame frame, WaitViews.Adding adding);
    }

    private final Gate gate;
    private final Waitlist waitlist;
    private final Clientele clientele;
    private final Profiles profiles;
    private final Dispatch dispatch;
    private final Clock clock;

    WaitPages(Gate gate, Waitlist waitlist, Clientele clientele, Profiles profiles, Dispatch dispatch, Clock clock) {
        this.gate = gate;
        this.waitlist = waitlist;
        this.clientele = clientele;
        this.profiles = profiles;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<TemplateInstance>> list(@BeanParam Asking asking) {
        return gate.see(asking, Capability.RUN_THE_DAY, here -> waitlist.since(here.business())
                .chain(since -> waitlist.waiting(here.business()).map(entries -> Answers.shown(Templates.list(
                        here.frame(Section.WAITLIST), entries.stream()
                                .filter(entry -> entry.location().equals(here.location().id()))
                                .map(entry -> WaitViews.row(here.business(), entry, since, clock.instant())).toList())))));
    }

    /** First the customer is looked for, then what they wait for is said. */
    @GET
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> fresh(@BeanParam Asking asking, @RestQuery("cliente") Optional<String> customer,
            @RestQuery("buscar") Optional<String> words) {
        var wanted = words.map(String::strip).filter(it -> it.length() <= LONGEST_WORDS && it.indexOf('\0') < 0).orElse("");
        return gate.see(asking, Capability.RUN_THE_DAY, here -> {
            if (customer.isPresent()) {
                return customer(here, customer).chain(found -> Uni.createFrom().item(found
                        .map(profile -> Answers.shown(add(here, Optional.of(profile), "", NOBODY, Filled.empty())))
                        .orElseGet(Answers::missing)));
            }
            var found = wanted.isEmpty() ? Uni.createFrom().item(NOBODY)
                    : clientele.page(here.organization(), wanted, 0, MOST_FOUND);
            return found.map(page -> Answers.shown(add(here, Optional.empty(), wanted, page, Filled.empty())));
        });
    }

    @POST
    @Path("/nuevo")
    public Uni<RestResponse<TemplateInstance>> join(@BeanParam WaitForm form) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> customer(here, Optional.ofNullable(form.customer))
                .chain(found -> found.map(profile -> join(here, profile, form))
                        .orElseGet(() -> Uni.createFrom().item(Answers.missing()))));
    }

    @POST
    @Path("/{id}/quitar")
    public Uni<RestResponse<TemplateInstance>> remove(@BeanParam Sending form, @RestPath String id) {
        return gate.act(form, Capability.RUN_THE_DAY, here -> Ids.parse(id).map(EntryId::new)
                .map(entry -> waitlist.leave(here.business(), Optional.empty(), entry, AlongsideEntry.nothing())
                        .map(outcome -> switch (outcome) {
                            case LeaveOutcome.Left _ -> Answers.back(PATH, Done.REMOVED);
                            case LeaveOutcome.NotWaiting _ -> Answers.back(PATH, Done.ALREADY);
                            case LeaveOutcome.UnknownEntry _ -> Answers.missing();
                        }))
                .orElseGet(() -> Uni.createFrom().item(Answers.missing())));
    }

    private Uni<RestResponse<TemplateInstance>> join(Here here, Profile customer, WaitForm form) {
        var filled = read(here, form);
        return !filled.good() ? Uni.createFrom().item(again(here, customer, filled))
                : dispatch.life(here.organization(), customer.id())
                        .chain(life -> waitlist.join(here.business(), request(here, customer, filled, life),
                                AlongsideEntry.nothing()))
                        .map(outcome -> switch (outcome) {
                            case JoinOutcome.Joined _ -> Answers.back(PATH, Done.ADDED);
                            case JoinOutcome.AlreadyWaiting _ ->
                                again(here, customer, filled.with(Filled.WHOLE, "Ya está en la lista para eso."));
                            case JoinOutcome.NotJoined why -> again(here, customer, filled.with(field(why), why.sentence()));
                        });
    }

    private static String field(JoinOutcome.NotJoined why) {
        return switch (why) {
            case JoinOutcome.EmptyRange _,JoinOutcome.InThePast _ -> "hasta";
            case JoinOutcome.BeyondHorizon _ -> "desde";
            case JoinOutcome.AlreadyWaiting _,JoinOutcome.TooManyEntries _,JoinOutcome.NeverThen _,JoinOutcome.BadName _,JoinOutcome.CannotBeGiven _ ->
                Filled.WHOLE;
        };
    }

    private static Filled read(Here here, WaitForm form) {
        var filled = Filled.of(form.typed());
        if (service(here, filled).isEmpty()) {
            filled = filled.with("servicio", "Elige el servicio.");
        }
        for (var field : List.of("desde", "hasta")) {
            filled = day(filled.value(field)).isPresent() ? filled : filled.with(field, "Elige el día.");
        }
        return filled;
    }

    private static JoinRequest request(Here here, Profile customer, Filled filled, Origin life) {
        var staff = Ids.parse(filled.value("quien")).map(StaffId::new)
                .filter(id -> here.business().staffMember(id).isPresent());
        return JoinRequest.onDays(customer.id(), customer.name().orElse("Sin nombre"), here.location().id(),
                List.of(new Wanted(service(here, filled).orElseThrow(), staff)), day(filled.value("desde")).orElseThrow(),
                day(filled.value("hasta")).orElseThrow(), life.sql());
    }

    private static Optional<ServiceId> service(Here here, Filled filled) {
        return Ids.parse(filled.value("servicio")).map(ServiceId::new).filter(id -> here.business().service(id).isPresent());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 2000 && day.getYear() < 3000);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Uni<Optional<Profile>> customer(Here here, Optional<String> id) {
        return id.flatMap(Ids::parse).map(PersonId::new).map(person -> profiles.of(here.organization(), person))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(it -> it.erased().isEmpty()));
    }

    private RestResponse<TemplateInstance> again(Here here, Profile customer, Filled filled) {
        return Answers.refused(add(here, Optional.of(customer), "", NOBODY, filled));
    }

    private TemplateInstance add(Here here, Optional<Profile> chosen, String words, Clientele.Page found, Filled form) {
        return Templates.add(here.frame(Section.WAITLIST), WaitViews.adding(here.business(), chosen, words, found, form,
                here.location().zone(), clock.instant()));
    }
}
