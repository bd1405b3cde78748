package mx.yume.assistant.guided;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.attendance.Attendance;
import mx.yume.scheduling.attendance.VisitOutcome;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** How it was, for whoever came; another one, or a word against it, for whoever is said not to have come. */
class AfterTheVisitByChatTest {

    private static final String PATY = "+525511112222";
    private static final Actor.Staff LUPITA = new Actor.Staff(SalonLupita.LUPITA);

    private final PlainYume yume = PlainYume.fresh();
    private final Attendance attendance = yume.the(Attendance.class);
    private final Phone paty = yume.phone(PATY);

    @BeforeEach
    void patyWasThere() {
        paty.says("quiero un corte hoy a las 5 con beto, soy Paty López");
        paty.says("sí");
        yume.clock().set(at(0, 17, 50));
    }

    @Test
    void anHourAfterTheVisitSheIsAskedOnceAndATapIsEnough() {
        completed();
        assertThat(paty.notices()).as("not at once").isEmpty();
        yume.clock().tick(Duration.ofHours(1));
        yume.settle();
        assertThat(paty.notices()).singleElement().satisfies(prompt -> {
            assertThat(prompt.body()).contains("Corte de cabello", "Salón Lupita", "del 1 al 5");
            assertThat(prompt.titles()).containsExactly("Muy mal", "Mal", "Regular", "Bien", "Excelente");
        });
        assertThat(paty.taps("Excelente").body()).contains("¡Gracias por tu calificación! ⭐⭐⭐⭐⭐",
                "¿Quieres contarnos algo más?");
        assertThat(ratings()).containsExactly(List.of("5", ""));
        assertThat(paty.says("me encantó el corte, Beto es muy amable").body())
                .contains("Le paso tu comentario a Salón Lupita");
        assertThat(ratings()).containsExactly(List.of("5", "me encantó el corte, Beto es muy amable"));
        assertThat(flows("RATING")).containsExactly(List.of("SUBMITTED"));
        assertThat(paty.taps("Muy mal").body()).isEqualTo("Esa visita ya la calificaste. ¡Gracias!");
        assertThat(ratings()).containsExactly(List.of("5", "me encantó el corte, Beto es muy amable"));
    }

    @Test
    void aNumberOrWordsDoAsWellAndNothingNeedBeAdded() {
        prompted();
        assertThat(paty.says("4").body()).contains("⭐⭐⭐⭐");
        assertThat(ratings()).containsExactly(List.of("4", ""));
        assertThat(paty.says("no gracias").body()).isEqualTo("¡Gracias! Que te vaya muy bien.");
        assertThat(flows("RATING")).containsExactly(List.of("SUBMITTED"));
    }

    @Test
    void praiseWithoutANumberAsksForOne() {
        prompted();
        assertThat(paty.says("todo muy bien gracias").body()).contains("Califícala del 1 al 5");
        assertThat(paty.says("5").body()).contains("⭐⭐⭐⭐⭐");
        assertThat(ratings()).containsExactly(List.of("5", ""));
    }

    @Test
    void whatIsNoRatingIsAskedInOtherWordsThenOffersAPerson() {
        prompted();
        paty.says("todo bien");
        assertThat(paty.says("asdf").body()).contains("del 1 al 5");
        assertThat(paty.says("asdf").body()).contains("del 1 al 5");
        assertThat(paty.says("asdf").titles()).containsExactly("Hablar con alguien", "Seguir aquí");
        assertThat(paty.taps("Seguir aquí").body()).contains("Califícala del 1 al 5");
    }

    @Test
    void whoeverWantsSomethingElseThenGetsThat() {
        prompted();
        paty.taps("Bien");
        assertThat(paty.says("quiero agendar otra cita").body()).contains("¿Qué servicio");
        assertThat(ratings()).containsExactly(List.of("4", ""));
    }

    @Test
    void inTheMiddleOfABookingATapRatesAndTheBookingGoesOn() {
        prompted();
        paty.says("quiero un tinte");
        assertThat(paty.taps("Regular").body()).contains("⭐⭐⭐", "Tinte");
        assertThat(ratings()).containsExactly(List.of("3", ""));
        assertThat(flows("BOOKING")).contains(List.of("COLLECTING_DATETIME"));
    }

    @Test
    void whoeverOptedOutOrIsOutsideTheirWindowIsNotAsked() {
        assertThat(paty.says("BAJA").body()).contains("ya no te mando avisos");
        prompted();
        assertThat(paty.notices()).isEmpty();
    }

