package mx.yume.assistant.staff.day.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.conversation.FlowState;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class ScheduleEarsTest {

    private static final PlainYume YUME = PlainYume.shared();
    private final MyScheduleEar mine = YUME.the(MyScheduleEar.class);
    private final BusinessScheduleEar all = YUME.the(BusinessScheduleEar.class);
    private final WhatsNextEar next = YUME.the(WhatsNextEar.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ¿qué tengo hoy?                | 2027-01-13 | 2027-01-13
            que tengo mañana               | 2027-01-14 | 2027-01-14
            mi agenda                      |            |
            Mi agenda de mañana            | 2027-01-14 | 2027-01-14
            ¿tengo citas el viernes?       | 2027-01-15 | 2027-01-15
            mis citas de hoy               | 2027-01-13 | 2027-01-13
            mi semana                      | 2027-01-13 | 2027-01-17
            ¿qué me toca el sábado?        | 2027-01-16 | 2027-01-16
            cómo ando de citas hoy         | 2027-01-13 | 2027-01-13
            ¿tengo algo el 20 de enero?    | 2027-01-20 | 2027-01-20
            """)
    void theirOwnScheduleIsAskedFor(String words, LocalDate from, LocalDate to) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(mine.hears(asking)).isEqualTo(2);
        assertThat(all.hears(asking)).isZero();
        assertThat(mine.fill(asking, Optional.empty(), FlowState.INITIATED))
                .isEqualTo(new ScheduleOrder(Optional.ofNullable(from), Optional.ofNullable(to), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ¿qué hay el viernes?           | 2027-01-15 | 2027-01-15
            la agenda                      |            |
            la agenda de mañana            | 2027-01-14 | 2027-01-14
            ¿quién viene hoy?              | 2027-01-13 | 2027-01-13
            citas de mañana                | 2027-01-14 | 2027-01-14
            la semana                      | 2027-01-13 | 2027-01-17
            la próxima semana              | 2027-01-18 | 2027-01-24
            ¿cómo está el día?             |            |
            ¿cuántas citas hay el sábado?  | 2027-01-16 | 2027-01-16
            ¿qué tenemos hoy?              | 2027-01-13 | 2027-01-13
            """)
    void theWholeScheduleIsAskedFor(String words, LocalDate from, LocalDate to) {
        var asking = StaffDay.asking(SalonLupita.LUPITA, words);
        assertThat(all.hears(asking)).isEqualTo(2);
        assertThat(mine.hears(asking)).isZero();
        assertThat(all.fill(asking, Optional.empty(), FlowState.INITIATED))
                .isEqualTo(new ScheduleOrder(Optional.ofNullable(from), Optional.ofNullable(to), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agenda de Ana", "¿qué tiene Ana mañana?", "las citas de Ana", "la agenda de anita"})
    void somebodyElsesScheduleIsAskedFor(String words) {
        var asking = StaffDay.asking(SalonLupita.LUPITA, words);
        assertThat(all.hears(asking)).isEqualTo(2);
        assertThat(all.fill(asking, Optional.empty(), FlowState.INITIATED).staff()).contains(SalonLupita.ANA.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"¿quién sigue?", "quien sigue", "¿a qué hora es mi siguiente cita?", "mi próxima cita", "siguiente",
            "¿qué sigue?", "¿con quién sigo?", "¿quién me toca ahora?", "cuál es el siguiente cliente"})
    void theNextVisitIsAskedFor(String words) {
        assertThat(next.hears(StaffDay.asking(SalonLupita.BETO, words))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hola", "sube el corte a 180", "bloquea mañana de 2 a 4", "la de las 11 no llegó",
            "cancela mi siguiente cita", "agenda a Paty mañana a las 5", "gracias", "¿qué horario tenemos?"})
    void otherThingsAreLeftToOthers(String words) {
        var asking = StaffDay.asking(SalonLupita.LUPITA, words);
        assertThat(mine.hears(asking) + all.hears(asking) + next.hears(asking)).isZero();
    }
}
