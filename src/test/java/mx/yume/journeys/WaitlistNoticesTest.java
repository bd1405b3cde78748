package mx.yume.journeys;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
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
import mx.yume.testing.FakeTwilio;
import mx.yume.testing.SalonLupita;

/** One cancels in the chat, and another who waits for that time hears of it at once. */
@QuarkusTest
class WaitlistNoticesTest {

    private static final String PATY = "+525511112222";
    private static final String TONO = "+525511113333";

    @Inject
    Yume yume;
    @Inject
    FakeTwilio twilio;
    @Inject
    Waitlist waitlist;

    private Chat paty;
    private Chat tono;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        twilio.reset();
        paty = Chat.withSalon(yume, new TwilioDoor(), PATY);
        tono = Chat.withSalon(yume, new TwilioDoor(), TONO);
        tono.says("hola");
    }

    @Test
    void whoWaitsIsToldOnceOfTheTimeThatIsHeldForThem() {
        booked("mañana");
        var customer = waits(at(1, 17, 0));
        assertThat(notices()).isEmpty();
        cancelled();
        assertThat(notices()).hasSize(1);
        assertThat(notices().getFirst().getFirst()).endsWith("5511113333");
        assertThat(notices().getFirst().getLast()).startsWith("🎉 ¡Se liberó un lugar!").contains("Corte de cabello",
                "jueves 14 de enero, 5:00 p.m., con Beto", "Te lo guardo 15 min; responde para agendarlo.");
        toldAgain();
        assertThat(notices()).as("however often it is its turn").hasSize(1);
        assertThat(await(waitlist.accept(SalonLupita.business(), customer, offer(), Alongside.nothing())))
                .isInstanceOf(AnswerOutcome.Booked.class);
    }

    @Test
    void whenTheFirstLetsItPassTheNextIsTold() {
        var lalo = Chat.withSalon(yume, new TwilioDoor(), "+525511114444");
        lalo.says("hola");
        booked("mañana");
        waits(at(1, 17, 0));
        yume.tick(Duration.ofSeconds(1));
        joined(person("+525511114444"), at(1, 17, 0));
        cancelled();
        assertThat(notices()).extracting(List::getFirst).singleElement().asString().endsWith("5511113333");
        yume.tick(Duration.ofMinutes(15));
        yume.settle();
        assertThat(notices()).hasSize(2);
        assertThat(notices().getLast().getFirst()).endsWith("5511114444");
        assertThat(notices().getLast().getLast()).contains("jueves 14 de enero, 5:00 p.m., con Beto");
    }

    @Test
    void outsideTheirWindowNobodyIsWrittenToAndTheTimeIsHeldForThemAllTheSame() {
        offeredOutsideTheWindow();
        assertThat(notices()).isEmpty();
        assertThat(yume.count("select count(*) from waitlist_offer where status = 'open'")).isOne();
        assertThat(yume.count("select count(*) from job where kind = 'waitlist.offered'")).isZero();
        tono.says("hola");
        toldAgain();
        assertThat(notices()).as("it was the window").hasSize(1);
    }

    @Test
    void nothingIsToldOfAnOfferThatWasAnsweredMeanwhile() {
        var customer = offeredOutsideTheWindow();
        assertThat(await(waitlist.decline(SalonLupita.business(), customer, offer(), AlongsideEntry.nothing())))
                .isEqualTo(new AnswerOutcome.Declined());
        tono.says("hola");
        toldAgain();
        assertThat(notices()).isEmpty();
    }

    @Test
    void nothingIsToldOfAnOfferThatRanOutMeanwhile() {
        var customer = offeredOutsideTheWindow();
        yume.tick(Duration.ofMinutes(15));
        tono.says("hola");
        toldAgain();
        assertThat(notices()).isEmpty();
        assertThat(await(waitlist.of(SalonLupita.business(), customer))).singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(EntryStatus.WAITING));
    }

    private PersonId offeredOutsideTheWindow() {
        booked("el viernes");
        var customer = waits(at(2, 17, 0));
        yume.tick(Duration.ofHours(25));
        cancelled();
        return customer;
    }

    private void booked(String day) {
        paty.says("quiero un corte " + day + " a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(yume.count("select count(*) from appointment where status = 'confirmed'")).isOne();
    }

    private void cancelled() {
        paty.says("ya no voy a poder, cancela mi cita");
        paty.says("sí");
        assertThat(yume.count("select count(*) from appointment where status = 'cancelled'")).isOne();
    }

    private PersonId waits(ZonedDateTime start) {
        var customer = person(TONO);
        joined(customer, start);
        return customer;
    }

    private void joined(PersonId customer, ZonedDateTime start) {
        var wanted = new Wanted(SalonLupita.CORTE, Optional.of(SalonLupita.BETO));
        var request = new JoinRequest(customer, "Toño Ruiz", SalonLupita.LOCATION, List.of(wanted), start.toLocalDateTime(),
                start.plusMinutes(15).toLocalDateTime(), new TwilioDoor().origin());
        assertThat(await(waitlist.join(SalonLupita.business(), request, AlongsideEntry.nothing()))).isInstanceOf(Joined.class);
    }

    private PersonId person(String phone) {
        return new PersonId(id("select person_id from person_identity where kind = 'phone' and value = '" + phone + "'"));
    }

    private OfferId offer() {
        return new OfferId(id("select id from waitlist_offer"));
    }

    private UUID id(String sql) {
        return UUID.fromString(yume.rows(sql).getFirst().getFirst());
    }

    /** As when its job had been done late, or was done and not seen to be. */
    private void toldAgain() {
        yume.execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                select organization_id, gen_random_uuid(), 'waitlist.offered', jsonb_build_object('offer', id), '%s',
                       offered_at, offered_at from waitlist_offer""".formatted(new TwilioDoor().origin()));
        yume.settle();
        assertThat(yume.count("select count(*) from job where kind = 'waitlist.offered'")).isZero();
    }

    /** To whom and what, but no replies. */
    private List<List<String>> notices() {
        return yume.rows("select person_address, content ->> 'body' from outbox where turn_id is null order by sequence");
    }
}
