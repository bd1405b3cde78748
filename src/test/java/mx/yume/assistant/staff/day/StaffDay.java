package mx.yume.assistant.staff.day;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Permission;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Progress;
import mx.yume.conversation.StaffTurn;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.Person;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.WalkIn;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** A day at Salón Lupita, Wednesday January 13 from ten on, for those who work there. */
public final class StaffDay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final PlainYume yume = PlainYume.fresh();
    public final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
    public final Phone ana = yume.phone(SalonLupita.ANAS_PHONE.e164());
    public final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
    public final Phone carla = yume.phone(SalonLupita.CARLAS_PHONE.e164());

    public StaffDay() {
        yume.superuser().execute("update staff_member set onboarded_at = now() where onboarded_at is null");
    }

    /** Somebody who has written to the salon just now and is known by this name. */
    public PersonId customer(String name, String number) {
        yume.phone(number).says("hola");
        var person = new PersonId(UUID.fromString(yume.superuser().rows("""
                select person_id::text from person_identity where value = '%s' and organization_id = '%s'"""
                .formatted(number, SalonLupita.ID)).getFirst().getFirst()));
        yume.superuser().execute("update person set name = '%s', name_confirmed_at = now() where id = '%s'".formatted(name,
                person.value()));
        return person;
    }

    /** Booked at the counter by Lupita, who tells them herself: somebody without a phone. */
    public Appointment visit(String name, ServiceId service, StaffId staff, ZonedDateTime start) {
        return visit(Optional.empty(), name, service, staff, start);
    }

    public Appointment visit(Optional<PersonId> customer, String name, ServiceId service, StaffId staff, ZonedDateTime start) {
        var walkIn = new WalkIn(List.of(service), customer, Optional.of(name), Optional.of(staff), Optional.empty(),
                Optional.of(start));
        var outcome = await(
                yume.the(Agenda.class).walkIn(SalonLupita.business(), new Actor.Staff(SalonLupita.LUPITA, true), walkIn,
                        "simulator", Alongside.nothing()));
        yume.settle();
        return ((Booked) outcome).appointment();
    }

    /** On the first day plus so many. */
    public static ZonedDateTime at(int day, int hour, int minute) {
        return SettableClock.START.plusDays(day).withHour(hour).withMinute(minute);
    }

    public StaffDay now(int day, int hour, int minute) {
        yume.clock().set(at(day, hour, minute));
        return this;
    }

    public String status(Appointment visit) {
        return value("select status from appointment where id = '" + visit.id() + "'");
    }

    public String value(String sql) {
        return yume.superuser().rows(sql).getFirst().getFirst();
    }

    public List<String> column(String sql) {
        return yume.superuser().rows(sql).stream().map(List::getFirst).toList();
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    /** Somebody of the staff says this at ten; no database. */
    public static StaffAsking asking(StaffId who, String words) {
        var business = SalonLupita.business();
        var member = business.staffMember(who).orElseThrow();
        var turn = new StaffTurn(new TurnKey(SalonLupita.ID, new ConversationId(UUID.randomUUID()),
                new TurnId(UUID.randomUUID()), 1), Origin.SIMULATOR, business, member, member.permission() == Permission.VIEWER,
                new Person(PersonId.next(), Optional.empty(), member.phone(), Optional.empty(), false),
                List.of(new Incoming(InboundKind.TEXT, words, Optional.empty(), SettableClock.START.toInstant())), List.of(),
                false,
                SettableClock.START.toInstant(), new Progress(Optional.empty()));
        return StaffAsking.of(turn);
    }
}
