package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.Booking;
import mx.yume.assistant.tools.Cancelling;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Moving;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Effects;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.Memory;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Progress;
import mx.yume.conversation.StaleTurn;
import mx.yume.conversation.Transcripts;
import mx.yume.conversation.TurnId;
import mx.yume.conversation.TurnKey;
import mx.yume.customers.Customers;
import mx.yume.customers.Identities;
import mx.yume.customers.Person;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.CancelOutcome;
import mx.yume.scheduling.MoveOutcome;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;
import mx.yume.scheduling.SlotQuery;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** Another business that has got hold of the salon's real ids can do nothing with them, read or write. */
@QuarkusTest
class OtherTenantTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+525511112222");
    private static final OrganizationId OTHER = new OrganizationId(UUID.fromString("ffffffff-0000-7000-8000-000000000001"));
    private static final ZonedDateTime BOOKED = SettableClock.START.plusDays(1).withHour(17);
    private static final LocalDate THAT_DAY = BOOKED.toLocalDate();

    /** Its ids come after the salon's, so that wherever the first is taken of both, it is the wrong one. */
    private static final String OTHER_ROWS = """
            insert into organization (organization_id, name, slug, created_at)
            values ('@1', 'Spa Otra', 'spa-otra', now());
            insert into location (organization_id, id, name, zone) values ('@1', '@2', 'Spa Otra', 'America/Mexico_City');
            insert into opening_hours (organization_id, location_id, weekday, opens, closes)
            select '@1', '@2', day, '09:00', '21:00' from generate_series(1, 7) as day;
            insert into service (organization_id, id, name, duration_minutes, price_centavos, position)
            values ('@1', '@3', 'Facial', 45, 50000, 0);
            insert into staff_member (organization_id, id, name, permission, position, onboarded_at)
            values ('@1', '@4', 'Zoé', 'owner', 0, now());
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            select '@1', '@4', '@2', day, '09:00', '21:00' from generate_series(1, 7) as day;
            insert into staff_skill (organization_id, staff_id, service_id) values ('@1', '@4', '@3');
            insert into person (organization_id, id, created_at) values ('@1', '@5', now());
            """.replace("@", "ffffffff-0000-7000-8000-00000000000");

    @Inject
    Yume yume;
    @Inject
    Database database;
    @Inject
    Agenda agenda;
    @Inject
    Businesses businesses;
    @Inject
    Customers customers;
    @Inject
    Identities identities;
    @Inject
    Transcripts transcripts;
    @Inject
    Effects effects;
    @Inject
    Memory memory;
    @Inject
    CustomerTools tools;

    private Business other;
    /** What the other would be if its ids could be anybody's: its own id, and everything of the salon's. */
    private Business forged;
    private AppointmentId appointment;
    private PersonId paty;
    private ConversationId conversation;
    private TurnId turn;
    private List<List<String>> salonsRows;

    @BeforeEach
    void theSalonHasAnAppointmentAndTheOtherKnowsItsIds() {
        yume.fresh();
        var chat = Chat.withSalon(yume, new TwilioDoor(), PHONE.e164());
        chat.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        chat.says("sí");
        var ids = yume.rows("""
                select a.id, a.customer_id, t.conversation_id, t.id from appointment a
                join effect e on e.subject_id = a.id join turn t on t.id = e.turn_id
                """).getFirst().stream().map(UUID::fromString).toList();
        appointment = new AppointmentId(ids.get(0));
        paty = new PersonId(ids.get(1));
        conversation = new ConversationId(ids.get(2));
        turn = new TurnId(ids.get(3));
        yume.execute(OTHER_ROWS);
        other = await(businesses.load(OTHER)).orElseThrow();
        var salon = SalonLupita.business();
        forged = new Business(OTHER, other.publicName(), other.slug(), salon.locations(), salon.services(), salon.staff(),
                salon.spots());
        salonsRows = salonsRows();
    }

    @AfterEach
    void nothingOfTheSalonsHasChanged() {
        assertThat(salonsRows()).isEqualTo(salonsRows);
    }

    @Test
    void theSalonItselfFindsItAll() {
        var key = new TurnKey(SalonLupita.ID, conversation, turn, 1);
        assertThat(await(agenda.appointment(SalonLupita.business(), appointment))).isPresent();
        assertThat(await(agenda.upcoming(SalonLupita.business(), paty))).hasSize(1);
        assertThat(await(agenda.slots(SalonLupita.business(), withBeto()))).extracting(Slot::start).doesNotContain(BOOKED);
        assertThat(await(customers.person(SalonLupita.ID, paty)).name()).contains("Paty López");
        assertThat(await(transcripts.find(SalonLupita.ID, PHONE, Origin.REAL))).isPresent();
        assertThat(await(effects.of(key))).hasSize(1);
        assertThat(await(memory.last(new TurnKey(SalonLupita.ID, conversation, TurnId.next(), 1), 20))).hasSize(4);
    }

    @Test
    void aBusinessIsLoadedWithItsOwnThingsAlone() {
        assertThat(other.publicName()).isEqualTo("Spa Otra");
        assertThat(other.location().name()).isEqualTo("Spa Otra");
        assertThat(other.services()).extracting(Service::name).containsExactly("Facial");
        assertThat(other.staff()).extracting(StaffMember::name).containsExactly("Zoé");
        assertThat(other.spots()).isEmpty();
    }

    @Test
    void theAgendaShowsNothingOfAnother() {
        assertThat(await(agenda.appointment(other, appointment))).isEmpty();
        assertThat(await(agenda.upcoming(other, paty))).isEmpty();
        assertThat(await(agenda.slots(other, withBeto()))).isEmpty();
        assertThat(await(agenda.slots(forged, withBeto()))).as("who is busy there is not seen here").extracting(Slot::start)
                .contains(BOOKED);
    }

    @Test
    void theAgendaChangesNothingOfAnother() {
        assertThat(await(agenda.move(forged, paty, appointment, 0, BOOKED.plusHours(1), Alongside.nothing())))
                .isInstanceOf(MoveOutcome.NotFound.class);
        assertThat(await(agenda.cancel(forged, paty, appointment, 0, Alongside.nothing())))
                .isInstanceOf(CancelOutcome.NotFound.class);
        var request = BookingRequest.online(SalonLupita.LOCATION, paty, "Paty López", SalonLupita.CORTE, BOOKED.plusHours(1),
                Optional.of(SalonLupita.BETO));
        assertThat(await(agenda.check(forged, request))).contains(new Refusal.UnknownLocation());
        assertThat(await(agenda.book(forged, request, "real", Alongside.nothing())))
                .isEqualTo(new BookingOutcome.Refused(new Refusal.UnknownLocation()));
        var theirService = BookingRequest.online(other.location().id(), paty, "Paty López", SalonLupita.CORTE,
                BOOKED.plusHours(1), Optional.empty());
        assertThat(await(agenda.book(forged, theirService, "real", Alongside.nothing())))
                .isEqualTo(new BookingOutcome.Refused(new Refusal.UnknownService()));
        var withTheirBeto = BookingRequest.online(other.location().id(), paty, "Paty López", other.services().getFirst().id(),
                BOOKED.plusHours(1),
                Optional.of(SalonLupita.BETO));
        assertThat(await(agenda.book(forged, withTheirBeto, "real", Alongside.nothing())))
                .isEqualTo(new BookingOutcome.Refused(new Refusal.CannotServe()));
        var theirCustomer = BookingRequest.online(other.location().id(), paty, "Paty López", other.services().getFirst().id(),
                BOOKED, Optional.empty());
        assertThatThrownBy(() -> await(agenda.book(other, theirCustomer, "real", Alongside.nothing())))
                .hasMessageContaining("foreign key");
    }

    @Test
    void aPersonOfAnotherIsNotKnownAndNotRenamed() {
        assertThatThrownBy(() -> await(customers.person(OTHER, paty))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> await(database.inTenant(OTHER, c -> customers.rename(c, OTHER, paty, "Robada"))))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theSamePhoneIsAnotherPersonElsewhere() {
        var here = await(database.inTenant(OTHER,
                c -> identities.resolve(c, OTHER, Optional.of(PHONE), Optional.empty(), Optional.empty())));
        assertThat(here).isNotEqualTo(paty);
        assertThat(await(customers.person(OTHER, here)).name()).isEmpty();
        assertThat(await(agenda.upcoming(other, here))).isEmpty();
        assertThat(await(transcripts.find(OTHER, PHONE, Origin.REAL))).isEmpty();
    }

    @Test
    void whatWasSaidAndDoneElsewhereIsNotThere() {
        assertThat(await(transcripts.find(OTHER, PHONE, Origin.REAL))).isEmpty();
        assertThat(await(effects.of(key()))).isEmpty();
        assertThat(await(memory.last(new TurnKey(OTHER, conversation, TurnId.next(), 1), 20))).isEmpty();
    }

    @Test
    void aTurnOfAnotherCannotBeHeld() {
        yume.execute("update turn set status = 'open', finished_at = null, epoch = 1 where id = '%s'".formatted(turn.value()));
        salonsRows = salonsRows();
        await(database.inTenant(SalonLupita.ID, c -> effects.hold(c, new TurnKey(SalonLupita.ID, conversation, turn, 1))));
        assertThatThrownBy(() -> await(database.inTenant(OTHER, c -> effects.hold(c, key())))).isInstanceOf(StaleTurn.class);
    }

    @Test
    void noToolReachesAnother() {
        for (var business : List.of(other, forged)) {
            var context = context(business);
            assertThat(await(tools.myAppointments(context))).isEmpty();
            assertThat(await(tools.myAppointment(context, appointment))).isEmpty();
            assertThat(await(tools.rescheduleAppointment(context, appointment, BOOKED.plusHours(1))))
                    .isInstanceOf(Moving.NotFound.class);
            assertThat(await(tools.cancelAppointment(context, appointment))).isInstanceOf(Cancelling.NotFound.class);
            assertThat(await(tools.bookAppointment(context, List.of(SalonLupita.CORTE), BOOKED.plusHours(1),
                    Optional.of(SalonLupita.BETO), Optional.of("Paty López"))))
                    .isEqualTo(new Booking.Refused(
                            business.equals(forged) ? new Refusal.UnknownLocation() : new Refusal.UnknownService()));
        }
        assertThat(await(tools.bookAppointment(context(other), List.of(other.services().getFirst().id()), BOOKED.plusHours(1),
                Optional.of(SalonLupita.BETO), Optional.of("Paty López"))))
                .isEqualTo(new Booking.Refused(new Refusal.CannotServe()));
        assertThatThrownBy(() -> await(tools.updateMyInfo(context(other), "Robada"))).isInstanceOf(StaleTurn.class);
        assertThat(await(tools.freeTimes(context(other),
                Wish.NOTHING.service(SalonLupita.CORTE, other.location().zone()).settledStaff(SalonLupita.BETO),
                DayReading.of(THAT_DAY))).toString()).doesNotContain("Beto");
    }

    private ToolContext context(Business business) {
        var said = new Incoming(InboundKind.TEXT, "sí", Optional.empty(), SettableClock.START.toInstant());
        return ToolContext.of(new CustomerTurn(key(), Origin.REAL, business, new Person(paty, Optional.of("Paty López"),
                Optional.of(PHONE), Optional.empty(), false), List.of(said), List.of(), false, SettableClock.START.toInstant(),
                new Progress(Optional.empty())));
    }

    /** The salon's turn, said to be the other's. */
    private TurnKey key() {
        return new TurnKey(OTHER, conversation, turn, 1);
    }

    private static SlotQuery withBeto() {
        return SlotQuery.online(SalonLupita.LOCATION, SalonLupita.CORTE, THAT_DAY, THAT_DAY, Optional.of(SalonLupita.BETO));
    }

    /** A fingerprint of every table's rows of the salon. */
    private List<List<String>> salonsRows() {
        return yume
                .rows("""
                        select table_name, (xpath('/row/print/text()', query_to_xml(format(
                            'select md5(string_agg(t::text, '','' order by t::text)) as print from %%I t where organization_id = ''%s''',
                            table_name), true, true, '')))[1]::text
                        from information_schema.columns where table_schema = 'public' and column_name = 'organization_id'
                        order by table_name
                        """
                        .formatted(SalonLupita.ID.value()));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
