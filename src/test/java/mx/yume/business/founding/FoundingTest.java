package mx.yume.business.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Hours;
import mx.yume.business.Permission;
import mx.yume.business.Price;
import mx.yume.business.WeeklyHours;
import mx.yume.business.founding.FoundingOutcome.Founded;
import mx.yume.business.founding.FoundingOutcome.FoundedBefore;
import mx.yume.business.founding.FoundingOutcome.Impossible;
import mx.yume.business.founding.FoundingOutcome.NobodyGives;
import mx.yume.business.founding.FoundingOutcome.PhoneTwice;
import mx.yume.business.founding.FoundingOutcome.Refused;
import mx.yume.business.founding.FoundingOutcome.WorksElsewhere;
import mx.yume.business.founding.FoundingRequest.Colleague;
import mx.yume.business.founding.FoundingRequest.Founder;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.Witness;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class FoundingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PhoneNumber TONOS_PHONE = new PhoneNumber("+526641234567");
    private static final PhoneNumber BRUNOS_PHONE = new PhoneNumber("+526647654321");
    private static final WeeklyHours WEEK = new WeeklyHours(Map.of(
            DayOfWeek.MONDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(14, 0)),
                    new Hours(LocalTime.of(16, 0), LocalTime.of(20, 0))),
            DayOfWeek.SATURDAY, List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(15, 0)))));
    private static final ServiceDraft CORTE = service("Corte", 30, 150);
    private static final ServiceDraft BARBA = service("Barba", 20, 100);

    private final PlainYume yume = PlainYume.fresh();
    private final Founding founding = yume.the(Founding.class);

    @Test
    void aBusinessBeginsWithAllItNeedsToBeBookedAt() {
        var bruno = new Colleague("Bruno", Optional.of(BRUNOS_PHONE), Permission.STAFF, Set.of("Barba"));
        var founded = founded(request("Barbería Don Toño", true, List.of(bruno)));
        var business = business(founded);
        assertThat(founded.slug()).isEqualTo("barberia-don-tono");
        assertThat(business.publicName()).isEqualTo("Barbería Don Toño");
        assertThat(business.location().zone()).isEqualTo(ZoneId.of("America/Tijuana"));
        assertThat(business.location().hours()).isEqualTo(WEEK);
        assertThat(business.services()).extracting(service -> service.name()).containsExactly("Corte", "Barba");
        assertThat(business.services().getFirst().price()).isEqualTo(Price.of(Money.pesos(150)));
        assertThat(business.staff()).extracting(member -> member.name()).containsExactly("Toño Ruiz", "Bruno");
        var owner = business.staff().getFirst();
        assertThat(owner.permission()).isEqualTo(Permission.OWNER);
        assertThat(owner.phone()).contains(TONOS_PHONE);
        assertThat(owner.hoursAt(business.location().id())).isEqualTo(WEEK);
        assertThat(business.skilledIn(business.services().getFirst().id())).extracting(member -> member.name())
                .containsExactly("Toño Ruiz");
        assertThat(business.skilledIn(business.services().getLast().id())).hasSize(2);
        assertThat(yume.superuser().rows("""
                select name, onboarded_at is not null from staff_member where organization_id = '%s' order by position"""
                .formatted(founded.organization()))).containsExactly(List.of("Toño Ruiz", "t"), List.of("Bruno", "f"));
    }

    @Test
    void itAsksForItsNumberInTheSameTransaction() {
        var cause = cause();
        var founded = (Founded) await(founding.found(request("Don Toño", true, List.of()), cause, Witness.none()));
        assertThat(
                yume.superuser().rows("select organization_id, conversation_id, errand_id, origin, status from number_request"))
                .containsExactly(List.of(founded.organization().toString(), cause.conversation().toString(),
                        cause.errand().toString(), "simulator", "requested"));
        assertThat(yume.superuser().rows("select kind, origin from job"))
                .containsExactly(List.of("number.requested", "simulator"));
    }

    @Test
    void anOwnerWhoOnlyManagesIsNotBooked() {
        var ana = new Colleague("Ana", Optional.empty(), Permission.STAFF, Set.of());
        var business = business(founded(request("Uñas Ana", false, List.of(ana))));
        assertThat(business.staff().getFirst().skills()).isEmpty();
        assertThat(business.staff().getFirst().hoursAt(business.location().id())).isEqualTo(WeeklyHours.NONE);
        assertThat(business.staff().getLast().skills()).hasSize(2);
    }

    @Test
    void aViewerOnlyLooks() {
        var contador = new Colleague("Memo", Optional.of(BRUNOS_PHONE), Permission.VIEWER, Set.of());
        var business = business(founded(request("Don Toño", true, List.of(contador))));
        assertThat(business.staff().getLast().skills()).isEmpty();
        assertThat(business.staff().getLast().schedules()).isEmpty();
    }

    @Test
    void anOwnerWithoutAPhoneIsKnownByTheirUserId() {
        var founded = founded(new FoundingRequest("Sin Teléfono", BusinessType.SPA,
                new Founder("Lía", Optional.empty(), Optional.of("MX.123"), true), "", "America/Cancun", List.of(CORTE), WEEK,
                List.of()));
        assertThat(yume.superuser().rows("select phone, user_id from staff_member where organization_id = '%s'"
                .formatted(founded.organization()))).containsExactly(List.of("null", "MX.123"));
        var again = new FoundingRequest("Otro", BusinessType.SPA,
                new Founder("Lía", Optional.empty(), Optional.of("MX.123"), true),
                "", "America/Cancun", List.of(CORTE), WEEK, List.of());
        assertThat(refused(again)).isEqualTo(new WorksElsewhere("Sin Teléfono"));
    }

    @Test
    void aNameThatAnotherHasGetsAnAddressOfItsOwn() {
        assertThat(founded(request("Salón Lupita", TONOS_PHONE)).slug()).isEqualTo("salon-lupita-2");
        assertThat(founded(request("salon lupita!", BRUNOS_PHONE)).slug()).isEqualTo("salon-lupita-3");
        assertThat(founded(request("💈", new PhoneNumber("+525511112222"))).slug()).isEqualTo("negocio");
    }

    @Test
    void addressesRunOutButAreNeverTheSame() {
        for (int at = 2; at <= 9; at++) {
            yume.superuser().execute("""
                    insert into organization (organization_id, name, slug, created_at)
                    values (gen_random_uuid(), 'x', 'salon-lupita-%d', now())""".formatted(at));
        }
        var founded = founded(request("Salón Lupita", TONOS_PHONE));
        assertThat(founded.slug()).isEqualTo("salon-lupita-" + founded.organization());
    }

    @Test
    void oneErrandFoundsOneBusiness() {
        var cause = cause();
        await(founding.found(request("Don Toño", TONOS_PHONE), cause, Witness.none()));
        assertThat(await(founding.found(request("Otro", BRUNOS_PHONE), cause, Witness.none())))
                .isEqualTo(new FoundedBefore("Don Toño"));
        assertThat(businesses()).isEqualTo(2);
    }

    @Test
    void whoeverWorksSomewhereFoundsNothing() {
        assertThat(refused(request("Beto's", SalonLupita.BETOS_PHONE))).isEqualTo(new WorksElsewhere("Salón Lupita"));
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void colleaguesMayWorkElsewhereToo() {
        var beto = new Colleague("Beto", Optional.of(SalonLupita.BETOS_PHONE), Permission.STAFF, Set.of());
        assertThat(business(founded(request("Don Toño", true, List.of(beto)))).staff()).hasSize(2);
    }

    @Test
    void whatOneRoomRefusesUndoesEverything() {
        var long1 = service("Corte", 600, 150);
        var outcome = refused(new FoundingRequest("Don Toño", BusinessType.BARBERSHOP, tonio(true), "", "America/Tijuana",
                List.of(CORTE, long1), WEEK, List.of()));
        assertThat(outcome).isInstanceOfSatisfying(Impossible.class,
                impossible -> assertThat(impossible.sentence()).isEqualTo("Corte: Ya hay un servicio que se llama «Corte»."));
        assertThat(businesses()).isEqualTo(1);
        assertThat(yume.superuser().count("select count(*) from job")).isZero();
        assertThat(yume.superuser().count("select count(*) from number_request")).isZero();
    }

    @Test
    void aZoneThatIsNoneAndANameThatIsTooLongAreExplained() {
        assertThat(refused(new FoundingRequest("Don Toño", BusinessType.BARBERSHOP, tonio(true), "", "America/Macondo",
                List.of(CORTE), WEEK, List.of())).sentence()).isNotBlank();
        assertThat(refused(new FoundingRequest("Don Toño", BusinessType.BARBERSHOP, tonio(true), "", "America/Tijuana",
                List.of(CORTE), WEEK, List.of(new Colleague("x".repeat(81), Optional.empty(), Permission.STAFF, Set.of()))))
                .sentence()).contains("80");
        assertThat(businesses()).isEqualTo(1);
    }

    @Test
    void incompleteRequestsSayWhatIsMissing() {
        assertThat(refused(request(" ", TONOS_PHONE)).sentence()).contains("nombre del negocio");
        assertThat(refused(
                new FoundingRequest("A", BusinessType.SPA, new Founder(" ", Optional.of(TONOS_PHONE), Optional.empty(), true),
                        "", "America/Tijuana", List.of(CORTE), WEEK, List.of()))
                .sentence()).isEqualTo("Falta tu nombre.");
        assertThat(refused(new FoundingRequest("A", BusinessType.SPA, tonio(true), "", "America/Tijuana", List.of(), WEEK,
                List.of())).sentence()).contains("servicio");
        assertThat(refused(new FoundingRequest("A", BusinessType.SPA, tonio(true), "", "America/Tijuana", List.of(CORTE),
                new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of())), List.of())).sentence()).contains("horarios");
        assertThat(refused(new FoundingRequest("A", BusinessType.SPA, tonio(true), "", "America/Tijuana", List.of(CORTE),
                new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of(new Hours(LocalTime.NOON, LocalTime.NOON)))), List.of()))
                .sentence()).contains("12:00 p.m.");
    }

    @Test
    void twoOfTheTeamCannotHaveOnePhone() {
        var bruno = new Colleague("Bruno", Optional.of(TONOS_PHONE), Permission.STAFF, Set.of());
        assertThat(refused(request("Don Toño", true, List.of(bruno)))).isEqualTo(new PhoneTwice("Toño Ruiz", "Bruno"));
    }

    @Test
    void aServiceThatNobodyGivesIsNotSold() {
        var bruno = new Colleague("Bruno", Optional.empty(), Permission.STAFF, Set.of("Barba"));
        assertThat(refused(request("Don Toño", false, List.of(bruno)))).isEqualTo(new NobodyGives("Corte"));
        assertThat(refused(request("Don Toño", false, List.of()))).isEqualTo(new NobodyGives("Corte"));
    }

    @Test
    void whatTheWitnessCannotRecordDidNotHappen() {
        var witness = new Witness<FoundingOutcome>() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<Void> after(SqlConnection connection, FoundingOutcome outcome) {
                return Uni.createFrom().failure(new IllegalStateException("the power went out"));
            }
        };
        assertThatThrownBy(() -> await(founding.found(request("Don Toño", TONOS_PHONE), cause(), witness)))
                .hasMessageContaining("the power went out");
        assertThat(businesses()).isEqualTo(1);
    }

    private Founded founded(FoundingRequest request) {
        return (Founded) await(founding.found(request, cause(), Witness.none()));
    }

    private Refused refused(FoundingRequest request) {
        return (Refused) await(founding.found(request, cause(), Witness.none()));
    }

    private Business business(Founded founded) {
        return await(yume.the(Businesses.class).load(founded.organization())).orElseThrow();
    }

    /** Besides Yume's own. */
    private long businesses() {
        return yume.superuser().count("select count(*) - 1 from organization");
    }

    private static FoundingCause cause() {
        return new FoundingCause(UUID.randomUUID(), UUID.randomUUID(), "simulator");
    }

    private static FoundingRequest request(String name, PhoneNumber phone) {
        return new FoundingRequest(name, BusinessType.BARBERSHOP,
                new Founder("Toño Ruiz", Optional.of(phone), Optional.empty(), true),
                "Tijuana, Baja California", "America/Tijuana", List.of(CORTE, BARBA), WEEK, List.of());
    }

    private static FoundingRequest request(String name, boolean ownerServes, List<Colleague> colleagues) {
        return new FoundingRequest(name, BusinessType.BARBERSHOP, tonio(ownerServes), "Tijuana, Baja California",
                "America/Tijuana", List.of(CORTE, BARBA), WEEK, colleagues);
    }

    private static Founder tonio(boolean serves) {
        return new Founder("Toño Ruiz", Optional.of(TONOS_PHONE), Optional.empty(), serves);
    }

    private static ServiceDraft service(String name, int minutes, int pesos) {
        return ServiceDraft.of(name, Duration.ofMinutes(minutes), Price.of(Money.pesos(pesos)), Optional.empty());
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
