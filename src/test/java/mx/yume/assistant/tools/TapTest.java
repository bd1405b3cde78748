package mx.yume.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.scheduling.AppointmentId;

class TapTest {

    static Stream<Tap> taps() {
        return Stream.of(new Tap.OfService(ServiceId.next()), new Tap.OfSlot(LocalDateTime.of(2027, 1, 14, 17, 0)),
                new Tap.OfStaff(StaffId.next()), new Tap.AnyStaff(), new Tap.OfAppointment(AppointmentId.next()),
                new Tap.Move(AppointmentId.next()), new Tap.Cancel(AppointmentId.next()), new Tap.OfMenu(Tap.Menu.BOOK),
                new Tap.Yes(Optional.empty()), new Tap.Yes(Optional.of(UUID.randomUUID())), new Tap.No(),
                new Tap.Change(Tap.What.ANYTHING), new Tap.Change(Tap.What.STAFF), new Tap.Unknown());
    }

    @ParameterizedTest
    @MethodSource("taps")
    void whatIsOfferedIsReadBack(Tap tap) {
        assertThat(Tap.parse(tap.id())).isEqualTo(tap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "service:", "service:1", "slot:mañana", "slot:2027-13-40T99:99", "staff:x",
            "appointment:x",
            "menu:admin", "change:price", "yes:x", "move:x", "cancel:x", "BOOK", "'; drop table", "\u0000"})
    void whatWasNeverOfferedIsUnknown(String id) {
        assertThat(Tap.parse(id)).isEqualTo(new Tap.Unknown());
    }
}
