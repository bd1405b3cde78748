package mx.yume.assistant.staff.day.counter;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.conversation.FlowState;
import mx.yume.testing.SalonLupita;

class BookWalkInTest {

    private final StaffDay day = new StaffDay();
    private final BookWalkInEar ear = day.yume.the(BookWalkInEar.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            acaba de llegar alguien para corte                 | Corte de cabello |            |      |            |
            llegó don Pepe para barba con Beto                 | Barba            | Pepe       | Beto |            |
            llegó una señora para manicure                     | Manicure         |            |      |            |
            tengo aquí a un cliente para corte                 | Corte de cabello |            |      |            |
            agenda a Paty mañana a las 5 para tinte            | Tinte            | Paty       |      | 2027-01-14 | 17:00
            apunta a Juan Pérez para corte a las 12 con Lupita | Corte de cabello | Juan Pérez | Lupita |          | 12:00
            me cayó alguien sin cita para peinado              | Peinado          |            |      |            |
            anótame un corte para Mari el viernes a las 11     | Corte de cabello | Mari       |      | 2027-01-15 | 11:00
            """)
    void somebodyIsToBeTakenIn(String words, String service, String name, String staff, LocalDate on, LocalTime time) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(ear.hears(asking)).isEqualTo(3);
        var order = ear.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.services()).containsExactly(mx.yume.demo.SalonLupita.service(service).value());
        assertThat(order.name()).isEqualTo(Optional.ofNullable(name));
        assertThat(order.staff())
                .isEqualTo(Optional.ofNullable(staff).map(each -> mx.yume.demo.SalonLupita.staff(each).value()));
        assertThat(order.day()).isEqualTo(Optional.ofNullable(on));
        assertThat(order.time()).isEqualTo(Optional.ofNullable(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola", "la agenda de mañana", "la de las 11 no llegó", "sí vino la de las 4", "¿cuándo vino Paty?",
            "mi agenda", "agenda de Ana"})
    void otherThingsAreLeftToOthers(String words) {
        assertThat(ear.hears(StaffDay.asking(SalonLupita.BETO, words))).isZero();
    }

    @Test
    void somebodyAtTheCounterIsTakenInNow() {
        day.now(0, 10, 7);
        assertThat(day.beto.says("acaba de llegar alguien para barba").body())
                .isEqualTo("Apunto a alguien sin cita: Barba con Beto, ahora mismo, $150.\n¿Así está bien?");
        assertThat(visits()).isEmpty();
        day.yume.clock().tick(Duration.ofMinutes(2));
        assertThat(day.beto.says("sí").body()).startsWith("Listo, apunté a Cliente sin cita: Barba con Beto, hoy");
        assertThat(visits()).containsExactly("Cliente sin cita 10:09");
        assertThat(day.beto.notices()).isEmpty();
        assertThat(day.column("select state from flow")).containsExactly("CONFIRMED");
    }

    @Test
    void aDayWithoutATimeIsAskedFor() {
        assertThat(day.beto.says("agenda a Juan mañana para barba").body()).isEqualTo("¿A qué hora?");
        assertThat(day.beto.says("a las 5").body()).contains("mañana jueves 14 de enero, 5:00 p.m.");
        assertThat(day.beto.says("sí").body()).contains("5:00 p.m.");
        assertThat(visits()).containsExactly("Juan 17:00");
    }

    @Test
    void aTimeAloneIsTodayAsItWasShown() {
        assertThat(day.beto.says("apunta a Juan para barba a las 5").body()).contains("hoy miércoles 13 de enero, 5:00 p.m.");
        assertThat(day.value("select draft::text from flow")).contains("2027-01-13");
        day.beto.says("sí");
        assertThat(visits()).containsExactly("Juan 17:00");
    }

    @Test
    void aKnownCustomerIsLinkedAndOthersAreTold() {
        var pepe = day.customer("Pepe Martínez", "+525511113333");
        day.beto.says("hola");
        assertThat(day.lupita.says("agenda a Pepe mañana a las 12 para barba con Beto").body())
                .startsWith(
                        "Apunto a Pepe Martínez (+525511113333): Barba con Beto, mañana jueves 14 de enero, 12:00 p.m., $150.");
        day.lupita.says("sí");
        assertThat(day.column("select customer_id from appointment")).containsExactly(pepe.toString());
        assertThat(day.beto.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).startsWith("📅 Nueva cita"));
        assertThat(day.lupita.notices()).isEmpty();
    }

    @Test
    void severalOfThatNameAreAskedAbout() {
        day.customer("Pepe Martínez", "+525511113333");
        day.customer("Pepe Gómez", "+525511114444");
        var asked = day.beto.says("llegó don Pepe para barba");
        assertThat(asked.body()).isEqualTo("¿Quién es?");
        assertThat(asked.titles()).containsExactly("Pepe Gómez", "Pepe Martínez", "Alguien más");
        assertThat(day.beto.taps("Pepe Gómez").body()).startsWith("Apunto a Pepe Gómez");
        day.beto.says("llegó don Pepe para barba");
        assertThat(day.beto.taps("Alguien más").body()).startsWith("Apunto a Pepe: Barba");
    }

    @Test
    void theServiceIsAsked() {
        assertThat(day.beto.says("acaba de llegar alguien").body()).isEqualTo("¿Para qué servicio?");
        assertThat(day.beto.says("corte").body()).startsWith("Apunto a alguien sin cita: Corte de cabello con");
    }

    @Test
    void whenNobodyIsFreeItSaysWhenAndWho() {
        day.visit("Juan", SalonLupita.CORTE, SalonLupita.BETO, at(0, 10, 15));
        var told = day.beto.says("llegó alguien para barba");
        assertThat(told.body()).startsWith("Ahorita nadie está libre para eso. Lo más pronto:\n• hoy miércoles 13 de enero,")
                .contains("con Beto");
        assertThat(day.beto.taps(told.options().getFirst()).body())
                .startsWith("Apunto a alguien sin cita: Barba con Beto, hoy");
        day.beto.says("sí");
        assertThat(visits()).hasSize(2);
    }

    @Test
    void aTimeTakenMeanwhileIsNotBooked() {
        day.beto.says("agenda a Mari mañana a las 12 para barba");
        day.visit("Juan", SalonLupita.BARBA, SalonLupita.BETO, at(1, 12, 0));
        assertThat(day.beto.says("sí").body()).contains("Esa hora ya no está libre.");
        assertThat(visits()).containsExactly("Juan 12:00");
    }

    @Test
    void aViewerTakesNobodyIn() {
        assertThat(day.carla.says("acaba de llegar alguien para corte").body()).contains("no lo puedes hacer");
    }

    @Test
    void theCentralNumberTakesThemInToo() {
        var central = day.beto.to(SalonLupita.CENTRAL_NUMBER);
        central.says("acaba de llegar alguien para barba");
        central.says("sí");
        assertThat(visits()).hasSize(1);
    }

    private List<String> visits() {
        return day.column("""
                select customer_name || ' ' || to_char(starts_at at time zone 'America/Mexico_City', 'HH24:MI') from appointment
                where status = 'confirmed' order by starts_at""");
    }
}
