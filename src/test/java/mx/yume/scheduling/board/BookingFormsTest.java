package mx.yume.scheduling.board;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.SalonLupita.LUPITA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.customers.Newcomer;
import mx.yume.customers.Newcomers;
import mx.yume.customers.PersonId;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AtTheCounter;
import mx.yume.scheduling.BookingOutcome.Booked;
import mx.yume.scheduling.BookingOutcome.Refused;
import mx.yume.scheduling.WalkIn;
import mx.yume.scheduling.board.FormOutcome.Again;
import mx.yume.scheduling.board.FormOutcome.First;
import mx.yume.testing.SalonLupita;

/** What staff fill in is booked once, and leaves nothing where it is refused. */
class BookingFormsTest extends AtTheCounter {

    private static final PhoneNumber PHONE = new PhoneNumber("+525511112222");
    private static final Newcomer PATY = new Newcomer(PHONE, " Paty López ");
    private static final ZonedDateTime FRIDAY = at(2, 12, 0);
    private static final ZonedDateTime SUNDAY = at(4, 12, 0);

    private BookingForms forms;

    @BeforeEach
    void forms() {
        forms = yume.the(BookingForms.class);
    }

    @Test
    void theSameFormBooksOnce() {
        var key = UUID.randomUUID();
        var booked = booked(await(form(FRIDAY, Optional.empty(), key)));
        assertThat(await(form(FRIDAY, Optional.empty(), key))).isEqualTo(new Again(booked));
        assertThat(await(form(at(2, 16, 0), Optional.empty(), key))).as("whatever it says now").isEqualTo(new Again(booked));
        assertThat(count("select count(*) from appointment")).isOne();
        assertThat(count("select count(*) from submission")).isOne();
    }

    @Test
    void ofTheSameFormTwiceAtOnceTheSecondFindsWhatTheFirstDid() {
        var key = UUID.randomUUID();
        var outcomes = atOnce(Stream.of(1, 2, 3).map(each -> form(FRIDAY, Optional.of(PATY), key)));
        assertThat(outcomes).filteredOn(First.class::isInstance).singleElement()
                .satisfies(first -> assertThat(outcomes).filteredOn(Again.class::isInstance)
                        .containsExactly(new Again(booked(first)), new Again(booked(first))));
        assertThat(count("select count(*) from appointment")).isOne();
    }

    @Test
    void whatWasRefusedMayBeSentAgain() {
        var key = UUID.randomUUID();
        assertThat(await(form(SUNDAY, Optional.empty(), key))).isInstanceOfSatisfying(First.class,
                first -> assertThat(first.outcome()).isInstanceOf(Refused.class));
        booked(await(form(FRIDAY, Optional.empty(), key)));
    }

    @Test
    void whoeverCalledIsKnownFromTheirBookingOn() {
        var booked = booked(await(form(FRIDAY, Optional.of(PATY), UUID.randomUUID())));
        var appointment = await(agenda.appointment(salon(), booked)).orElseThrow();
        assertThat(appointment.customer()).contains(patysId());
        assertThat(
                yume.superuser().rows("select name, name_confirmed_at is not null from person where id = '" + patysId() + "'"))
                .containsExactly(List.of("Paty López", "t"));
        assertThat(booked(await(form(at(2, 16, 0), Optional.of(new Newcomer(PHONE, "Patricia")), UUID.randomUUID()))))
                .isNotNull();
        assertThat(people()).as("Sofía, Diego, and one Paty").isEqualTo(3);
        assertThat(count("select count(*) from person where name = 'Paty López'")).as("as she was called first").isOne();
    }

    @Test
    void whereTheBookingIsRefusedNobodyIsWrittenDown() {
        var key = UUID.randomUUID();
        assertThat(await(form(SUNDAY, Optional.of(PATY), key))).isInstanceOfSatisfying(First.class,
                first -> assertThat(first.outcome()).isInstanceOf(Refused.class));
        assertThat(people()).as("Sofía and Diego").isEqualTo(2);
        assertThat(count("select count(*) from person_identity")).isZero();
        assertThat(count("select count(*) from submission")).isZero();
        booked(await(form(FRIDAY, Optional.of(PATY), key)));
        assertThat(people()).isEqualTo(3);
    }

    @Test
    void whoeverIsKnownStaysWhenTheirBookingIsRefused() {
        yume.phone(PHONE.e164()).says("hola");
        assertThat(await(form(SUNDAY, Optional.of(PATY), UUID.randomUUID()))).isInstanceOf(First.class);
        assertThat(count("select count(*) from person_identity where value = '" + PHONE.e164() + "'")).isOne();
        assertThat(count("select count(*) from person where name is null")).as("nobody told her name").isOne();
    }

    @Test
    void whoeverCallsTwiceAtOnceIsOnePerson() {
        var outcomes = atOnce(Stream.of(10, 11, 15, 16).map(hour -> form(at(2, hour, 0), Optional.of(PATY),
                UUID.randomUUID())));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(booked(outcome)).isNotNull());
        assertThat(people()).isEqualTo(3);
        assertThat(count("select count(distinct customer_id) from appointment")).isOne();
    }

    @Test
    void aFormIsForgottenAfterAMonth() {
        booked(await(form(FRIDAY, Optional.empty(), UUID.randomUUID())));
        clock.tick(Duration.ofDays(30));
        booked(await(form(at(33, 12, 0), Optional.empty(), UUID.randomUUID())));
        assertThat(count("select count(*) from submission")).as("a month to the second is not over").isEqualTo(2);
        clock.tick(Duration.ofMinutes(1));
        booked(await(form(at(34, 12, 0), Optional.empty(), UUID.randomUUID())));
        assertThat(count("select count(*) from submission")).isEqualTo(2);
    }

    @Test
    void whoeverIsWrittenDownWithoutABookingIsFoundByTheirPhone() {
        var newcomers = yume.the(Newcomers.class);
        var paty = await(newcomers.withPhone(SalonLupita.ID, PHONE, "P".repeat(100)));
        assertThat(await(newcomers.withPhone(SalonLupita.ID, PHONE, "Otra"))).isEqualTo(paty);
        assertThat(await(newcomers.like(SalonLupita.ID, PATY))).isEqualTo(paty);
        assertThat(count("select count(*) from person where name = '" + "P".repeat(80) + "'")).isOne();
    }

    private Uni<FormOutcome> form(ZonedDateTime start, Optional<Newcomer> newcomer, UUID key) {
        var walkIn = new WalkIn(List.of(CORTE), Optional.empty(), Optional.of("Paty"), Optional.of(BETO), Optional.of(LOCATION),
                Optional.of(start));
        return forms.book(salon(), new Actor.Staff(LUPITA), walkIn, newcomer, "simulator", key);
    }

    private static AppointmentId booked(FormOutcome outcome) {
        return ((Booked) ((First) outcome).outcome()).appointment().id();
    }

    private PersonId patysId() {
        return new PersonId(UUID.fromString(yume.superuser()
                .rows("select person_id from person_identity where value = '" + PHONE.e164() + "'").getFirst().getFirst()));
    }

    private long people() {
        return count("select count(*) from person where organization_id = '" + SalonLupita.ID + "'");
    }
}
