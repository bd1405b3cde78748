package mx.yume.web.schedule;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.Newcomers;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.WalkIn;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.World;
import mx.yume.web.Chromium.Screen;
import mx.yume.web.Desk;

@QuarkusTest
class SchedulePageTest {

    private static final String FRIDAY = "/tablero?fecha=2027-01-15&vista=dia";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);

    @Inject
    Desk desk;
    @Inject
    World world;
    @Inject
    Agenda agenda;
    @Inject
    Newcomers newcomers;

    @BeforeEach
    void freshWorld() {
        world.fresh();
    }

    @Test
    void theScheduleLooksGood() {
        world.freshWithAppointments();
        desk.inspect(SalonLupita.LUPITA, "/tablero", "agenda-dia");
        desk.inspect(SalonLupita.LUPITA, "/tablero?vista=semana&fecha=2027-01-13", "agenda-semana");
        desk.inspect(SalonLupita.LUPITA, "/tablero?vista=lista&fecha=2027-01-11", "agenda-lista");
        desk.inspect(SalonLupita.LUPITA, "/tablero?vista=dia&fecha=2027-01-17", "agenda-domingo");
        desk.inspect(SalonLupita.LUPITA, "/tablero/citas/nueva?fecha=2027-01-15", "cita-nueva");
        var one = world.rows("select id from appointment order by starts_at desc, id limit 1").getFirst().getFirst();
        desk.inspect(SalonLupita.LUPITA, "/tablero/citas/" + one, "cita");
    }

    @Test
    void aTapOnAGapBooksThereAndADoubleClickBooksOnce() {
        desk.as(SalonLupita.BETO, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            page.locator(column(SalonLupita.ANA) + " .gap[href*='hora=16:00']").click();
            assertThat(page.getByLabel("Hora", new Page.GetByLabelOptions().setExact(true))).hasValue("16:00");
            page.getByLabel("Nombre").fill("Sofía Paz");
            page.getByLabel("Teléfono (opcional)").fill("55 3333 4444");
            page.getByLabel("Manicure").check();
            page.locator("form.form .actions button").dblclick();
            assertThat(page.locator(".toast")).containsText("quedó agendada");
            assertThat(page.locator(column(SalonLupita.ANA) + " .visit")).containsText("Sofía Paz");
        });
        assertThat(world.rows("""
                select a.customer_name, p.name, i.value, a.origin from appointment a join person p on p.id = a.customer_id
                join person_identity i on i.person_id = p.id
                """)).containsExactly(List.of("Sofía Paz", "Sofía Paz", "+525533334444", "real"));
    }

    private static void fillInCut(Page page) {
        page.getByLabel("Nombre").fill("Sofía Paz");
        if (!page.getByLabel("Corte de cabello").isChecked()) {
            page.getByLabel("Corte de cabello").check();
        }
    }

    @Test
    void whatIsTakenIsSaidAndTheNearestTimesAreOffered() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, "/tablero/citas/nueva?fecha=2027-01-15&hora=12:15&persona=" + SalonLupita.ANA.value());
            fillInCut(page);
            button(page, "Agendar");
            assertThat(page.locator("#hora-error")).containsText("Esa hora ya no está libre");
            Desk.accessible(page);
            Desk.picture(page, "cita-nueva-ocupada-phone");
            page.locator(".others button").first().click();
            assertThat(page.locator(".toast")).containsText("quedó agendada");
        });
        assertThat(world.count("select count(*) from appointment")).isEqualTo(2);
    }

    @Test
    void anAppointmentIsMovedByDragToAnotherTimeAndPerson() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            drag(page, page.locator(".visit"), page.locator(column(SalonLupita.BETO) + " .gap[href*='hora=16:00']"));
            assertThat(page.locator("#soltar-ahora")).containsText("con Beto");
            Desk.picture(page, "agenda-soltar-desk");
            Desk.accessible(page);
            button(page, "Sí, mover");
            assertThat(page.locator(".toast")).containsText("se movió");
            assertThat(page.locator(column(SalonLupita.BETO) + " .visit")).containsText("Paty López");
        });
        assertThat(when()).containsExactly(List.of("2027-01-15 16:00:00", "Beto", "45"));
    }

    @Test
    void whoLetsGoOfADragChangesNothing() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            drag(page, page.locator(".visit"), page.locator(column(SalonLupita.BETO) + " .gap[href*='hora=16:00']"));
            button(page, "Dejar como estaba");
            assertThat(page.locator(column(SalonLupita.ANA) + " .visit")).containsText("Paty López");
        });
        assertThat(when()).containsExactly(List.of("2027-01-15 12:00:00", "Ana", "45"));
    }

    @Test
    void anAppointmentIsMadeLongerByDrag() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            page.locator(".visit").scrollIntoViewIfNeeded();
            var grip = page.locator(".visit .grip").boundingBox();
            page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
            page.mouse().down();
            page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2 + 20);
            page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2 + 48);
            page.mouse().up();
            assertThat(page.locator("#soltar-ahora")).containsText("12:00 p.m. a 1:15 p.m.");
            button(page, "Sí, mover");
            assertThat(page.locator(".toast")).containsText("se movió");
        });
        assertThat(when()).containsExactly(List.of("2027-01-15 12:00:00", "Ana", "75"));
    }

    @Test
    void anAppointmentIsMovedByKeyboardAndItIsSaidAloud() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            page.locator(".visit").focus();
            page.keyboard().press("Alt+ArrowUp");
            page.keyboard().press("Alt+ArrowUp");
            page.keyboard().press("Alt+ArrowLeft");
            assertThat(page.locator("#anuncio")).containsText("11:30 a.m. a 12:15 p.m. con Lupita");
            page.keyboard().press("Alt+ArrowRight");
            page.keyboard().press("Alt+ArrowRight");
            assertThat(page.locator("#anuncio")).containsText("con Beto");
            page.keyboard().press("Enter");
            button(page, "Sí, mover");
            assertThat(page.locator(".toast")).containsText("se movió");
        });
        assertThat(when()).containsExactly(List.of("2027-01-15 11:30:00", "Beto", "45"));
    }

    @Test
    void aMoveOntoAnotherIsExplainedAndTheNearestTimesAreOffered() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        var second = visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(16, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            page.locator("[id^='cita-" + second.id() + "']").focus();
            for (int at = 0; at < 15; at++) {
                page.keyboard().press("Alt+ArrowUp");
            }
            page.keyboard().press("Enter");
            button(page, "Sí, mover");
            assertThat(page.locator("#hora-error")).containsText("Esa hora ya no está libre");
            Desk.picture(page, "cita-mover-ocupada-desk");
            page.locator(".others button").first().click();
            assertThat(page.locator(".toast")).containsText("se movió");
        });
    }

    @Test
    void aVisitIsMarkedAndAnotherCancelledWithAReason() {
        visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        var begun = visit(SalonLupita.BETO, SalonLupita.BARBA, world());
        desk.as(SalonLupita.BETO, Screen.PHONE, page -> {
            desk.open(page, "/tablero/citas/" + begun.id());
            Desk.picture(page, "cita-empezada-phone");
            button(page, "Ya se atendió");
            assertThat(page.locator(".chip")).hasText("Atendida");
            desk.open(page, FRIDAY);
            page.locator(".visit").click();
            page.getByText("Cancelar la cita", new Page.GetByTextOptions().setExact(true)).click();
            page.getByLabel("Motivo (opcional)").fill("Ana se enfermó");
            Desk.accessible(page);
            button(page, "Sí, cancelar la cita");
            assertThat(page.locator(".chip")).hasText("Cancelada");
            assertThat(page.locator(".toast")).containsText("quedó cancelada");
            assertThat(page.locator(".facts")).containsText("Se canceló por: Ana se enfermó");
        });
        assertThat(world.rows("select status, cancel_reason from appointment order by starts_at"))
                .containsExactly(List.of("completed", "null"), List.of("cancelled", "Ana se enfermó"));
    }

    @Test
    void whatHappensElsewhereAppearsOnTheOpenPage() {
        desk.as(SalonLupita.LUPITA, Screen.DESK, page -> {
            page.waitForResponse(answer -> answer.url().contains("/tablero/eventos"), () -> desk.open(page, FRIDAY));
            page.evaluate("window.same = true");
            var visit = visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
            assertThat(page.locator(column(SalonLupita.ANA) + " .visit")).containsText("Paty López");
            agenda.cancel(SalonLupita.business(), new Actor.Staff(SalonLupita.ANA), visit.id(), visit.version(),
                    Optional.empty(),
                    Alongside.nothing()).await().atMost(Duration.ofSeconds(20));
            assertThat(page.locator(".visit")).hasCount(0);
            assertThat(page.evaluate("window.same")).isEqualTo(true);
        });
    }

    @Test
    void theSecondOfTwoEditorsIsToldWhatChanged() {
        var visit = visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.DESK, first -> desk.as(SalonLupita.BETO, Screen.PHONE, second -> {
            desk.open(second, "/tablero/citas/" + visit.id());
            desk.open(first, "/tablero/citas/" + visit.id());
            moveTo(first, "13:00");
            assertThat(first.locator(".toast")).containsText("se movió");
            moveTo(second, "17:00");
            assertThat(second.locator(".question")).containsText("Alguien cambió esta cita");
            assertThat(second.locator(".differences")).containsText("ahora es viernes 15 de enero, 1:00 p.m.");
            Desk.accessible(second);
            Desk.picture(second, "cita-dos-phone");
            moveTo(second, "17:00");
            assertThat(second.locator(".toast")).containsText("se movió");
        }));
        assertThat(when()).containsExactly(List.of("2027-01-15 17:00:00", "Ana", "45"));
    }

    private static void moveTo(Page page, String time) {
        page.getByText("Mover o cambiar").click();
        page.getByLabel("Hora", new Page.GetByLabelOptions().setExact(true)).fill(time);
        button(page, "Guardar");
    }

    @Test
    void whoOnlyLooksSeesNoAction() {
        var visit = visit(SalonLupita.ANA, SalonLupita.CORTE, LocalTime.of(12, 0));
        desk.as(SalonLupita.CARLA, Screen.DESK, page -> {
            desk.open(page, FRIDAY);
            assertThat(page.locator(".visit")).containsText("Paty López");
            assertThat(page.locator("main form[method=post], .gap, [data-movable], a[href*='/citas/nueva']")).hasCount(0);
            desk.open(page, "/tablero/citas/" + visit.id());
            assertThat(page.locator("main form, main button")).hasCount(0);
            assertThat(page.locator("main")).not().containsText("+5255");
            desk.open(page, "/tablero/citas/nueva");
            assertThat(page.locator("h1")).hasText("Eso no te toca");
        });
    }

    @Test
    void onAPhoneOnePersonIsShownAtATime() {
        visit(SalonLupita.BETO, SalonLupita.BARBA, LocalTime.of(12, 0));
        desk.as(SalonLupita.LUPITA, Screen.PHONE, page -> {
            desk.open(page, FRIDAY);
            assertThat(page.locator(".people .shown")).hasText("Lupita");
            page.locator(".people a", new Page.LocatorOptions().setHasText("Beto")).click();
            assertThat(page.locator(".people .shown")).hasText("Beto");
            assertThat(page.locator(".visit")).isInViewport();
        });
    }

    /** A time that has begun by the clock of the tests: now. */
    private static LocalTime world() {
        return LocalTime.of(10, 0);
    }

    private Appointment visit(StaffId staff, ServiceId service, LocalTime time) {
        var day = time.equals(world()) ? LocalDate.of(2027, 1, 13) : DAY;
        var business = SalonLupita.business();
        var paty = newcomers.withPhone(SalonLupita.ID, new PhoneNumber("+525511112222"), "Paty López").await()
                .atMost(Duration.ofSeconds(20));
        var outcome = agenda.walkIn(business, new Actor.Staff(SalonLupita.LUPITA),
                new WalkIn(List.of(service), Optional.of(paty), Optional.of("Paty López"), Optional.of(staff), Optional.empty(),
                        Optional.of(ZonedDateTime.of(day, time, business.location().zone()))),
                "real", Alongside.nothing()).await().atMost(Duration.ofSeconds(20));
        return ((BookingOutcome.Booked) outcome).appointment();
    }

    private List<List<String>> when() {
        return world.rows("""
                select a.local_start, m.name, (extract(epoch from a.ends_at - a.starts_at) / 60)::int from appointment a
                join appointment_part p on p.appointment_id = a.id join staff_member m on m.id = p.staff_id
                """);
    }

    private static String column(StaffId member) {
        return "[data-person='" + member.value() + "']";
    }

    private static void drag(Page page, Locator what, Locator where) {
        where.scrollIntoViewIfNeeded();
        what.scrollIntoViewIfNeeded();
        var from = what.boundingBox();
        var to = where.boundingBox();
        page.mouse().move(from.x + 30, from.y + 10);
        page.mouse().down();
        page.mouse().move(from.x + 40, from.y + 20);
        page.mouse().move(to.x + 30, to.y + 10);
        page.mouse().up();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
