package mx.yume.assistant.staff.day.people;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.conversation.FlowState;
import mx.yume.customers.PersonId;
import mx.yume.testing.Phone;
import mx.yume.testing.SalonLupita;

class PeopleTest {

    private static final String PATYS = "+525511112222";

    private final StaffDay day = new StaffDay();
    private final Phone patysPhone = day.yume.phone(PATYS);
    private final CustomerHistoryEar history = day.yume.the(CustomerHistoryEar.class);
    private final MessageCustomerEar message = day.yume.the(MessageCustomerEar.class);
    private PersonId paty = PersonId.next();

    @BeforeEach
    void patyIsKnown() {
        paty = day.customer("Paty López", PATYS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ¿cuándo vino Paty?                 | Paty        |
            historial de 55 1234 5678          |             | +525512345678
            historial de Paty López            | Paty López  |
            ¿cuántas veces ha venido Paty?     | Paty        |
            ¿qué se hizo Paty?                 | Paty        |
            el teléfono de Paty                | Paty        |
            ¿cuándo viene Juan Pérez?          | Juan Pérez  |
            última visita de Paty              | Paty        |
            """)
    void historyIsAskedFor(String words, String name, String phone) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(history.hears(asking)).isEqualTo(3);
        var order = history.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.phone()).isEqualTo(Optional.ofNullable(phone));
        assertThat(order.name()).isEqualTo(Optional.ofNullable(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dile a Paty que llegue 10 minutos antes              | Paty |       | que llegue 10 minutos antes
            avísale a Paty que vamos retrasados                  | Paty |       | que vamos retrasados
            mándale un mensaje a Paty: te esperamos              | Paty |       | te esperamos
            dile a la de las 4 que ya estamos listos             |      | 16:00 | que ya estamos listos
            pregúntale a Paty si puede venir antes               | Paty |       | si puede venir antes
            escríbele a Paty                                     | Paty |       |
            mensaje para Paty: ya está tu color                  | Paty |       | ya está tu color
            recuérdale a Juan Pérez que traiga su foto           | Juan Pérez | | que traiga su foto
            """)
    void aMessageIsToBeSent(String words, String name, LocalTime at, String text) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(message.hears(asking)).isEqualTo(3);
        var order = message.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.which().customer()).isEqualTo(Optional.ofNullable(name));
        assertThat(order.which().at()).isEqualTo(Optional.ofNullable(at));
        assertThat(order.text()).isEqualTo(Optional.ofNullable(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola", "¿qué tengo hoy?", "mándame el link del panel", "ya terminé con Paty", "bloquea mañana"})
    void otherThingsAreLeftToOthers(String words) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(history.hears(asking) + message.hears(asking)).isZero();
    }

    @Test
    void aCustomersVisitsAreListed() {
        day.visit(Optional.of(paty), "Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(0, 11, 0));
        day.visit(Optional.of(paty), "Paty López", SalonLupita.TINTE, SalonLupita.LUPITA, at(2, 11, 0));
        day.now(0, 12, 0);
        day.beto.says("la de las 11 ya quedó");
        assertThat(day.beto.says("¿cuándo vino Paty?").body()).isEqualTo("""
                Paty López, +525511112222
                Visitas: 1 · Faltas: 0 · Canceladas: 0
                Lo más reciente:
                • viernes 15 de enero, 11:00 a.m.: Tinte con Lupita, $900, por venir
                • hoy miércoles 13 de enero, 11:00 a.m.: Corte de cabello con Beto, $250, atendida""");
        assertThat(day.beto.says("historial de 55 1111 2222").body()).startsWith("Paty López, +525511112222");
    }

    @Test
    void severalAreAskedAboutAndNobodyIsSaidSo() {
        day.customer("Paty Gómez", "+525511113333");
        var asked = day.beto.says("historial de paty");
        assertThat(asked.titles()).containsExactly("Paty Gómez", "Paty López");
        assertThat(day.beto.taps("Paty Gómez").body()).startsWith("Paty Gómez, +525511113333\nTodavía no tiene citas.");
        assertThat(day.beto.says("historial de Rigoberto").body()).isEqualTo("No encontré a nadie así entre los clientes.");
        assertThat(day.beto.says("historial").body()).startsWith("¿De quién?");
        assertThat(day.carla.says("historial de paty").body()).contains("no lo puedes hacer");
    }

    @Test
    void aMessageGoesOutExactlyAsShown() {
        assertThat(day.beto.says("dile a Paty que llegue 10 minutos antes").body())
                .isEqualTo("Le mando a Paty López:\n“Salón Lupita te manda decir que llegue 10 minutos antes”\n¿Lo envío?");
        assertThat(patysPhone.notices()).isEmpty();
        assertThat(day.beto.says("mejor dile: llega 10 minutos antes, porfa").body())
                .contains("“Mensaje de Salón Lupita: llega 10 minutos antes, porfa”");
        assertThat(day.beto.says("sí").body()).isEqualTo("Listo, le mandé tu mensaje a Paty López.");
        assertThat(patysPhone.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .isEqualTo("Mensaje de Salón Lupita: llega 10 minutos antes, porfa"));
    }

    @Test
    void twoVisitsAtThatTimeAreAskedAbout() {
        var juan = day.customer("Juan Pérez", "+525511114444");
        day.visit(Optional.of(paty), "Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(0, 16, 0));
        day.visit(Optional.of(juan), "Juan Pérez", SalonLupita.MANICURE, SalonLupita.ANA, at(0, 16, 0));
        var asked = day.lupita.says("dile a la de las 4 que ya estamos listos");
        assertThat(asked.titles()).containsExactlyInAnyOrder("Paty López", "Juan Pérez");
        assertThat(day.lupita.taps("Juan Pérez").body()).startsWith("Le mando a Juan Pérez:");
        day.lupita.says("sí");
        assertThat(patysPhone.notices()).isEmpty();
    }

    @Test
    void whatIsMissingIsAsked() {
        assertThat(day.beto.says("escríbele a alguien un mensaje").body()).isEqualTo("¿A quién le escribo?");
        assertThat(day.beto.says("Paty").body()).isEqualTo("¿Qué le digo a Paty López?");
        assertThat(day.beto.says("Ya te esperamos").body()).contains("Mensaje de Salón Lupita: Ya te esperamos");
    }

    @Test
    void aClosedWindowIsSaidHonestly() {
        day.yume.clock().tick(Duration.ofHours(25));
        assertThat(day.beto.says("dile a Paty que llegue temprano").body())
                .startsWith("No le puedo escribir a Paty López: WhatsApp solo lo permite")
                .endsWith("Su teléfono es +525511112222.");
        assertThat(patysPhone.notices()).isEmpty();
    }

    @Test
    void whoOptedOutIsLeftAlone() {
        day.beto.says("dile a Paty que llegue temprano");
        day.yume.superuser().execute("update person set opted_out_at = now() where id = '" + paty + "'");
        assertThat(day.beto.says("sí").body()).startsWith("No le puedo escribir a Paty López");
        assertThat(patysPhone.notices()).isEmpty();
    }

    @Test
    void aViewerWritesToNobody() {
        assertThat(day.carla.says("dile a Paty que llegue temprano").body()).contains("no lo puedes hacer");
    }

    @Test
    void theCentralNumberReachesTheCustomersChatWithTheBusiness() {
        var central = day.beto.to(SalonLupita.CENTRAL_NUMBER);
        central.says("dile a Paty que llegue temprano");
        central.says("sí");
        assertThat(patysPhone.notices()).hasSize(1);
        assertThat(central.says("¿cuándo vino Paty?").body()).startsWith("Paty López");
    }
}
