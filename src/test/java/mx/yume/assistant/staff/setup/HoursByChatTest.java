package mx.yume.assistant.staff.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** The clock stands at Wednesday, 13 January 2027, 9:00. */
class HoursByChatTest {

    private static final String WEEK = """
            select weekday::text, to_char(opens, 'HH24:MI') || '-' || to_char(closes, 'HH24:MI') from opening_hours order by weekday, opens""";
    private static final String SPECIAL = """
            select d.day::text, coalesce(to_char(h.opens, 'HH24:MI') || '-' || to_char(h.closes, 'HH24:MI'), 'cerrado')
            from special_day d left join special_hours h on h.location_id = d.location_id and h.day = d.day order by d.day""";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone("+525510000001");

    @ParameterizedTest
    @CsvSource({"cierra el lunes, 2027-01-18, cerrado", "el viernes cerramos a las 5, 2027-01-15, 10:00-17:00",
            "mañana abrimos a las 12, 2027-01-14, 12:00-20:00", "el sábado abrimos de 10 a 2, 2027-01-16, 10:00-14:00",
            "el 20 no abrimos, 2027-01-20, cerrado"})
    void oneDateIsChanged(String words, String day, String hours) {
        assertThat(lupita.says(words).body()).contains("de enero");
        assertThat(yume.superuser().count("select count(*) from special_day")).isZero();
        assertThat(lupita.says("sí").body()).startsWith("Listo, el ");
        assertThat(yume.superuser().rows(SPECIAL)).containsExactly(List.of(day, hours));
    }

    @Test
    void theWeekIsChangedAndWhoWorkedFromOpeningToClosingFollows() {
        assertThat(lupita.says("nuevo horario: lunes a viernes de 9 a 7, sábados hasta las 3, domingos no").body())
                .contains("• lunes: 9:00 a.m. a 7:00 p.m.", "• sábado: 9:00 a.m. a 3:00 p.m.", "• domingo: cerrado");
        assertThat(lupita.taps("Sí").body()).startsWith("Listo, el horario queda así");
        assertThat(yume.superuser().rows(WEEK)).contains(List.of("1", "09:00-19:00"), List.of("6", "09:00-15:00")).hasSize(6);
        assertThat(yume.superuser().rows("""
                select to_char(min(opens), 'HH24:MI'), to_char(max(closes), 'HH24:MI') from staff_hours h
                join staff_member m on m.id = h.staff_id where m.name = 'Beto' and weekday = 1"""))
                .containsExactly(List.of("09:00", "19:00"));
        assertThat(yume.phone("+525511110001").says("barba con Beto el viernes a las 9").body()).contains("¿a nombre de quién");
    }

    @Test
    void whatWouldStayOutsideIsShownAndNothingIsCancelled() {
        var paty = yume.phone("+525511110001");
        paty.says("barba con Beto el viernes a las 6, soy Paty López");
        paty.says("sí");
        lupita.says("el viernes cerramos a las 5");
        assertThat(lupita.says("sí").body()).contains("1 cita quedaría fuera", "Paty López");
        assertThat(yume.superuser().count("select count(*) from special_day")).isZero();
        assertThat(lupita.says("sí").body()).startsWith("Listo");
        assertThat(yume.superuser().rows("select status from appointment")).containsExactly(List.of("confirmed"));
    }

    @Test
    void whatIsMissingIsAsked() {
        assertThat(lupita.says("quiero cambiar el horario").body()).contains("¿Qué días y a qué horas?");
        assertThat(lupita.says("los domingos de 11 a 3").body()).contains("• domingo: 11:00 a.m. a 3:00 p.m.");
    }

    @Test
    void anAdminMayNot() {
        assertThat(yume.phone(SalonLupita.ANAS_PHONE.e164()).says("cierra el lunes").body()).contains("no lo puedes hacer");
        assertThat(yume.superuser().count("select count(*) from special_day")).isZero();
    }
}
