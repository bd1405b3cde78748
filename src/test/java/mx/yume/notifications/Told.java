package mx.yume.notifications;

import static mx.yume.scheduling.Counter.await;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Change;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.WalkIn;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** Salón Lupita and Paty, and what either was told. */
public final class Told {

    public static final String PATY = "+525511112222";

    public final PlainYume yume = PlainYume.fresh();
    public final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
    public final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
    public final Phone paty = yume.phone(PATY);
    private final Agenda agenda = yume.the(Agenda.class);

    public Told() {
        yume.superuser().execute("update staff_member set onboarded_at = now() where onboarded_at is null");
        paty.says("hola");
        yume.superuser().execute("update person set name = 'Paty López', name_confirmed_at = '2027-01-13 10:00-06'");
    }

    public static ZonedDateTime at(int day, int hour, int minute) {
        return SettableClock.START.plusDays(day).withHour(hour).withMinute(minute);
    }

    /** Everything that is due by then. */
    public Told now(ZonedDateTime time) {
        yume.clock().set(time);
        yume.settle();
        return this;
    }

    public Told later(Duration wait) {
        yume.clock().tick(wait);
        yume.settle();
        return this;
    }

    public PersonId patysId() {
        return new PersonId(UUID.fromString(value("select person_id from person_identity where value = '" + PATY
                + "' and organization_id = '" + SalonLupita.ID + "'")));
    }

    /** By Paty herself, in the simulator: a haircut with Beto. */
    public Appointment books(ZonedDateTime start) {
        var request = BookingRequest.online(SalonLupita.LOCATION, patysId(), "Paty López", SalonLupita.CORTE, start,
                Optional.of(SalonLupita.BETO));
        var outcome = await(agenda.book(SalonLupita.business(), request, "simulator", Alongside.nothing()));
        yume.settle();
        return ((Booked) outcome).appointment();
    }

    /** By Lupita, for Paty. */
    public Appointment isBooked(ZonedDateTime start) {
        return isBooked(start, SalonLupita.CORTE, SalonLupita.BETO);
    }

    public Appointment isBooked(ZonedDateTime start, ServiceId service, StaffId staff) {
        var walkIn = new WalkIn(List.of(service), Optional.of(patysId()), Optional.of("Paty López"), Optional.of(staff),
                Optional.empty(), Optional.of(start));
        var outcome = await(agenda.walkIn(SalonLupita.business(), lupitaHerself(), walkIn, "simulator", Alongside.nothing()));
        yume.settle();
        return ((Booked) outcome).appointment();
    }

    public static Actor.Staff lupitaHerself() {
        return new Actor.Staff(SalonLupita.LUPITA);
    }

    public void moves(Actor actor, Appointment visit, ZonedDateTime start) {
        var now = find(visit.id());
        await(agenda.change(SalonLupita.business(), actor, visit.id(), now.version(), Change.to(start, Terms.COUNTER),
                Alongside.nothing()));
        yume.settle();
    }

    public void cancels(Actor actor, Appointment visit) {
        var now = find(visit.id());
        await(agenda.cancel(SalonLupita.business(), actor, visit.id(), now.version(), Optional.empty(), Alongside.nothing()));
        yume.settle();
    }

    public Appointment find(AppointmentId id) {
        return await(agenda.appointment(SalonLupita.business(), id)).orElseThrow();
    }

    public Actor.Customer patyHerself() {
        return new Actor.Customer(patysId());
    }

    /** Which template stood behind a message, whether it is what went out, and what became of it; newest last. */
    public List<List<String>> sent(Phone phone) {
        return yume.superuser().rows("""
                select coalesce(o.template ->> 'template', '-'), o.sent_template, o.status from outbox o
                join conversation c on c.organization_id = o.organization_id and c.id = o.conversation_id
                join person_identity i on i.organization_id = c.organization_id and i.person_id = c.person_id
                where i.value = '%s' and o.turn_id is null order by o.sequence""".formatted(phone.number()));
    }

    public long count(String sql) {
        return yume.superuser().count(sql);
    }

    public String value(String sql) {
        return yume.superuser().rows(sql).getFirst().getFirst();
    }
}
