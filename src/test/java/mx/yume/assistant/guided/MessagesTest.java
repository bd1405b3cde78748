package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.Draft.Shown;
import mx.yume.assistant.tools.Summary;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Turns;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.Wanted;
import mx.yume.testing.OneVisit;
import mx.yume.testing.SalonLupita;

class MessagesTest {

    private static final ZonedDateTime FRIDAY_AT_THREE = ZonedDateTime.parse("2027-01-15T15:00-06:00[America/Mexico_City]");
    private static final Wish WISH = Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone())
            .staff(SalonLupita.BETO, Turns.NOW.getZone());

    private final BookingMessages booking = new BookingMessages(Texts.BOOKING);
    private final TalkMessages talk = new TalkMessages(Texts.TALK, booking);
    private final AppointmentMessages appointments = new AppointmentMessages(Texts.APPOINTMENTS, booking, Texts.TALK);
    private final RefusalMessages refusals = new RefusalMessages(Texts.BOOKING);
    private final ToolContext context = Turns.turn().says("hola");
    private final Shown shown = new Shown(new Summary.Booking(SalonLupita.CORTE, FRIDAY_AT_THREE.toInstant(),
            Optional.of(SalonLupita.BETO), "Paty", Money.pesos(250)), new UUID(0, 7));

    @Test
    void theSummarySaysEverythingThatAYesAgreesTo() {
        var summary = booking.summary(context, (Summary.Booking) shown.summary(), shown);
        assertThat(summary.body().lines()).startsWith("Revisa tu cita:", "• Corte de cabello, $250",
                "• viernes 15 de enero, 3:00 p.m.", "• Con Beto", "• A nombre de Paty").endsWith("¿La agendo?");
        assertThat(summary.options()).containsExactly(new Option("yes:" + new UUID(0, 7), "Sí"),
                new Option("change", "Cambiar"),
                new Option("no", "No"));
    }

    @Test
    void severalServicesAreShownOneByOneWithTheirTotal() {
        var start = FRIDAY_AT_THREE.toInstant();
        var both = new Summary.Booking(List.of(Wanted.of(SalonLupita.CORTE), Wanted.of(SalonLupita.MANICURE)), start, "Paty",
                List.of(new Summary.Item(SalonLupita.CORTE, SalonLupita.BETO, start, Money.pesos(250)),
                        new Summary.Item(SalonLupita.MANICURE, SalonLupita.ANA, start.plus(Duration.ofMinutes(45)),
                                Money.pesos(220))),
                Money.pesos(470));
        assertThat(booking.summary(context, both, shown).body().lines()).startsWith("Revisa tu cita:",
                "• viernes 15 de enero, 3:00 p.m.", "• 3:00 p.m. Corte de cabello con Beto, $250",
                "• 3:45 p.m. Manicure con Ana, $220", "• Total: $470", "• A nombre de Paty").endsWith("¿La agendo?");
    }

    @Test
    void whoIsLeftOpenInTheSummaryIsSaid() {
        var open = new Summary.Booking(SalonLupita.CORTE, FRIDAY_AT_THREE.toInstant(), Optional.empty(), "Paty",
                Money.pesos(250));
        assertThat(booking.summary(context, open, shown).body()).contains("• Con quien esté disponible");
    }

    @Test
    void aNameIsNeverATemplate() {
        var evil = new Summary.Booking(SalonLupita.CORTE, FRIDAY_AT_THREE.toInstant(), Optional.empty(), "{service} <b>&</b>",
                Money.pesos(250));
        assertThat(booking.summary(context, evil, shown).body()).contains("A nombre de {service} <b>&</b>");
    }

    @Test
    void aBookingIsConfirmedWithAllItsDetails() {
        assertThat(booking.booked(context, visit(FRIDAY_AT_THREE, AppointmentStatus.CONFIRMED), false).body()).contains(
                "¡Listo, Paty!",
                "Corte de cabello, $250", "viernes 15 de enero, 3:00 p.m.", "Con Beto");
    }

    @Test
    void nobodyIsCalledByTheNameOfWhoeverTheyBookFor() {
        var visit = visit(FRIDAY_AT_THREE, AppointmentStatus.CONFIRMED);
        assertThat(booking.booked(context, visit, true).body()).startsWith("¡Listo! Tu cita")
                .contains("• A nombre de Paty");
        assertThat(booking.booked(Turns.turn().of("Sofía").says("sí"), visit, false).body()).startsWith("¡Listo! Tu cita");
        assertThat(booking.booked(Turns.turn().of("Paty López").says("sí"), visit, true).body()).startsWith("¡Listo, Paty!");
    }

    @Test
    void fewTimesAreButtonsAndManyAreAListWithWhoIsFree() {
        assertThat(booking.offer(context, "¿Cuál?", List.of(slot(15)), true).options())
                .containsExactly(new Option("slot:2027-01-15T15:00", "vie 15, 3:00 p.m."));
        assertThat(booking.offer(context, "¿Cuál?", List.of(slot(10), slot(11), slot(12), slot(15)), true).options())
                .contains(new Option("slot:2027-01-15T15:00", "vie 15 ene, 3:00 p.m.", "Con Beto o Ana"));
    }

    @Test
    void servicesAndStaffCanBeTapped() {
        var services = SalonLupita.business().services();
        assertThat(booking.askService(services, false).options()).hasSize(8).first()
                .isEqualTo(new Option("service:" + SalonLupita.CORTE, "Corte de cabello", "$250 · 45 min"));
        assertThat(booking.askService(services.subList(0, 2), true).body()).contains("¿Cuál");
        var staff = booking.askStaff(Optional.of(FRIDAY_AT_THREE), SalonLupita.business().skilledIn(SalonLupita.CORTE),
                Turns.NOW.toLocalDate());
        assertThat(staff.body()).isEqualTo("Tu cita sería viernes 15 de enero, 3:00 p.m.\n¿Con quién la prefieres?");
        assertThat(booking.askName(context, FRIDAY_AT_THREE).body())
                .isEqualTo("Para el viernes 15 de enero, 3:00 p.m.: ¿a nombre de quién agendo la cita?");
        assertThat(staff.options().getLast()).isEqualTo(new Option("staff:any", "Cualquiera"));
        assertThat(booking.askWhatToChange().options()).extracting(Option::id).containsExactly("change:time", "change:service",
                "change:staff", "change:name");
    }

    @Test
    void eachRefusalSaysWhy() {
        var slots = List.of(slot(15));
        assertThat(why(new Refusal.SlotTaken(slots), false))
                .isEqualTo("Viernes 15 de enero, 3:00 p.m. ya está ocupado con Beto.");
        assertThat(why(new Refusal.SlotTaken(slots), true)).contains("se acaba de ocupar");
        assertThat(why(new Refusal.OutsideHours(slots), false)).contains("no es un horario");
        assertThat(why(new Refusal.InThePast(slots), false)).contains("ya pasó");
        assertThat(why(new Refusal.TooSoon(Duration.ofMinutes(30), slots), false)).contains("30 min de anticipación");
        assertThat(why(new Refusal.BeyondHorizon(LocalDate.of(2027, 3, 14)), false)).contains("domingo 14 de marzo");
        assertThat(why(new Refusal.UnknownService(), false)).contains("no lo tenemos");
        assertThat(why(new Refusal.CannotServe(), false)).isEqualTo("Beto no hace Corte de cabello.");
        assertThat(refusals.cannotServe(context, Wish.NOTHING)).contains("no da ese servicio");
        assertThat(List.of(new Refusal.SlotTaken(slots), new Refusal.OutsideHours(slots), new Refusal.InThePast(slots),
                new Refusal.TooSoon(Duration.ZERO, slots)))
                .allMatch(refusal -> refusal.alternatives().equals(slots));
        assertThat(new Refusal.CannotServe().alternatives()).isEmpty();
    }

    @Test
    void aClosedDayIsToldFromAFullOne() {
        assertThat(refusals.fullDays(context, on(LocalDate.of(2027, 1, 17)))).isEqualTo("El domingo 17 de enero no abrimos.");
        assertThat(refusals.fullDays(context, on(LocalDate.of(2027, 1, 15))))
                .isEqualTo("El viernes 15 de enero ya no tengo lugar con Beto.");
        assertThat(refusals.fullDays(context, WISH)).isEqualTo("En esos días ya no tengo lugar con Beto.");
    }

    @Test
    void aNewCustomerIsShownTheServicesAndAKnownOneTheMenu() {
        assertThat(talk.introduction(context)).contains("Salón Lupita", "Privacidad");
        assertThat(talk.greeting(Turns.turn().firstContact().says("hola")).options()).hasSize(9).last()
                .isEqualTo(new Option("menu:info", "Horario y dirección"));
        assertThat(talk.greeting(context).body()).startsWith("¡Hola! ¿En qué te ayudo?");
        var known = talk.greeting(Turns.turn().of("Paty").says("hola"));
        assertThat(known.body()).isEqualTo("¡Hola, Paty! ¿En qué te ayudo?");
        assertThat(known.options()).extracting(Option::title).containsExactly("Agendar", "Mis citas", "Servicios");
    }

    @Test
    void hoursOfDaysThatAreAlikeAreSaidTogether() {
        assertThat(talk.hours(context).body()).contains("• Lunes a viernes: 10:00 a.m. a 8:00 p.m.",
                "• Sábado: 10:00 a.m. a 6:00 p.m.", "• Domingo: cerrado");
        var hours = new OpeningHours(Texts.TALK);
        var split = List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(14, 0)),
                new Hours(LocalTime.of(16, 0), LocalTime.of(20, 0)));
        assertThat(hours.of(new WeeklyHours(Map.of(DayOfWeek.MONDAY, split, DayOfWeek.TUESDAY, split))))
                .isEqualTo("• Lunes y martes: 9:00 a.m. a 2:00 p.m. y 4:00 p.m. a 8:00 p.m.\n• Miércoles a domingo: cerrado");
    }

    @Test
    void pricesAreSaidWithTheirDuration() {
        assertThat(talk.services(context, true).body()).contains("• Tinte: $900, 2 h");
        assertThat(talk.services(context, false).options()).isEmpty();
        assertThat(talk.service(SalonLupita.business().service(SalonLupita.TINTE).orElseThrow(), true).options())
                .containsExactly(new Option("service:" + SalonLupita.TINTE, "Agendar"));
        assertThat(talk.address(context).body()).startsWith("Estamos en");
    }

    @Test
    void everyTalkHasItsSentence() {
        for (var what : Step.Talk.values()) {
            assertThat(talk.say(context, what)).isNotBlank().doesNotContain("{", "NOT_FOUND");
        }
        assertThat(talk.dropped(FlowKind.BOOKING)).contains("no agendé nada");
        assertThat(talk.dropped(FlowKind.CANCEL)).contains("se queda como está");
        assertThat(talk.niceToMeetYou("Paty").body()).contains("Paty");
    }

    @Test
    void appointmentsAreListedWithWhatCanBeDone() {
        var one = visit(FRIDAY_AT_THREE, AppointmentStatus.CONFIRMED);
        assertThat(appointments.none().options()).hasSize(1);
        assertThat(appointments.list(context, List.of(one)).options()).extracting(Option::id)
                .containsExactly("move:" + one.id(), "cancel:" + one.id());
        var several = appointments.list(context, List.of(one, visit(FRIDAY_AT_THREE.plusDays(1), AppointmentStatus.CONFIRMED)));
        assertThat(several.body()).contains("• Corte de cabello con Beto, viernes 15 de enero, 3:00 p.m.");
        assertThat(several.options()).hasSize(2);
        assertThat(appointments.askWhichToMove(context, List.of(one)).body()).contains("mover");
        assertThat(appointments.askWhichToCancel(context, List.of(one)).body()).contains("cancelar");
    }

    @Test
    void movingAndCancellingSayFromWhatToWhat() {
        var before = visit(FRIDAY_AT_THREE, AppointmentStatus.CONFIRMED);
        assertThat(appointments.moveSummary(context, before, new Summary.Move(before.id(), 0,
                FRIDAY_AT_THREE.plusHours(2).toInstant(), List.of(), List.of(), Optional.empty()), shown).body())
                .contains("De viernes 15 de enero, 3:00 p.m.", "A viernes 15 de enero, 5:00 p.m.");
        assertThat(appointments.moved(context, before, visit(FRIDAY_AT_THREE.plusHours(2), AppointmentStatus.CONFIRMED)).body())
                .contains("Antes: viernes 15 de enero, 3:00 p.m.", "Ahora: viernes 15 de enero, 5:00 p.m.");
        assertThat(appointments.cancelSummary(context, before, shown).options()).extracting(Option::title)
                .containsExactly("Sí, cancelar", "No, conservar");
        assertThat(appointments.cancelled(context, before).body()).contains("cancelé tu cita de Corte de cabello");
        assertThat(appointments.sameTime(context, before)).contains("ya está a esa hora (viernes 15 de enero, 3:00 p.m.)");
    }

    @Test
    void whatSomebodyElseChangedIsToldAsItIs() {
        assertThat(changed(FRIDAY_AT_THREE, AppointmentStatus.CANCELLED)).contains("ya estaba cancelada");
        assertThat(changed(FRIDAY_AT_THREE, AppointmentStatus.CONFIRMED)).contains("cambió mientras platicábamos");
        assertThat(changed(Turns.NOW.minusHours(1), AppointmentStatus.CONFIRMED)).contains("ya empezó o ya pasó");
        assertThat(changed(FRIDAY_AT_THREE, AppointmentStatus.COMPLETED)).contains("ya empezó o ya pasó");
        assertThat(appointments.notFound().body()).contains("No encontré");
    }

    private String changed(ZonedDateTime start, AppointmentStatus status) {
        return appointments.changed(context, visit(start, status)).body();
    }

    private String why(Refusal refusal, boolean afterYes) {
        return refusals.why(context, refusal, FRIDAY_AT_THREE, WISH, afterYes);
    }

    private static Wish on(LocalDate day) {
        return WISH.when(Optional.of(DayReading.of(day)), Optional.empty(), Turns.NOW.getZone());
    }

    private static Slot slot(int hour) {
        return new Slot(FRIDAY_AT_THREE.withHour(hour), FRIDAY_AT_THREE.withHour(hour).plusMinutes(45),
                List.of(SalonLupita.BETO, SalonLupita.ANA), false);
    }

    private static Appointment visit(ZonedDateTime start, AppointmentStatus status) {
        return OneVisit.at(start, status);
    }
}
