package mx.yume.testing;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.scheduling.Aftermath;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Part;

/** An appointment of the test world that no database knows: Paty's haircut with Beto, 45 minutes. */
public final class OneVisit {

    private OneVisit() {}

    public static Appointment at(ZonedDateTime start, AppointmentStatus status) {
        var end = start.plusMinutes(45);
        var price = Money.pesos(250);
        var cut = new Part(SalonLupita.CORTE, "Corte de cabello", SalonLupita.BETO, "Beto", Optional.empty(), start, end,
                price);
        return new Appointment(AppointmentId.next(), Optional.of(PersonId.next()), "Paty", SalonLupita.LOCATION, List.of(cut),
                start, end, price, status, Aftermath.NONE, false, 0);
    }
}
