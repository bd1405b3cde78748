package mx.yume.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.scheduling.Wanted;
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
        assertThat(wish.services()).containsExactly(SalonLupita.CORTE);
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
        assertThat(service.wish().services()).containsExactly(SalonLupita.TINTE);
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
    void aSecondServiceJoinsTheFirstAndTakesTheSummaryAway() {
        for (var text : new String[]{"también manicure", "sí, y también un manicure", "agrega manicure", "y manicure",
                "además quiero un manicure", "súmale manicure"}) {
            var both = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says(text));
            assertThat(both.wish().services()).as(text).containsExactly(SalonLupita.CORTE, SalonLupita.MANICURE);
            assertThat(both.shown()).as(text).isEmpty();
            assertThat(both.wish()).isEqualTo(SETTLED.services(both.wish().services(), Turns.NOW.getZone()));
        }
        assertThat(services("y manicure")).containsExactly(SalonLupita.MANICURE);
        assertThat(fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("sí, también corte de cabello")))
                .isEqualTo(SHOWN);
    }

    @Test
    void severalServicesCanBeSaidAtOnce() {
        assertThat(services("corte de cabello y manicure mañana a las 5")).containsExactly(SalonLupita.CORTE,
                SalonLupita.MANICURE);
        assertThat(services("corte de cabello para mí y manicure")).containsExactly(SalonLupita.CORTE, SalonLupita.MANICURE);
        assertThat(services("un tinte, manicure y pedicure por favor")).containsExactly(SalonLupita.TINTE,
                SalonLupita.MANICURE, SalonLupita.PEDICURE);
        assertThat(services("corte y barba")).containsExactly(SalonLupita.CORTE_Y_BARBA);
        assertThat(services("un corte de cabello sin barba")).containsExactly(SalonLupita.CORTE);
    }

    @Test
    void oneOfSeveralCanBeTakenAwayOrSwappedAndTheRestStays() {
        var both = List.of(SalonLupita.CORTE, SalonLupita.MANICURE);
        var shown = SHOWN.wish(SETTLED.services(both, Turns.NOW.getZone()).start(TOMORROW_AT_FIVE, Turns.NOW.getZone()));
        for (var text : new String[]{"quita el manicure", "sin el manicure", "ya no quiero manicure", "mejor sin manicure"}) {
            assertThat(after(shown, text)).as(text).containsExactly(SalonLupita.CORTE);
        }
        for (var text : new String[]{"cambia el manicure por pedicure", "pedicure en vez de manicure",
                "quita el manicure y agrega pedicure", "no quiero manicure, mejor pedicure"}) {
            assertThat(after(shown, text)).as(text).containsExactly(SalonLupita.CORTE, SalonLupita.PEDICURE);
        }
        assertThat(after(shown, "mejor un tinte")).containsExactly(SalonLupita.TINTE);
        assertThat(after(shown, "quita la barba")).isEqualTo(both);
        assertThat(after(shown, "¿cuánto cuesta el pedicure?")).isEqualTo(both);
    }

    @Test
    void whatIsTappedInAnswerToWhichJoinsWhatIsCertain() {
        var corte = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone()));
        var tap = Turns.turn().taps("service:" + SalonLupita.GELISH);
        assertThat(fill(corte, FlowState.COLLECTING_SERVICE, tap).wish().services()).containsExactly(SalonLupita.CORTE,
                SalonLupita.GELISH);
        assertThat(fill(corte, FlowState.COLLECTING_DATETIME, tap).wish().services()).containsExactly(SalonLupita.GELISH);
    }

    @Test
    void whoeverIsAskedForGivesWhatTheyCan() {
        var both = Wish.NOTHING.services(List.of(SalonLupita.CORTE, SalonLupita.MANICURE), Turns.NOW.getZone());
        assertThat(both.settledStaff(SalonLupita.BETO).wanted(SalonLupita.business())).containsExactly(
                new Wanted(SalonLupita.CORTE, Optional.of(SalonLupita.BETO)), Wanted.of(SalonLupita.MANICURE));
        assertThat(both.settledStaff(SalonLupita.ANA).wanted(SalonLupita.business()))
                .allMatch(wanted -> wanted.staff().equals(Optional.of(SalonLupita.ANA)));
        assertThat(Wish.NOTHING.service(SalonLupita.MANICURE, Turns.NOW.getZone()).settledStaff(SalonLupita.BETO)
                .wanted(SalonLupita.business())).containsExactly(new Wanted(SalonLupita.MANICURE,
                        Optional.of(SalonLupita.BETO)));
    }

    @Test
    void excludedWeekdaysTakeTheDayAndLeaveTheHour() {
        var friday = SETTLED.except(Set.of(DayOfWeek.FRIDAY), Turns.NOW.getZone());
        assertThat(friday.start()).contains(TOMORROW_AT_FIVE);
        assertThat(friday.excludes(LocalDate.of(2027, 1, 15))).isTrue();
        var thursday = SETTLED.except(Set.of(DayOfWeek.THURSDAY), Turns.NOW.getZone());
        assertThat(thursday.start()).isEmpty();
        assertThat(thursday.day()).isEmpty();
        assertThat(thursday.time()).contains(TimeReading.at(LocalTime.of(17, 0)));
        assertThat(thursday.except(Set.of(), Turns.NOW.getZone())).isEqualTo(thursday);
    }

    @Test
    void draftsOfBeforeSeveralServicesAreStillRead() {
        var old = """
                {"wish":{"service":{"value":"%1$s"},"day":{"from":"2027-01-14","to":"2027-01-14","confirm":false},
                 "time":{"from":"17:00:00","to":"17:00:00"},"start":"2027-01-14T23:00:00Z","staff":{"value":"%2$s"},
                 "anyStaff":false,"name":"Paty","forOther":false},"appointment":null,
                 "shown":{"summary":{"type":"booking","service":{"value":"%1$s"},"start":"2027-01-14T23:00:00Z",
                 "staff":{"value":"%2$s"},"name":"Paty","price":{"centavos":25000}},
                 "turn":"00000000-0000-0000-0000-000000000007"},"misunderstandings":0}
                """.formatted(SalonLupita.CORTE, SalonLupita.BETO);
        var draft = Turns.JSON.read(old, Draft.class);
        assertThat(draft.wish()).isEqualTo(SETTLED);
        assertThat(draft.shown()).contains(new Draft.Shown(SHOWN.shown().orElseThrow().summary(), new UUID(0, 7)));
        var nothing = """
                {"wish":{"service":null,"day":null,"time":null,"start":null,"staff":null,"anyStaff":false,"name":null,
                 "forOther":false},"appointment":null,"shown":null,"misunderstandings":1}
                """;
        assertThat(Turns.JSON.read(nothing, Draft.class)).isEqualTo(Draft.EMPTY.misunderstandings(1));
    }

    @Test
    void aDayThatDoesNotExistLeavesNothingOfTheOldOne() {
        var wish = fill(SHOWN, FlowState.CONFIRMING_SUMMARY, Turns.turn().says("mejor el 31 de febrero")).wish();
        assertThat(wish.start()).isEmpty();
        assertThat(wish.day()).isEmpty();
        assertThat(wish.time()).isEmpty();
        assertThat(wish.services()).containsExactly(SalonLupita.CORTE);
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
        assertThat(tapped("change:service").wish().services()).isEmpty();
        assertThat(tapped("change:staff").wish().staff()).isEmpty();
        assertThat(tapped("change:name").wish().name()).isEmpty();
        assertThat(tapped("staff:any").wish().anyStaff()).isTrue();
        assertThat(tapped("service:" + SalonLupita.BARBA).wish().services()).containsExactly(SalonLupita.BARBA);
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

    private static List<ServiceId> services(String text) {
        return fill(Draft.EMPTY, FlowState.INITIATED, Turns.turn().says(text)).wish().services();
    }

    private static List<ServiceId> after(Draft draft, String text) {
        return fill(draft, FlowState.CONFIRMING_SUMMARY, Turns.turn().says(text)).wish().services();
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
