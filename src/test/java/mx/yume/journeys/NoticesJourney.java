package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.smallrye.mutiny.Uni;
import mx.yume.business.team.Inviting;
import mx.yume.conversation.template.Template;
import mx.yume.conversation.template.Templates;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.WalkIn;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/**
 * Every event of which somebody is told unasked, against a provider that takes only what the real one takes: as free text while
 * they wrote within 24 hours, as the template of the event when they did not.
 */
abstract class NoticesJourney {

    private static final String PATY = "+525511112222";
    private static final String TONO = "+525511113333";
    private static final String LUPITA = SalonLupita.LUPITAS_PHONE.e164();
    private static final String BETO = SalonLupita.BETOS_PHONE.e164();
    private static final String PURPOSES = """
            select purpose from outbox where turn_id is null group by purpose having count(*) > 1
            """;

    /** WhatsApp's window of 24 hours since they last wrote. */
    enum Window {
        OPEN, CLOSED
    }

    /**
     * What the provider accepted.
     *
     * @param template its name; empty for free text
     * @param words as the person reads them, or for a template what is filled in
     * @param buttons their titles; of a template what they carry
     */
    record Outgoing(Optional<String> template, String words, List<String> buttons) {}

    @Inject
    Yume yume;
    @Inject
    Agenda agenda;
    @Inject
    Attendance attendance;
    @Inject
    Waitlist waitlist;
    @Inject
    Inviting inviting;
    @Inject
    Templates templates;

    private final ProviderDoor door = door();
    private int said;

    abstract ProviderDoor door();

    /** What was accepted for this phone, oldest first. */
    abstract List<Outgoing> sent(String phone);

    abstract void approve(Template template);

    /** Free text is not taken for this phone any more. */
    abstract void closeWindow(String phone);

    abstract void openWindow(String phone);

    /** The next message is refused since the window is closed, whatever Yume thinks. */
    abstract void refuseNextOutsideTheWindow();

    /** What the provider did not like; empty as long as all that was sent has its form. */
    abstract List<String> refused();

    @BeforeEach
    void everybodyWroteLongAgo() {
        yume.fresh();
        await(templates.submit());
        for (var template : Template.values()) {
            approve(template);
        }
        yume.execute("update template_approval set status = 'approved'");
        yume.execute("update staff_member set onboarded_at = '2027-01-01' where onboarded_at is null");
        for (var phone : List.of(PATY, TONO, LUPITA, BETO)) {
            writes(phone, "hola");
        }
        named(PATY, "Paty López");
        named(TONO, "Toño Ruiz");
        for (var phone : List.of(PATY, TONO, LUPITA, BETO)) {
            closeWindow(phone);
        }
        yume.tick(Duration.ofHours(25));
        yume.settle();
    }

    @ParameterizedTest
    @EnumSource
    void aBookingByTheBusinessIsConfirmedToTheCustomer(Window window) {
        in(window, PATY);
        booked(new Actor.Staff(SalonLupita.LUPITA), at(5, 17, 0));
        told(window, PATY, Template.APPOINTMENT_CONFIRMATION, "Corte de cabello", "Beto", "lunes 18 de enero");
        assertThat(sent(TONO)).extracting(Outgoing::words).noneMatch(words -> words.contains("lunes 18"));
    }

    @ParameterizedTest
    @EnumSource
    void ownersAndTheStaffMemberAreToldOfBookingsMovesAndCancellationsByCustomers(Window window) {
        in(window, LUPITA);
        in(window, BETO);
        var visit = booked(paty(), at(5, 17, 0));
        told(window, LUPITA, Template.STAFF_NOTICE, "Paty López", PATY, "Corte de cabello", "Beto", "$250",
                "lunes 18 de enero");
        told(window, BETO, Template.STAFF_NOTICE, "Paty López", "Corte de cabello");
        moved(paty(), visit, at(5, 12, 0));
        told(window, LUPITA, Template.STAFF_NOTICE, "Paty López", "12:00 p.m");
        told(window, BETO, Template.STAFF_NOTICE, "Paty López", "12:00 p.m");
        cancelled(paty(), visit);
        told(window, LUPITA, Template.STAFF_NOTICE, "Paty López", "cancel");
        told(window, BETO, Template.STAFF_NOTICE, "Paty López", "cancel");
        assertThat(sent(PATY)).as("who did it themselves").extracting(Outgoing::words).noneMatch(it -> it.contains("cancel"));
    }

    @ParameterizedTest
    @EnumSource
    void customersAreToldOfWhatTheBusinessMovesAndCancels(Window window) {
        var visit = booked(paty(), at(5, 17, 0));
        in(window, PATY);
        moved(new Actor.Staff(SalonLupita.LUPITA), visit, at(5, 12, 0));
        told(window, PATY, Template.APPOINTMENT_CHANGED, "5:00 p.m", "12:00 p.m", "Corte de cabello");
        cancelled(new Actor.Staff(SalonLupita.LUPITA), visit);
        told(window, PATY, Template.APPOINTMENT_CANCELLED, "Corte de cabello", "lunes 18 de enero");
    }

