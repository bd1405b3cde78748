package mx.yume.assistant.staff.day.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.conversation.FlowState;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class BlockTimeEarTest {

    private static final PlainYume YUME = PlainYume.shared();
    private final BlockTimeEar block = YUME.the(BlockTimeEar.class);
    private final UnblockTimeEar unblock = YUME.the(UnblockTimeEar.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bloquea mañana de 2 a 4                  | 2027-01-14 | 2027-01-14 | 14:00 | 16:00 | false
            Bloquéame el viernes de 10 a 12          | 2027-01-15 | 2027-01-15 | 10:00 | 12:00 | false
            no voy el viernes                        | 2027-01-15 | 2027-01-15 |       |       | true
            mañana no vengo                          | 2027-01-14 | 2027-01-14 |       |       | true
            bloquea el sábado todo el día            | 2027-01-16 | 2027-01-16 |       |       | true
            bloquea el sábado                        | 2027-01-16 | 2027-01-16 |       |       | false
            vacaciones del 20 al 25 de enero         | 2027-01-20 | 2027-01-25 |       |       | true
            no voy a estar mañana de 11 a 1          | 2027-01-14 | 2027-01-14 | 11:00 | 13:00 | false
            bloquea hoy de 4 a 5                     | 2027-01-13 | 2027-01-13 | 16:00 | 17:00 | false
            bloquea                                  |            |            |       |       | false
            """)
    void theirOwnTimeIsTakenOff(String words, LocalDate from, LocalDate to, LocalTime opens, LocalTime closes, boolean whole) {
        var asking = StaffDay.asking(SalonLupita.BETO, words);
        assertThat(block.hears(asking)).isGreaterThanOrEqualTo(2);
        assertThat(unblock.hears(asking)).isZero();
        var order = block.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.from()).isEqualTo(Optional.ofNullable(from));
        assertThat(order.to()).isEqualTo(Optional.ofNullable(to));
        assertThat(order.opens()).isEqualTo(Optional.ofNullable(opens));
        assertThat(order.closes()).isEqualTo(Optional.ofNullable(closes));
        assertThat(order.wholeDay()).isEqualTo(whole);
        assertThat(order.staff()).isEmpty();
        assertThat(order.everybody()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bloquea a Beto el martes        | Beto
            Beto no viene el viernes        | Beto
            bloquea a Lupita mañana         | Lupita
            el lunes no abrimos en la tarde |
            bloquea a todos el viernes      |
            mañana no trabajamos            |
            """)
    void othersAreNamed(String words, String name) {
        var asking = StaffDay.asking(SalonLupita.ANA, words);
        assertThat(block.hears(asking)).isGreaterThanOrEqualTo(2);
        var order = block.fill(asking, Optional.empty(), FlowState.INITIATED);
        assertThat(order.everybody()).isEqualTo(name == null);
        assertThat(order.staff())
                .isEqualTo(Optional.ofNullable(name).map(each -> mx.yume.demo.SalonLupita.staff(each).value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bloquea mañana de 2 a 4 por doctor          | doctor
            bloquea mañana de 2 a 4 para ir al banco    | ir al banco
            vacaciones del 20 al 25 de enero            | Vacaciones
            no voy el viernes porque tengo un curso     | tengo un curso
            bloquea el viernes por la tarde             |
            """)
    void aReasonIsKept(String words, String reason) {
        assertThat(block.fill(StaffDay.asking(SalonLupita.BETO, words), Optional.empty(), FlowState.INITIATED).reason())
                .isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quita el bloqueo de mañana", "desbloquea el viernes", "quítame el bloqueo del viernes",
            "libera mi agenda del viernes", "siempre sí voy el viernes", "cancela mis vacaciones",
            "desbloquea a Beto el martes",
            "borra el bloqueo"})
    void timeOffIsGivenBack(String words) {
        var asking = StaffDay.asking(SalonLupita.ANA, words);
        assertThat(unblock.hears(asking)).isEqualTo(3);
        assertThat(block.hears(asking)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"la de las 11 no viene", "¿qué tengo mañana?", "hola", "la de las 11 no llegó",
            "sube el corte a 180"})
    void otherThingsAreLeftToOthers(String words) {
        var asking = StaffDay.asking(SalonLupita.ANA, words);
        assertThat(block.hears(asking) + unblock.hears(asking)).isZero();
    }
}
