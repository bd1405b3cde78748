package mx.yume.notifications;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.customers.PersonId;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.AnswerOutcome;
import mx.yume.scheduling.waitlist.EntryStatus;
import mx.yume.scheduling.waitlist.JoinOutcome.Joined;
import mx.yume.scheduling.waitlist.JoinRequest;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** One cancels in the chat, and another who waits for that time hears of it at once. */
class WaitlistNoticesTest {

    private static final String PATY = "+525511112222";
    private static final String TONO = "+525511113333";
    private static final String LALO = "+525511114444";

    private final PlainYume yume = PlainYume.fresh();
    private final Waitlist waitlist = yume.the(Waitlist.class);
    private final Phone paty = yume.phone(PATY);
    private final Phone tono = yume.phone(TONO);

    @BeforeEach
    void tonoIsKnown() {
        tono.says("hola");
    }

    @Test
    void whoWaitsIsToldOnceOfTheTimeThatIsHeldForThem() {
        booked("mañana");
        var customer = waits(at(1, 17, 0));
        assertThat(tono.notices()).isEmpty();
        cancelled();
        assertThat(tono.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.body()).startsWith("🎉 ¡Se liberó un lugar!").contains("Corte de cabello",
                    "jueves 14 de enero, 5:00 p.m., con Beto", "Te lo guardo 15 min. ¿Lo quieres?");
            assertThat(notice.titles()).containsExactly("Sí, lo quiero", "No, gracias");
        });
        toldAgain();
        assertThat(tono.notices()).as("however often it is its turn").hasSize(1);
        assertThat(await(waitlist.accept(SalonLupita.business(), customer, offer(), Alongside.nothing())))
                .isInstanceOf(AnswerOutcome.Booked.class);
    }

    @Test
    void whenTheFirstLetsItPassTheNextIsTold() {
        var lalo = secondInLine();
        cancelled();
        assertThat(tono.notices()).hasSize(1);
        assertThat(lalo.notices()).isEmpty();
        yume.clock().tick(Duration.ofMinutes(15));
        yume.settle();
        assertThat(tono.notices()).hasSize(1);
        assertThat(lalo.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("jueves 14 de enero, 5:00 p.m., con Beto"));
    }

    @Test
    void whoeverCannotBeToldIsPassedOverAndTheNextIsAskedAtOnce() {
        var lalo = secondInLine();
        tono.says("baja");
        cancelled();
        assertThat(tono.notices()).isEmpty();
        assertThat(lalo.notices()).hasSize(1);
        assertThat(await(waitlist.of(SalonLupita.business(), person(TONO)))).singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(EntryStatus.WAITING));
    }

    @Test
    void aTimeThatNobodyCanBeToldOfIsHeldForNobody() {
        booked("el viernes");
        waits(at(2, 17, 0));
        tono.says("baja");
        cancelled();
        assertThat(tono.notices()).isEmpty();
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).isZero();
        assertThat(count("select count(*) from reservation where offer_id is not null")).isZero();
        assertThat(count("select count(*) from job where kind = 'waitlist.offered'")).isZero();
        tono.says("alta");
        toldAgain();
        assertThat(tono.notices()).as("it is anybody's by now").isEmpty();
    }

    @Test
    void whoeverHasNotWrittenForADayIsToldByTheTemplate() {
        offeredOutsideTheWindow();
        assertThat(yume.superuser().rows("""
                select template ->> 'template', sent_template, status from outbox where purpose like 'waitlist.offered%'"""))
                .containsExactly(List.of("WAITLIST_SLOT", "t", "sent"));
        tono.says("sí");
        assertThat(count("select count(*) from appointment where status = 'confirmed' and customer_name = 'Toño Ruiz'"))
                .isOne();
    }

    @Test
    void whatIsFreedAtNightIsHeldAndToldInTheMorningAndTheTimeToAnswerBeginsThen() {
        booked("el viernes");
        waits(at(2, 17, 0));
        yume.clock().set(at(0, 22, 30));
        cancelled();
        assertThat(tono.notices()).isEmpty();
        yume.clock().set(at(1, 7, 50));
        yume.settle();
        assertThat(tono.notices()).isEmpty();
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).as("held all night").isOne();
        yume.clock().set(at(1, 8, 1));
        yume.settle();
        assertThat(tono.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("Te lo guardo 15 min"));
        yume.clock().set(at(1, 8, 15));
        yume.settle();
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).isOne();
        yume.clock().set(at(1, 8, 16));
        yume.settle();
        assertThat(count("select count(*) from waitlist_offer where status = 'expired'")).isOne();
    }

    @Test
    void whatBeginsTooSoonAfterTheNightIsHeldForNobody() {
        paty.says("quiero un corte mañana a las 10 con beto, soy Paty López");
        paty.says("sí");
        waits(at(1, 10, 0));
        yume.superuser().execute("update location set notice_minutes = 120");
        yume.clock().set(at(0, 22, 30));
        cancelled();
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).isZero();
        assertThat(count("select count(*) from reservation where offer_id is not null")).isZero();
        yume.clock().set(at(1, 8, 1));
        yume.settle();
        assertThat(tono.notices()).isEmpty();
    }

    @Test
    void theTimeToAnswerBeginsWhenItIsTold() {
        booked("mañana");
        waits(at(1, 17, 0));
        cancelled();
        yume.clock().tick(Duration.ofMinutes(10));
        toldAgain();
        assertThat(count("select count(*) from waitlist_offer where status = 'open' and expires_at = '"
                + yume.clock().instant().plus(Duration.ofMinutes(15)) + "'")).isOne();
        assertThat(count("select count(*) from reservation where held_until > '"
                + yume.clock().instant().plus(Duration.ofMinutes(14)) + "'")).isPositive();
        yume.clock().tick(Duration.ofMinutes(10));
        yume.settle();
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).as("its end was told later").isOne();
        yume.clock().tick(Duration.ofMinutes(5));
        yume.settle();
        assertThat(count("select count(*) from waitlist_offer where status = 'expired'")).isOne();
    }

    @Test
    void nothingIsToldOfAnOfferThatWasAnsweredMeanwhile() {
        var customer = offeredAndNotTold();
        assertThat(await(waitlist.decline(SalonLupita.business(), customer, offer(), AlongsideEntry.nothing())))
                .isEqualTo(new AnswerOutcome.Declined());
        toldAgain();
        assertThat(tono.notices()).isEmpty();
    }

    @Test
    void nothingIsToldOfAnOfferThatRanOutMeanwhile() {
        var customer = offeredAndNotTold();
        yume.clock().tick(Duration.ofMinutes(15));
        toldAgain();
        assertThat(tono.notices()).isEmpty();
        assertThat(await(waitlist.of(SalonLupita.business(), customer))).singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(EntryStatus.WAITING));
    }

    /** As when whoever tells was too busy. */
    private PersonId offeredAndNotTold() {
        booked("mañana");
        var customer = waits(at(1, 17, 0));
        yume.superuser().execute("""
                create function forget_offers() returns trigger language plpgsql as
                $$ begin return case when new.kind = 'waitlist.offered' then null else new end; end $$;
                create trigger forget_offers before insert on job for each row execute function forget_offers()""");
        cancelled();
        yume.superuser().execute("drop trigger forget_offers on job; drop function forget_offers");
        assertThat(count("select count(*) from waitlist_offer where status = 'open'")).isOne();
        return customer;
    }

    private Phone secondInLine() {
        var lalo = yume.phone(LALO);
        lalo.says("hola");
        booked("mañana");
        waits(at(1, 17, 0));
        yume.clock().tick(Duration.ofSeconds(1));
        joined(person(LALO), at(1, 17, 0));
        return lalo;
    }

    private PersonId offeredOutsideTheWindow() {
        booked("el viernes");
        var customer = waits(at(2, 17, 0));
        yume.clock().tick(Duration.ofHours(25));
        cancelled();
        return customer;
    }

    private void booked(String day) {
        paty.says("quiero un corte " + day + " a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(count("select count(*) from appointment where status = 'confirmed'")).isOne();
    }

    private void cancelled() {
        paty.says("ya no voy a poder, cancela mi cita");
        paty.says("sí");
        assertThat(count("select count(*) from appointment where status = 'cancelled'")).isOne();
    }

    private PersonId waits(ZonedDateTime start) {
        var customer = person(TONO);
        joined(customer, start);
        return customer;
    }

    private void joined(PersonId customer, ZonedDateTime start) {
        var wanted = new Wanted(SalonLupita.CORTE, Optional.of(SalonLupita.BETO));
        var request = new JoinRequest(customer, "Toño Ruiz", SalonLupita.LOCATION, List.of(wanted), start.toLocalDateTime(),
                start.plusMinutes(15).toLocalDateTime(), "simulator");
        assertThat(await(waitlist.join(SalonLupita.business(), request, AlongsideEntry.nothing()))).isInstanceOf(Joined.class);
    }

    private PersonId person(String phone) {
        return new PersonId(id("select person_id from person_identity where kind = 'phone' and value = '" + phone + "'"));
    }

    private OfferId offer() {
        return new OfferId(id("select id from waitlist_offer"));
    }

    private UUID id(String sql) {
        return UUID.fromString(yume.superuser().rows(sql).getFirst().getFirst());
    }

    /** As when its job had been done late, or was done and not seen to be. */
    private void toldAgain() {
        yume.superuser().execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                select organization_id, gen_random_uuid(), 'waitlist.offered', jsonb_build_object('offer', id), '%s',
                       offered_at, offered_at from waitlist_offer""".formatted("simulator"));
        yume.settle();
        assertThat(count("select count(*) from job where kind = 'waitlist.offered'")).isZero();
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }
}