    @Test
    void whatWasCorrectedMeanwhileIsNotAskedAbout() {
        completed();
        assertThat(await(attendance.noShow(SalonLupita.business(), LUPITA, visit().id(), visit().version(),
                Alongside.nothing()))).isInstanceOf(VisitOutcome.Done.class);
        yume.clock().tick(Duration.ofHours(1));
        yume.settle();
        assertThat(paty.notices()).singleElement().satisfies(notice -> assertThat(notice.body()).contains("No te vimos"));
    }

    @Test
    void whoeverDidNotComeIsOfferedAnotherOnceAndBooksItByATap() {
        missed();
        assertThat(paty.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.body()).contains("No te vimos en tu cita de Corte de cabello",
                    "miércoles 13 de enero, 5:00 p.m.");
            assertThat(notice.titles()).containsExactly("Agendar otra", "Sí fui", "No, gracias");
        });
        assertThat(paty.taps("Agendar otra").body()).contains("Corte de cabello");
        assertThat(flows("BOOKING")).contains(List.of("COLLECTING_DATETIME"));
    }

    @Test
    void whoeverCameSaysSoAndTheOwnerDecides() {
        var lupita = yume.phone("+525510000001");
        lupita.says("hola");
        missed();
        assertThat(paty.taps("Sí fui").body()).contains("ya quedó anotado. Salón Lupita lo va a revisar");
        assertThat(lupita.notices()).last().satisfies(notice -> {
            assertThat(notice.body()).contains("Paty López dice que sí vino", "Corte de cabello con Beto");
            assertThat(notice.titles()).containsExactly("Sí vino", "No vino");
            assertThat(notice.options()).extracting(option -> option.id())
                    .containsExactly("settle:" + visit().id() + ":came", "settle:" + visit().id() + ":upheld");
        });
        assertThat(paty.taps("Sí fui").body()).contains("Ya quedó anotado que sí fuiste");
        assertThat(lupita.taps("Sí vino").body()).contains("sí vino");
        assertThat(yume.superuser().count("select count(*) from appointment where status = 'completed'")).isOne();
        assertThat(paty.notices()).last().satisfies(notice -> assertThat(notice.body()).contains("quedó como que sí fuiste"));
    }

    @Test
    void anOwnerWhoWritesToTheCentralNumberDecidesThere() {
        var central = yume.phone("+525510000001").to(SalonLupita.CENTRAL_NUMBER);
        central.says("hola");
        missed();
        paty.taps("Sí fui");
        assertThat(central.notices()).last()
                .satisfies(notice -> assertThat(notice.body()).contains("Paty López dice que sí vino"));
        assertThat(central.taps("Sí vino").body()).contains("sí vino");
        assertThat(yume.superuser().count("select count(*) from appointment where status = 'completed'")).isOne();
    }

    @Test
    void whoeverCameSaysItInWordsToo() {
        missed();
        assertThat(paty.says("cómo que no, sí fui!").body()).contains("ya quedó anotado", "Salón Lupita lo va a revisar")
                .doesNotContain("pregunté");
    }

    @Test
    void somebodyElsesVisitIsNeitherRatedNorDisputed() {
        prompted();
        var other = yume.phone("+525511113333");
        other.says("hola");
        assertThat(other.taps(paty.offered("Excelente")).body()).isEqualTo("No encontré una visita tuya por calificar.");
        assertThat(ratings()).containsExactly(List.of("", ""));
    }

    private void prompted() {
        completed();
        yume.clock().tick(Duration.ofHours(1));
        yume.settle();
    }

    private void completed() {
        assertThat(await(attendance.complete(SalonLupita.business(), LUPITA, visit().id(), visit().version(),
                Alongside.nothing()))).isInstanceOf(VisitOutcome.Done.class);
        yume.settle();
    }

    private void missed() {
        assertThat(await(attendance.noShow(SalonLupita.business(), LUPITA, visit().id(), visit().version(),
                Alongside.nothing()))).isInstanceOf(VisitOutcome.Done.class);
        yume.clock().tick(Duration.ofHours(1));
        yume.settle();
    }

    private Appointment visit() {
        var id = UUID.fromString(yume.superuser().rows("select id from appointment").getFirst().getFirst());
        return await(yume.the(Agenda.class).appointment(SalonLupita.business(), new AppointmentId(id)))
                .orElseThrow();
    }

    private List<List<String>> ratings() {
        return yume.superuser().rows("select coalesce(rating::text, ''), coalesce(rating_comment, '') from appointment");
    }

    private List<List<String>> flows(String kind) {
        return yume.superuser().rows("select state from flow where kind = '" + kind + "' order by started_at");
    }
}
