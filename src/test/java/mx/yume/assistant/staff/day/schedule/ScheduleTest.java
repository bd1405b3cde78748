package mx.yume.assistant.staff.day.schedule;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.testing.SalonLupita;

class ScheduleTest {

    private final StaffDay day = new StaffDay();

    @BeforeEach
    void someVisits() {
        day.visit("Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(0, 11, 0));
        day.visit("Juan Pérez", SalonLupita.BARBA, SalonLupita.BETO, at(0, 12, 0));
        day.visit("Mari", SalonLupita.MANICURE, SalonLupita.ANA, at(0, 11, 30));
        day.visit("Rosa", SalonLupita.TINTE, SalonLupita.LUPITA, at(2, 16, 0));
    }

    @Test
    void theirOwnDayIsListed() {
        assertThat(day.beto.says("¿qué tengo hoy?").body()).isEqualTo("""
                Tu agenda, hoy miércoles 13 de enero:
                • 11:00 a.m. Paty López: Corte de cabello
                • 12:00 p.m. Juan Pérez: Barba""");
        assertThat(day.lupita.says("mi agenda de mañana").body())
                .isEqualTo("Tu agenda, mañana jueves 14 de enero:\nSin citas.");
    }

    @Test
    void whoeverSaidThatTheyComeIsTicked() {
        day.yume.superuser().execute("update appointment set confirmed_at = now() where customer_name = 'Paty López'");
        assertThat(day.beto.says("¿qué tengo hoy?").body()).contains("• 11:00 a.m. Paty López: Corte de cabello ✓\n",
                "• 12:00 p.m. Juan Pérez: Barba");
    }

    @Test
    void everybodysDayIsListed() {
        assertThat(day.beto.says("¿qué hay el viernes?").body()).startsWith("Agenda de Salón Lupita, viernes 15 de enero:")
                .contains("• 4:00 p.m. Rosa: Tinte con Lupita").doesNotContain("Paty");
        assertThat(day.beto.says("agenda de Ana").body()).startsWith("Agenda de Ana, hoy miércoles 13 de enero:")
                .contains("• 11:30 a.m. Mari: Manicure").doesNotContain("Paty");
    }

    @Test
    void aWeekIsListedDayByDay() {
        assertThat(day.lupita.says("la semana").body())
                .startsWith("Agenda de Salón Lupita, del miércoles 13 de enero al domingo 17 de enero:\nmiércoles 13 de enero:")
                .contains("\n\nviernes 15 de enero:", "Rosa: Tinte con Lupita");
    }

    @Test
    void aViewerSeesEverythingAndHasNothing() {
        assertThat(day.carla.says("¿qué tengo hoy?").body()).contains("Sin citas.");
        assertThat(day.carla.says("¿quién sigue?").body()).startsWith("Sigue Paty López: Corte de cabello con Beto, $250");
    }

    @Test
    void whoIsNextIsToldWithTheTimeLeft() {
        day.now(0, 10, 30);
        assertThat(day.beto.says("¿quién sigue?").body())
                .isEqualTo("Sigue Paty López: Corte de cabello, $250\nhoy miércoles 13 de enero, 11:00 a.m. (en 29 min)");
        day.now(0, 11, 20);
        assertThat(day.beto.says("¿a qué hora es mi siguiente cita?").body())
                .startsWith("Ahorita: Paty López: Corte de cabello, $250, hasta las 11:45 a.m.\nSigue Juan Pérez");
        day.now(1, 9, 0);
        assertThat(day.beto.says("quien sigue").body()).isEqualTo("No tienes más citas en los próximos 14 días.");
    }

    @Test
    void whoIsNextHasAPhoneToCall() {
        var lalo = day.customer("Lalo", "+525511112222");
        day.visit(java.util.Optional.of(lalo), "Lalo", SalonLupita.CORTE, SalonLupita.BETO, at(0, 10, 15));
        assertThat(day.beto.says("¿quién sigue?").body()).startsWith("Sigue Lalo").endsWith("Tel. +525511112222");
    }

    @Test
    void whoComesInMoreThanHalfADayIsToldWithoutTheTimeLeft() {
        day.visit("Lalo", SalonLupita.CORTE, SalonLupita.BETO, at(3, 12, 0));
        day.now(1, 20, 0);
        assertThat(day.beto.says("¿quién sigue?").body()).contains("Sigue Lalo").doesNotContain("(");
    }

    @Test
    void theCentralNumberAnswersTheSame() {
        var central = day.beto.to(SalonLupita.CENTRAL_NUMBER);
        assertThat(central.says("¿qué tengo hoy?").body()).contains("11:00 a.m. Paty López");
        assertThat(central.says("¿quién sigue?").body()).contains("Paty López");
    }
}
