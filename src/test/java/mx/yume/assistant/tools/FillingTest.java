package mx.yume.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.testing.SalonLupita;

class FillingTest {

    private static final Instant TOMORROW_AT_FIVE = Instant.parse("2027-01-14T23:00:00Z");
    private static final Wish SETTLED = Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone())
            .start(TOMORROW_AT_FIVE, Turns.NOW.getZone()).settledStaff(SalonLupita.BETO).name("Paty");
    private static final Draft SHOWN = Draft.EMPTY.wish(SETTLED).shown(new Summary.Booking(SalonLupita.CORTE, TOMORROW_AT_FIVE,
            Optional.of(SalonLupita.BETO), "Paty", Money.pesos(250)), UUID.randomUUID());

    @Test
    void oneMessageCanSayEverything() {
        var wish = fill(Draft.EMPTY, FlowState.INITIATED,
                Turns.turn().says("un corte de cabello mañana a las 5 con beto, soy Paty"))
                .wish();
        assertThat(wish.service()).contains(SalonLupita.CORTE);
        assertThat(wish.day()).contains(DayReading.of(LocalDate.of(2027, 1, 14)));
        assertThat(wish.time()).contains(TimeReading.at(LocalTime.of(17, 0)));
        assertThat(wish.staff()).contains(SalonLupita.BETO);
        assertThat(wish.name()).contains("Paty");
    }

    @Test
    void theSameTwiceIsTheSame() {
        var context = Turns.turn().says("un corte de cabello mañana a las 5 con beto, para mi hijo");
        var once = fill(Draft.EMPTY, FlowState.INITIATED, context);
        assertThat(fill(once, FlowState.INITIATED, context)).isEqualTo(once);
        assertThat(once.wish().forOther()).isTrue();
    }

    @Test
    void sayingTheSameAgainKeepsTheSummary() {
        assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("sí, mañana a las 5"))).isEqualTo(SHOWN);
        assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("sí, en la tarde"))).isEqualTo(SHOWN);
    }

    @Test
    void anotherHourKeepsTheDayAndTakesTheSummaryAway() {
        var changed = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("mejor a las 6"));
        assertThat(changed.shown()).isEmpty();
        assertThat(changed.wish().start()).isEmpty();
        assertThat(changed.wish().day()).contains(DayReading.of(LocalDate.of(2027, 1, 14)));
        assertThat(changed.wish().time()).contains(TimeReading.at(LocalTime.of(18, 0)));
    }

    @Test
    void anotherDayKeepsTheHour() {
        var changed = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("mejor el sábado"));
        assertThat(changed.wish().day()).contains(DayReading.of(LocalDate.of(2027, 1, 16)));
        assertThat(changed.wish().time()).contains(TimeReading.at(LocalTime.of(17, 0)));
    }

    @Test
    void anotherServiceOrPersonLooksForTheSameTimeAnew() {
        var service = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("mejor un tinte"));
        assertThat(service.wish().service()).contains(SalonLupita.TINTE);
        assertThat(service.wish().start()).isEmpty();
        assertThat(service.wish().time()).contains(TimeReading.at(LocalTime.of(17, 0)));
        var staff = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("no, con Ana"));
        assertThat(staff.wish().staff()).contains(SalonLupita.ANA);
        assertThat(staff.wish().start()).isEmpty();
        assertThat(staff.shown()).isEmpty();
    }

    @Test
    void aPriceAskedIsNoChangeOfMind() {
        assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("¿cuánto cuesta el tinte?"))).isEqualTo(SHOWN);
        assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("¿a qué hora abren el sábado?")))
                .isEqualTo(SHOWN);
    }

    @Test
    void anHourMeansTheOneOfferedAtThatHour() {
        var turn = Turns.turn().offered(slot("2027-01-14T10:00"), slot("2027-01-15T17:00"));
        var asked = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone()));
        assertThat(fill(asked, FlowState.COLLECTING_DATETIME, turn.says("el de las 5")).wish().start())
                .contains(Instant.parse("2027-01-15T23:00:00Z"));
        assertThat(fill(asked, FlowState.COLLECTING_DATETIME, turn.says("2")).wish().start())
                .contains(Instant.parse("2027-01-15T23:00:00Z"));
        assertThat(fill(asked, FlowState.COLLECTING_DATETIME, turn.says("a las 6")).wish().start()).isEmpty();
    }

    @Test
    void aYesToTheOnlyTimeOfferedTakesIt() {
        var asked = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone()));
        assertThat(fill(asked, FlowState.COLLECTING_DATETIME, Turns.turn().offered(slot("2027-01-15T17:00")).says("sí")).wish()
                .start()).contains(Instant.parse("2027-01-15T23:00:00Z"));
        assertThat(fill(asked, FlowState.COLLECTING_DATETIME, Turns.turn()
                .offered(slot("2027-01-15T17:00"), slot("2027-01-15T18:00")).says("sí"))).isEqualTo(asked);
    }

    @Test
    void aBareNameIsANameOnlyWhereOneWasAskedFor() {
        assertThat(fill(Draft.EMPTY, FlowState.COLLECTING_PERSONAL_INFO, Turns.turn().says("Paty López")).wish().name())
                .contains("Paty López");
        assertThat(fill(Draft.EMPTY, FlowState.COLLECTING_DATETIME, Turns.turn().says("Paty López")).wish().name()).isEmpty();
    }

    @Test
    void aNameAskedForWinsOverTheCourtesyBesideIt() {
        for (var text : new String[]{"Raúl Pérez, gracias", "Raúl Pérez por favor", "hola, soy Raúl Pérez"}) {
            assertThat(fill(Draft.EMPTY, FlowState.COLLECTING_PERSONAL_INFO, Turns.turn().says(text)).wish().name()).as(text)
                    .contains("Raúl Pérez");
        }
        assertThat(fill(Draft.EMPTY, FlowState.COLLECTING_PERSONAL_INFO, Turns.turn().says("gracias")).wish().name()).isEmpty();
    }

    @Test
    void theNameCanBeCorrectedAtTheSummary() {
        var corrected = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("soy Sandy"));
        assertThat(corrected.wish()).isEqualTo(SETTLED.name("Sandy"));
        assertThat(corrected.shown()).isEmpty();
        var known = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().of("Sandra").taps("change:name")).wish();
        assertThat(known.name()).isEmpty();
        assertThat(known.forOther()).isTrue();
    }

    @Test
    void aSecondServiceLeavesTheFirstAndTakesTheSummaryAway() {
        for (var text : new String[]{"también manicure", "sí, y también un manicure", "agrega manicure"}) {
            var context = Turns.turn().says(text);
            var both = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, context);
            assertThat(both.wish()).as(text).isEqualTo(SETTLED);
            assertThat(both.shown()).isEmpty();
            assertThat(Addition.services(context, both.wish())).containsExactly(SalonLupita.CORTE, SalonLupita.MANICURE);
        }
        assertThat(Addition.services(Turns.turn().says("también manicure"), Wish.NOTHING)).isEmpty();
        assertThat(Addition.services(Turns.turn().says("mejor un tinte"), SETTLED)).isEmpty();
    }

    @Test
    void aDayThatDoesNotExistLeavesNothingOfTheOldOne() {
        var wish = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("mejor el 31 de febrero")).wish();
        assertThat(wish.start()).isEmpty();
        assertThat(wish.day()).isEmpty();
        assertThat(wish.time()).isEmpty();
        assertThat(wish.service()).contains(SalonLupita.CORTE);
        assertThat(confirmed(Turns.turn(), "sí, con beto el 31 de febrero")).isFalse();
        assertThat(Turns.turn().says("el 31 de febrero", "perdón, el 15").reading().impossible()).isFalse();
        assertThat(Turns.turn().says("el 31 de febrero", "gracias").reading().impossible()).isTrue();
    }

    @Test
    void whoeverDoubtsHasNotAgreed() {
        for (var text : new String[]{"no se", "no sé", "espera", "déjame pensarlo", "no estoy segura"}) {
            assertThat(confirmed(Turns.turn(), text, "si")).as(text).isFalse();
        }
    }

    @Test
    void whoeverIsCalledLikeTheStaffCanSayTheirName() {
        var wish = fill(Draft.EMPTY, FlowState.COLLECTING_PERSONAL_INFO, Turns.turn().says("Ana")).wish();
        assertThat(wish.name()).contains("Ana");
        assertThat(wish.staff()).isEmpty();
    }

    @Test
    void tapsOfOtherTenantsChangeNothing() {
        for (var id : new String[]{"service:" + UUID.randomUUID(), "staff:" + UUID.randomUUID(), "nonsense", "yes", "no",
                "menu:book"}) {
            assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().taps(id))).isEqualTo(SHOWN);
        }
    }

    @Test
    void changesByTapAskForThatAgain() {
        assertThat(tapped("change").shown()).isEmpty();
        assertThat(tapped("change:time").wish().day()).isEmpty();
        assertThat(tapped("change:service").wish().service()).isEmpty();
        assertThat(tapped("change:staff").wish().staff()).isEmpty();
        assertThat(tapped("change:name").wish().name()).isEmpty();
        assertThat(tapped("staff:any").wish().anyStaff()).isTrue();
        assertThat(tapped("service:" + SalonLupita.BARBA).wish().service()).contains(SalonLupita.BARBA);
        assertThat(tapped("slot:2027-01-15T12:00").wish().start()).contains(Instant.parse("2027-01-15T18:00:00Z"));
    }

    @Test
    void onlyAYesThatSaysNothingElseConfirmsAndOnlyInALaterTurn() {
        assertThat(confirmed(Turns.turn(), "sí")).isTrue();
        assertThat(confirmed(Turns.turn(), "sí, mañana a las 5")).isTrue();
        assertThat(confirmed(Turns.turn(), "sí", "no, espera")).isFalse();
        assertThat(confirmed(Turns.turn(), "no", "bueno sí")).isTrue();
        assertThat(confirmed(Turns.turn(), "sí, pero a las 6")).isFalse();
        assertThat(confirmed(Turns.turn(), "sí", "a las 6")).isFalse();
        assertThat(confirmed(Turns.turn(), "sí, ¿dónde están?")).isFalse();
        assertThat(confirmed(Turns.turn(), "ya no")).isFalse();
        assertThat(confirmed(Turns.turn(), "gracias")).isFalse();
    }

    @Test
    void aSummaryMadeInThisTurnWasNeverSent() {
        var context = Turns.turn().during(FlowKind.BOOKING, FlowState.COLLECTING_PERSONAL_INFO, SHOWN.nothingShown())
                .says("sí");
        Turns.ERRANDS.show(context, FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, SHOWN.nothingShown(),
                SHOWN.shown().orElseThrow().summary());
        assertThat(Turns.ERRANDS.confirmed(context, FlowKind.BOOKING)).isEmpty();
    }

    @Test
    void theYesOfAnotherSummaryIsNone() {
        var turn = Turns.turn().during(FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, SHOWN);
        assertThat(Turns.ERRANDS.confirmed(turn.taps("yes:" + UUID.randomUUID()), FlowKind.BOOKING)).isEmpty();
        assertThat(Turns.ERRANDS.confirmed(turn.taps("yes:" + SHOWN.shown().orElseThrow().turn()), FlowKind.BOOKING))
                .isPresent();
        assertThat(Turns.ERRANDS.confirmed(turn.taps("yes"), FlowKind.CANCEL)).isEmpty();
    }

    @Test
    void aDraftIsTheSameAfterItsJourneyThroughTheDatabase() {
        assertThat(Turns.JSON.read(Turns.JSON.write(SHOWN), Draft.class)).isEqualTo(SHOWN);
        assertThat(Turns.JSON.read(Turns.JSON.write(Draft.EMPTY), Draft.class)).isEqualTo(Draft.EMPTY);
    }

    private static boolean confirmed(Turns turn, String... texts) {
        return Turns.ERRANDS.confirmed(turn.during(FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, SHOWN).says(texts),
                FlowKind.BOOKING).isPresent();
    }

    private static Draft tapped(String id) {
        return fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().taps(id));
    }

    private static Draft fill(Draft draft, FlowState state, ToolContext context) {
        return Filling.fill(draft, context, state);
    }

    private static Option slot(String start) {
        return new Option("slot:" + start, start);
    }
}