    @ParameterizedTest
    @EnumSource
    void customersAreRemindedADayAndTwoHoursBeforeAndConfirmByATap(Window window) {
        yume.execute("insert into notice_settings (organization_id, second_reminder) values ('%s', true)"
                .formatted(SalonLupita.ID));
        booked(paty(), at(5, 17, 0));
        yume.tick(Duration.between(now(), at(4, 16, 0)));
        in(window, PATY);
        yume.tick(Duration.between(now(), at(4, 17, 0)));
        yume.settle();
        var reminder = told(window, PATY, Template.APPOINTMENT_REMINDER, "Corte de cabello", "lunes 18 de enero");
        assertThat(reminder.buttons()).hasSize(3);
        yume.tick(Duration.between(now(), at(5, 14, 0)));
        in(window, PATY);
        yume.tick(Duration.between(now(), at(5, 15, 0)));
        yume.settle();
        told(window, PATY, Template.APPOINTMENT_REMINDER, "Corte de cabello", "lunes 18 de enero");

        openWindow(PATY);
        var confirm = yume.rows("""
                select content -> 'options' -> 0 ->> 'id' from outbox where purpose like 'reminder:hours_before:%'""")
                .getFirst()
                .getFirst();
        assertThat(door.deliver(PATY, door.salon(), "SMconfirm", "Confirmar", Optional.of(confirm))).isEqualTo(200);
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
        assertThat(yume.count("select count(*) from appointment where confirmed_at is not null")).isOne();
        assertThat(sent(PATY).getLast().template()).as("an answer").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ownersGetTheirDayAtSeven(Window window) {
        booked(paty(), at(5, 17, 0));
        yume.tick(Duration.between(now(), at(5, 6, 30)));
        in(window, LUPITA);
        yume.tick(Duration.between(now(), at(5, 7, 0)));
        yume.settle();
        told(window, LUPITA, Template.DAILY_SCHEDULE, "lunes 18 de enero", "Paty López", "5:00 p.m.");
    }

    @ParameterizedTest
    @EnumSource
    void anHourAfterAVisitTheCustomerIsAskedHowItWas(Window window) {
        var visit = booked(paty(), at(5, 12, 0));
        yume.tick(Duration.between(now(), at(5, 13, 0)));
        await(attendance.complete(SalonLupita.business(), new Actor.Staff(SalonLupita.BETO), visit.id(),
                find(visit).version(), Alongside.nothing()));
        in(window, PATY);
        yume.tick(Duration.ofHours(1));
        yume.settle();
        told(window, PATY, Template.REVIEW_REQUEST, "Corte de cabello");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsInvitedIsAskedToJoin(Window window) {
        yume.execute("update staff_member set onboarded_at = null where id = '%s'".formatted(SalonLupita.BETO));
        in(window, BETO);
        assertThat(await(inviting.inviteAgain(SalonLupita.ID, SalonLupita.BETO, "real"))).isTrue();
        yume.settle();
        told(window, BETO, Template.STAFF_WELCOME, "Beto", "Salón Lupita");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWaitsIsToldOfTheTimeThatIsFree(Window window) {
        var visit = booked(paty(), at(5, 17, 0));
        var wanted = new Wanted(SalonLupita.CORTE, Optional.of(SalonLupita.BETO));
        await(waitlist.join(SalonLupita.business(), new JoinRequest(person(TONO), "Toño Ruiz", SalonLupita.LOCATION,
                List.of(wanted), at(5, 17, 0).toLocalDateTime(), at(5, 17, 15).toLocalDateTime(), "real"),
                AlongsideEntry.nothing()));
        in(window, TONO);
        cancelled(paty(), visit);
        var offer = told(window, TONO, Template.WAITLIST_SLOT, "Corte de cabello", "lunes 18 de enero", "15 min");
        assertThat(offer.buttons()).hasSize(2);
    }

    /** Asked for within the window; that the provider says otherwise is the one way to be outside it. */
    @ParameterizedTest
    @EnumSource
    void theLinkToTheDashboardIsSentToWhoeverAsks(Window window) {
        openWindow(LUPITA);
        if (window == Window.CLOSED) {
            refuseNextOutsideTheWindow();
        }
        writes(LUPITA, "mándame el link del tablero");
        if (window == Window.CLOSED) {
            yume.tick(Duration.ofSeconds(1));
            yume.settle();
        }
        assertThat(sent(LUPITA).stream().filter(it -> it.words().contains("https://yume.test/entrar?t="))).singleElement()
                .satisfies(link -> assertThat(link.template())
                        .isEqualTo(window == Window.OPEN ? Optional.empty() : Optional.of(name(Template.MAGIC_LINK))));
    }

    @ParameterizedTest
    @EnumSource(value = Template.class, mode = EXCLUDE, names = {"MAGIC_LINK", "BOOKING_CODE"})
    void nothingButAnswersReachesWhoeverOptedOut(Template template) {
        openWindow(PATY);
        writes(PATY, "BAJA");
        var before = sent(PATY).size();
        var visit = booked(new Actor.Staff(SalonLupita.LUPITA), at(5, 17, 0));
        moved(new Actor.Staff(SalonLupita.LUPITA), visit, at(5, 12, 0));
        yume.tick(Duration.between(now(), at(4, 12, 0)));
        yume.settle();
        assertThat(sent(PATY).subList(before, sent(PATY).size())).extracting(Outgoing::template)
                .doesNotContain(Optional.of(name(template)));
    }

    @Test
    void withoutApprovalAMessageOutsideTheWindowWaitsAndIsNeverFreeText() {
        yume.execute("update template_approval set status = 'submitted'");
        booked(new Actor.Staff(SalonLupita.LUPITA), at(5, 17, 0));
        assertThat(sent(PATY).stream().filter(it -> it.words().contains("lunes 18"))).isEmpty();
        assertThat(yume.rows("""
                select status from outbox where template ->> 'template' = 'APPOINTMENT_CONFIRMATION' and status = 'pending'"""))
                .isNotEmpty();
        yume.execute("update template_approval set status = 'approved'");
        yume.tick(Duration.ofMinutes(15));
        yume.settle();
        told(Window.CLOSED, PATY, Template.APPOINTMENT_CONFIRMATION, "lunes 18 de enero");
    }

    /** @return it, the last that they were sent */
    private Outgoing told(Window window, String phone, Template template, String... words) {
        assertThat(refused()).isEmpty();
        var last = sent(phone).getLast();
        assertThat(last.template()).as(last.words())
                .isEqualTo(window == Window.OPEN ? Optional.empty() : Optional.of(name(template)));
        assertThat(last.words()).contains(words);
        assertThat(yume.rows(PURPOSES)).as("one row for each event and person").isEmpty();
        return last;
    }

    private void in(Window window, String phone) {
        if (window == Window.OPEN) {
            openWindow(phone);
            writes(phone, "gracias");
        }
    }

    private void writes(String phone, String text) {
        said++;
        assertThat(door.deliver(phone, door.salon(), "SM%032x".formatted(said), text, Optional.empty())).isEqualTo(200);
        yume.tick(Duration.ofSeconds(2));
        yume.settle();
    }

    private void named(String phone, String name) {
        yume.execute("update person set name = '%s', name_confirmed_at = '2027-01-13 10:00-06' where id = '%s'"
                .formatted(name, person(phone).value()));
    }

    private PersonId person(String phone) {
        return new PersonId(UUID.fromString(yume.rows("""
                select person_id from person_identity where kind = 'phone' and value = '%s' and organization_id = '%s'"""
                .formatted(phone, SalonLupita.ID)).getFirst().getFirst()));
    }

    private Actor.Customer paty() {
        return new Actor.Customer(person(PATY));
    }

    private Appointment booked(Actor by, ZonedDateTime start) {
        var outcome = switch (by) {
            case Actor.Staff staff -> agenda.walkIn(SalonLupita.business(), staff,
                    new WalkIn(List.of(SalonLupita.CORTE), Optional.of(person(PATY)), Optional.of("Paty López"),
                            Optional.of(SalonLupita.BETO), Optional.empty(), Optional.of(start)),
                    "real", Alongside.nothing());
            default ->
                agenda.book(SalonLupita.business(), BookingRequest.online(SalonLupita.LOCATION, person(PATY), "Paty López",
                        SalonLupita.CORTE, start, Optional.of(SalonLupita.BETO)), "real", Alongside.nothing());
        };
        var visit = ((Booked) await(outcome)).appointment();
        yume.settle();
        return visit;
    }

    private void moved(Actor by, Appointment visit, ZonedDateTime start) {
        await(agenda.change(SalonLupita.business(), by, visit.id(), find(visit).version(), Change.to(start, Terms.COUNTER),
                Alongside.nothing()));
        yume.settle();
    }

    private void cancelled(Actor by, Appointment visit) {
        await(agenda.cancel(SalonLupita.business(), by, visit.id(), find(visit).version(), Optional.empty(),
                Alongside.nothing()));
        yume.settle();
    }

    private Appointment find(Appointment visit) {
        return await(agenda.appointment(SalonLupita.business(), visit.id())).orElseThrow();
    }

    private static ZonedDateTime at(int day, int hour, int minute) {
        return SettableClock.START.plusDays(day).withHour(hour).withMinute(minute);
    }

    private ZonedDateTime now() {
        return yume.now();
    }

    static String name(Template template) {
        return template.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
