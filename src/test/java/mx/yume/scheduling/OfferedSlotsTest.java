package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.ServiceId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What is offered holds, on the real database: properties of any salon day. */
class OfferedSlotsTest {

    private static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
              on one.organization_id = other.organization_id and one.resource_id = other.resource_id
             and one.during && other.during and one.ctid < other.ctid
            """;

    private PlainYume yume;
    private Agenda agenda;
    private Business salon;

    @BeforeProperty
    void salonWithoutAppointments() {
        yume = PlainYume.fresh();
        agenda = yume.the(Agenda.class);
        salon = await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    @Property(tries = 100)
    void everyOfferedSlotCanBeBookedAndIsThenGone(@ForAll("services") ServiceId service, @ForAll @IntRange(max = 20) int day,
            @ForAll @IntRange(max = 1000) int choice) {
        var date = SettableClock.START.toLocalDate().plusDays(day);
        var query = SlotQuery.online(SalonLupita.LOCATION, service, date, date, Optional.empty());
        var offered = await(agenda.slots(salon, query));
        if (!offered.isEmpty()) {
            var slot = offered.get(choice % offered.size());
            var staff = slot.staff().get(choice % slot.staff().size());
            var request = BookingRequest.online(SalonLupita.LOCATION, yume.named(SalonLupita.ID, "Sofía"), "Sofía", service,
                    slot.start(),
                    Optional.of(staff));
            assertThat(await(agenda.book(salon, request, "simulator", Alongside.nothing()))).isInstanceOf(Booked.class);
            assertThat(
                    await(agenda.slots(salon, SlotQuery.online(SalonLupita.LOCATION, service, date, date, Optional.of(staff)))))
                    .extracting(Slot::start).doesNotContain(slot.start());
        }
        assertThat(yume.superuser().count(OVERLAPS)).isZero();
    }

    @Provide
    Arbitrary<ServiceId> services() {
        return Arbitraries.of(List.of(SalonLupita.CORTE, SalonLupita.BARBA, SalonLupita.TINTE, SalonLupita.GELISH,
                SalonLupita.MANICURE, SalonLupita.CORTE_Y_BARBA));
    }
}
