package mx.yume.assistant.staff.day.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.assistant.staff.day.Which;
import mx.yume.conversation.FlowState;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class VisitEarsTest {

    private static final PlainYume YUME = PlainYume.shared();
    private final MarkCompletedEar completed = YUME.the(MarkCompletedEar.class);
    private final MarkNoShowEar missed = YUME.the(MarkNoShowEar.class);
    private final CancelForCustomerEar cancel = YUME.the(CancelForCustomerEar.class);
    private final MoveForCustomerEar move = YUME.the(MoveForCustomerEar.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            la de las 11 no llegó           | 11:00 |
            no llegó la de las 4            | 16:00 |
            Paty no llegó                   |       | Paty
            no vino Juan Pérez              |       | Juan Pérez
            la de Paty no se presentó       |       | Paty
            me dejaron plantado             |       |
            el de las 12 nunca llegó        | 12:00 |
            Paty faltó a su cita            |       | Paty
            no llegó                        |       |
            """)
    void somebodyDidNotCome(String words, LocalTime at, String customer) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(missed.hears(asking)).isEqualTo(3);
        assertThat(completed.hears(asking)).isZero();
        assertThat(which(missed.fill(asking, Optional.empty(), FlowState.INITIATED).which())).isEqualTo(at + " " + customer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ya terminé con Paty             |       | Paty
            ya acabé con la de las 11       | 11:00 |
            sí vino la de las 4             | 16:00 |
            siempre sí llegó Paty           |       | Paty
            ya terminé                      |       |
            ya se fue Juan Pérez            |       | Juan Pérez
            listo con la de las 12          | 12:00 |
            marca como completada la de Paty |      | Paty
            la de las 11 ya quedó           | 11:00 |
            """)
    void somebodyWasThere(String words, LocalTime at, String customer) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(completed.hears(asking)).isEqualTo(3);
        assertThat(missed.hears(asking)).isZero();
        assertThat(which(completed.fill(asking, Optional.empty(), FlowState.INITIATED).which())).isEqualTo(at + " " + customer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cancela la de Paty de mañana              | 2027-01-14 |       | Paty |      | true
            cancela la cita de las 11                 |            | 11:00 |      |      | true
            cancela a Juan Pérez                      |            |       | Juan Pérez | | true
            cancélame la de las 4 sin avisarle        |            | 16:00 |      |      | false
            cancela la de Paty porque se descompuso la secadora | |    | Paty | se descompuso la secadora | true
            cancela la cita del viernes a las 5       | 2027-01-15 | 17:00 |      |      | true
            quita la cita de Paty                     |            |       | Paty |      | true
            Paty ya no viene                          |            |       | Paty |      | true
            cancela la de las 11, yo le aviso         |            | 11:00 |      |      | false
            """)
    void aVisitIsToBeCancelled(String words, LocalDate day, LocalTime at, String customer, String reason, boolean tell) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(cancel.hears(asking)).isEqualTo(3);
        var order = cancel.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.which().day()).isEqualTo(Optional.ofNullable(day));
        assertThat(which(order.which())).isEqualTo(at + " " + customer);
        assertThat(order.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(order.tell()).isEqualTo(tell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mueve la de las 11 al viernes a las 5        | 11:00 |      | 2027-01-15 | 17:00
            pásala a las 6                               |       |      |            | 18:00
            mueve la cita de Paty para mañana            |       | Paty | 2027-01-14 |
            pasa la de Paty a las 6                      |       | Paty |            | 18:00
            mueve a Paty al viernes a las 12             |       | Paty | 2027-01-15 | 12:00
            cambia la de las 4 a las 5                   | 16:00 |      |            | 17:00
            reagenda la cita de Juan Pérez               |       | Juan Pérez |      |
            recorre la de las 11 a las 11:30             | 11:00 |      |            | 11:30
            """)
    void aVisitIsToBeMoved(String words, LocalTime at, String customer, LocalDate day, LocalTime time) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(move.hears(asking)).isEqualTo(3);
        assertThat(cancel.hears(asking)).isZero();
        var order = move.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(which(order.which())).isEqualTo(at + " " + customer);
        assertThat(order.day()).isEqualTo(Optional.ofNullable(day));
        assertThat(order.time()).isEqualTo(Optional.ofNullable(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola", "¿qué tengo hoy?", "cambia el precio del corte a 180", "bloquea mañana de 2 a 4",
            "cancela el bloqueo de mañana", "cambia el horario del lunes", "¿cuándo vino Paty?"})
    void otherThingsAreLeftToOthers(String words) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(completed.hears(asking) + missed.hears(asking) + cancel.hears(asking) + move.hears(asking)).isZero();
    }

    private static String which(Which which) {
        return which.at().orElse(null) + " " + which.customer().orElse(null);
    }
}
