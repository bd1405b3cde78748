package mx.yume.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Progress;
import mx.yume.conversation.StaleTurn;
import mx.yume.conversation.TraceStep;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.Customers;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Refusal;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** The tools as a model calls them, in whatever order: it is Wednesday 13 January 2027, ten in the morning. */
@QuarkusTest
class CustomerToolsTest {

    private static final Wish CORTE = Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone());

    private static final ZonedDateTime FRIDAY_AT_FIVE = SettableClock.START.plusDays(2).withHour(17);

    @Inject
    CustomerTools tools;

    @Inject
    Errands errands;

    @Inject
    World world;

    @Inject
    Businesses businesses;

    @Inject
    Customers customers;

    private Business business;
    private PersonId paty;
    private ConversationId conversation;
    private Optional<Flow> flow = Optional.empty();

    @BeforeEach
    void patyWrites() {
        world.fresh();
        business = await(businesses.load(SalonLupita.ID)).orElseThrow();
        begin(PersonId.next());
    }

    @Test
    void nothingIsBookedWithoutASummaryAndAYesInALaterTurn() {
        var first = turn("sí, agéndame");
        assertThat(book(first)).isInstanceOf(Booking.NeedsConfirmation.class);
        assertThat(book(first)).isInstanceOf(Booking.NeedsConfirmation.class);
        end(first);
        assertThat(book(turn("¿y el precio?"))).isInstanceOf(Booking.NeedsConfirmation.class);
        assertThat(visits()).isZero();
        assertThat(book(turn("sí"))).isInstanceOf(Booking.Booked.class);
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void aYesBooksNothingElseThanWhatWasShown() {
        var first = turn("quiero un corte");
        book(first);
        end(first);
        var yes = turn("sí");
        assertThat(
                await(tools.bookAppointment(yes, List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE.plusHours(1),
                        Optional.of(SalonLupita.BETO),
                        Optional.of("Paty"))))
                .isInstanceOf(Booking.NeedsConfirmation.class);
        assertThat(book(yes)).isInstanceOf(Booking.NeedsConfirmation.class);
        assertThat(visits()).isZero();
    }

    @Test
    void theSummarySaysWhatItCostsWithThePersonWhoGivesIt() {
        world.execute("update staff_skill set price_centavos = 31000 where staff_id = '%s'".formatted(SalonLupita.BETO));
        var first = turn("quiero un corte con Beto");
        assertThat(((Booking.NeedsConfirmation) book(first)).summary().price()).isEqualTo(Money.pesos(310));
        end(first);
        assertThat(((Booking.Booked) book(turn("sí"))).appointment().price()).isEqualTo(Money.pesos(310));
    }

    @Test
    void whoeverCannotBeBookedOnlineIsNotSaidToLackTheSkill() {
        world.execute("update staff_skill set online = false where staff_id = '%s'".formatted(SalonLupita.BETO));
        business = await(businesses.load(SalonLupita.ID)).orElseThrow();
        var context = turn("quiero un corte con Beto");
        assertThat(await(tools.freeTimes(context, CORTE.settledStaff(SalonLupita.BETO),
                DayReading.of(FRIDAY_AT_FIVE.toLocalDate())))).isInstanceOf(FreeTimes.NotOnline.class);
        assertThat(((Booking.Refused) book(context)).why()).isEqualTo(new Refusal.NotOnline());
        assertThat(await(tools.freeTimes(context, CORTE, DayReading.of(FRIDAY_AT_FIVE.toLocalDate()))))
                .isInstanceOf(FreeTimes.Free.class);
    }

    @Test
    void aPriceThatChangedAfterTheSummaryIsShownBeforeAnythingIsBooked() {
        var first = turn("quiero un corte");
        book(first);
        end(first);
        world.execute("update service set price_centavos = 28000 where name = 'Corte de cabello'");
        var yes = turn("sí");
        assertThat(((Booking.NeedsConfirmation) book(yes)).summary().price()).isEqualTo(Money.pesos(280));
        assertThat(visits()).isZero();
        end(yes);
        assertThat(((Booking.Booked) book(turn("sí"))).appointment().price()).isEqualTo(Money.pesos(280));
    }

    @Test
    void theSameCallTwiceInATurnReturnsTheFirstResult() {
        var yes = confirmed();
        var first = (Booking.Booked) book(yes);
        assertThat(first.repeated()).isFalse();
        var second = (Booking.Booked) book(yes);
        assertThat(second.repeated()).isTrue();
        assertThat(second.appointment()).isEqualTo(first.appointment());
        assertThat(second.appointment().start().getZone()).isEqualTo(FRIDAY_AT_FIVE.getZone());
        assertThat(visits()).isEqualTo(1);
        assertThat(world.count("select count(*) from effect")).isEqualTo(1);
    }

    @Test
    void theSameForSomebodyElseIsAnotherBooking() {
        var yes = confirmed();
        book(yes);
        assertThat(await(tools.bookAppointment(yes, List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE, Optional.of(SalonLupita.ANA),
                Optional.of("Sofía")))).isInstanceOf(Booking.NeedsConfirmation.class);
        end(yes);
        assertThat(await(
                tools.bookAppointment(turn("sí"), List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE, Optional.of(SalonLupita.ANA),
                        Optional.of("Sofía"))))
                .isInstanceOf(Booking.Booked.class);
        assertThat(visits()).isEqualTo(2);
        assertThat(await(customers.person(SalonLupita.ID, paty)).name()).contains("Paty");
    }

    @Test
    void aTurnThatAnotherWorkerHoldsBooksNothing() {
        var yes = confirmed();
        world.execute("update turn set epoch = epoch + 1");
        assertThatThrownBy(() -> book(yes)).isInstanceOf(StaleTurn.class);
        assertThat(visits()).isZero();
        assertThat(await(customers.person(SalonLupita.ID, paty)).name()).isEmpty();
    }

    @Test
    void refusalsCarryAlternativesAndAreNotRecorded() {
        book(confirmed());
        begin(PersonId.next());
        var refused = (Booking.Refused) book(turn("yo también"));
        assertThat(((Refusal.SlotTaken) refused.why()).alternatives()).hasSize(3);
        assertThat(world.count("select count(*) from effect")).isEqualTo(1);
    }

    @Test
    void idsOfOtherTenantsAreNotThere() {
        var turn = turn("hola");
        assertThat(await(
                tools.bookAppointment(turn, List.of(ServiceId.next()), FRIDAY_AT_FIVE, Optional.empty(), Optional.of("Paty"))))
                .isEqualTo(new Booking.Refused(new Refusal.UnknownService()));
        assertThat(await(tools.bookAppointment(turn, List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE, Optional.of(StaffId.next()),
                Optional.of("Paty")))).isEqualTo(new Booking.Refused(new Refusal.CannotServe()));
        assertThat(await(free(turn, ServiceId.next(), 15))).isEqualTo(new FreeTimes.UnknownService());
        assertThat(await(tools.cancelAppointment(turn, AppointmentId.next()))).isEqualTo(new Cancelling.NotFound());
        assertThat(await(tools.rescheduleAppointment(turn, AppointmentId.next(), FRIDAY_AT_FIVE)))
                .isEqualTo(new Moving.NotFound());
    }

    @Test
    void theAppointmentsOfOtherCustomersAreNotThere() {
        var patys = ((Booking.Booked) book(confirmed())).appointment().id();
        begin(PersonId.next());
        var eve = turn("sí");
        assertThat(await(tools.cancelAppointment(eve, patys))).isEqualTo(new Cancelling.NotFound());
        assertThat(await(tools.rescheduleAppointment(eve, patys, FRIDAY_AT_FIVE.plusHours(1))))
                .isEqualTo(new Moving.NotFound());
        assertThat(await(tools.myAppointment(eve, patys))).isEmpty();
        assertThat(await(tools.myAppointments(eve))).isEmpty();
    }

    @Test
    void aNameIsNeededAndOnlyARealOneWillDo() {
        var turn = turn("hola");
        for (var name : List.of(Optional.<String>empty(), Optional.of("   "), Optional.of("12345"),
                Optional.of("x".repeat(81)))) {
            assertThat(await(tools.bookAppointment(turn, List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE, Optional.empty(), name)))
                    .isEqualTo(new Booking.NameMissing());
        }
        assertThat(await(tools.updateMyInfo(turn, "\n\t"))).isEqualTo(new NameUpdate.NotAName());
        assertThat(await(tools.updateMyInfo(turn, " Paty\u202E \nLópez ")))
                .isEqualTo(new NameUpdate.Stored("Paty López", false));
        assertThat(await(tools.updateMyInfo(turn, "Paty López"))).isEqualTo(new NameUpdate.Stored("Paty López", true));
        assertThat(await(customers.person(SalonLupita.ID, paty)).name()).contains("Paty López");
    }

    @Test
    void freeTimesAreToldAndKeptForTheOtherAssistant() {
        var turn = turn("hola");
        assertThat(await(free(turn, SalonLupita.CORTE, 15))).isInstanceOfSatisfying(FreeTimes.Free.class,
                free -> assertThat(free.slots()).isNotEmpty());
        assertThat(errands.draft(turn).wish().services()).containsExactly(SalonLupita.CORTE);
        assertThat(errands.draft(turn).wish().day()).isPresent();
        assertThat(turn.turn().progress().activeFlow().orElseThrow().state()).isEqualTo(FlowState.COLLECTING_DATETIME);
        assertThat(turn.turn().progress().trace()).extracting(TraceStep::kind).contains("tool");
    }

    @Test
    void aDayWithoutFreeTimesComesWithTheNearest() {
        var turn = turn("hola");
        assertThat(await(free(turn, SalonLupita.CORTE, 17))).isInstanceOfSatisfying(FreeTimes.Full.class,
                full -> assertThat(full.nearest()).hasSize(3));
        assertThat(await(
                tools.checkAvailability(turn, List.of(SalonLupita.CORTE), LocalDate.of(2028, 1, 1), LocalDate.of(2027, 1, 1),
                        Optional.empty())))
                .isEqualTo(new FreeTimes.BeyondHorizon(LocalDate.of(2027, 3, 14)));
        assertThat(await(
                tools.checkAvailability(turn, List.of(SalonLupita.BARBA), LocalDate.of(2027, 1, 15), LocalDate.of(2027, 1, 15),
                        Optional.of(SalonLupita.ANA))))
                .isInstanceOf(FreeTimes.CannotServe.class);
        assertThat(await(
                tools.checkAvailability(turn, List.of(SalonLupita.CORTE), LocalDate.of(2020, 1, 1), LocalDate.of(2027, 1, 14),
                        Optional.empty())))
                .isInstanceOf(FreeTimes.Free.class);
        assertThat(await(tools.whyNot(turn, CORTE, FRIDAY_AT_FIVE.withHour(5), Optional.empty())))
                .containsInstanceOf(Refusal.OutsideHours.class);
    }

    @Test
    void whatIsKnownOfTheBusinessIsTold() {
        var turn = turn("hola");
        assertThat(tools.listServices(turn)).hasSize(8);
        assertThat(tools.businessInfo(turn).publicName()).isEqualTo("Salón Lupita");
    }

    @Test
    void movingNeedsItsOwnYesAndHappensOnce() {
        var visit = booked();
        var ask = turn("mueve mi cita una hora");
        var later = FRIDAY_AT_FIVE.plusHours(1);
        assertThat(await(tools.rescheduleAppointment(ask, visit.id(), later))).isInstanceOf(Moving.NeedsConfirmation.class);
        assertThat(await(tools.rescheduleAppointment(ask, visit.id(), FRIDAY_AT_FIVE))).isInstanceOf(Moving.SameTime.class);
        end(ask);
        var yes = turn("sí");
        assertThat(await(tools.rescheduleAppointment(yes, visit.id(), later))).isInstanceOfSatisfying(Moving.Moved.class,
                moved -> assertThat(moved.repeated()).isFalse());
        assertThat(await(tools.rescheduleAppointment(yes, visit.id(), later))).isInstanceOfSatisfying(Moving.Moved.class,
                moved -> {
                    assertThat(moved.repeated()).isTrue();
                    assertThat(moved.before().start()).isEqualTo(FRIDAY_AT_FIVE);
                    assertThat(moved.after().start()).isEqualTo(later);
                });
        assertThat(await(tools.rescheduleAppointment(yes, visit.id(), later.withHour(3)))).isInstanceOf(Moving.Refused.class);
    }

    @Test
    void cancellingNeedsItsOwnYesAndHappensOnce() {
        var visit = booked();
        var ask = turn("cancela mi cita");
        assertThat(await(tools.cancelAppointment(ask, visit.id()))).isInstanceOf(Cancelling.NeedsConfirmation.class);
        end(ask);
        var yes = turn("sí");
        assertThat(await(tools.cancelAppointment(yes, visit.id()))).isInstanceOfSatisfying(Cancelling.Cancelled.class,
                cancelled -> assertThat(cancelled.repeated()).isFalse());
        assertThat(await(tools.cancelAppointment(yes, visit.id()))).isInstanceOfSatisfying(Cancelling.Cancelled.class,
                cancelled -> assertThat(cancelled.repeated()).isTrue());
        end(yes);
        assertThat(await(tools.cancelAppointment(turn("sí"), visit.id()))).isInstanceOf(Cancelling.AlreadyCancelled.class);
        assertThat(await(tools.rescheduleAppointment(turn("sí"), visit.id(), FRIDAY_AT_FIVE.plusHours(1))))
                .isInstanceOf(Moving.Changed.class);
    }

    @Test
    void aYesToCancelOneErrandDropsTheOther() {
        var visit = booked();
        var ask = turn("mueve mi cita una hora");
        await(tools.rescheduleAppointment(ask, visit.id(), FRIDAY_AT_FIVE.plusHours(1)));
        await(tools.cancelAppointment(ask, visit.id()));
        assertThat(ask.turn().progress().activeFlow()).hasValueSatisfying(active -> {
            assertThat(active.kind()).isEqualTo(FlowKind.CANCEL);
            assertThat(active.state()).isEqualTo(FlowState.CONFIRMING_CANCELLATION);
        });
        assertThat(ask.turn().progress().trace()).extracting(TraceStep::detail).contains("MODIFY → DROPPED");
    }

    private Appointment booked() {
        var yes = confirmed();
        var appointment = ((Booking.Booked) book(yes)).appointment();
        end(yes);
        return appointment;
    }

    /** A turn that says yes to the summary of a haircut with Beto on Friday at five. */
    private ToolContext confirmed() {
        var first = turn("quiero un corte");
        assertThat(book(first)).isInstanceOf(Booking.NeedsConfirmation.class);
        end(first);
        return turn("sí");
    }

    private Booking book(ToolContext context) {
        return await(tools.bookAppointment(context, List.of(SalonLupita.CORTE), FRIDAY_AT_FIVE, Optional.of(SalonLupita.BETO),
                Optional.of("Paty")));
    }

    private Uni<FreeTimes> free(ToolContext context, ServiceId service, int day) {
        return tools.checkAvailability(context, List.of(service), LocalDate.of(2027, 1, day), LocalDate.of(2027, 1, day),
                Optional.empty());
    }

    private void begin(PersonId person) {
        paty = person;
        conversation = ConversationId.next();
        flow = Optional.empty();
        world.execute("""
                insert into person (organization_id, id, created_at) values ('%1$s', '%2$s', now());
                insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                    last_inbound_at) values ('%1$s', '%3$s', '%2$s', 'simulator', 'simulator', 'a', 'b', now())
                """.formatted(SalonLupita.ID, paty, conversation));
    }

    /** A claimed turn of one message. */
    private ToolContext turn(String text) {
        var key = new TurnKey(SalonLupita.ID, conversation, new TurnId(UUID.randomUUID()), 1);
        world.execute("""
                update turn set status = 'done', finished_at = now() where conversation_id = '%2$s';
                insert into turn (organization_id, id, conversation_id, epoch, started_at)
                values ('%1$s', '%3$s', '%2$s', 1, now())""".formatted(SalonLupita.ID, conversation, key.turn()));
        var now = SettableClock.START.toInstant();
        return ToolContext.of(new CustomerTurn(key, Origin.SIMULATOR, business, await(customers.person(SalonLupita.ID, paty)),
                List.of(new Incoming(InboundKind.TEXT, text, Optional.empty(), now)), List.of(), false, now,
                new Progress(flow)));
    }

    /** What the end of a turn keeps for the next. */
    private void end(ToolContext context) {
        flow = context.turn().progress().activeFlow();
    }

    private long visits() {
        return world.count("select count(*) from appointment");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
