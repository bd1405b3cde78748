package mx.yume.business.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Listed;
import mx.yume.business.Price;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.menu.MenuOutcome.Changed;
import mx.yume.business.menu.MenuOutcome.Done;
import mx.yume.business.menu.MenuOutcome.LongerThanAnyDay;
import mx.yume.business.menu.MenuOutcome.NameTaken;
import mx.yume.business.menu.MenuOutcome.NotFound;
import mx.yume.business.menu.MenuOutcome.Ordered;
import mx.yume.business.menu.MenuOutcome.OtherServices;
import mx.yume.business.menu.MenuOutcome.ShorterThanRest;
import mx.yume.business.menu.MenuOutcome.TooMany;
import mx.yume.business.menu.ServiceDraft.Rest;
import mx.yume.platform.Database;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class MenuTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ServiceDraft FACIAL = new ServiceDraft("  Facial   con mascarilla ", Optional.of(" Piel "),
            " Con masaje.\n", Duration.ofMinutes(90), Optional.of(new Rest(Duration.ofMinutes(30), Duration.ofMinutes(20))),
            Duration.ofMinutes(5), Duration.ofMinutes(10), new Price(Money.pesos(600), true), Optional.of(" Cabina "),
            Optional.of(Duration.ofDays(1)));

    private final PlainYume yume = PlainYume.fresh();
    private final Menu menu = yume.the(Menu.class);

    @Test
    void aServiceIsAddedAtTheEndWithAllItHas() {
        var added = (Done) add(FACIAL);
        assertThat(salon().services().getLast()).isEqualTo(new Service(added.service(), "Facial con mascarilla",
                Optional.of("Piel"), "Con masaje.", Duration.ofMinutes(90),
                Optional.of(new Processing(Duration.ofMinutes(30), Duration.ofMinutes(20))), Duration.ofMinutes(5),
                Duration.ofMinutes(10), new Price(Money.pesos(600), true), Optional.of("cabina"),
                Optional.of(Duration.ofDays(1))));
        assertThat(salon().services()).hasSize(9);
    }

    @Test
    void aServiceIsChangedWhole() {
        var change = ServiceDraft.of("Corte", Duration.ofMinutes(40), Price.of(Money.pesos(260)), Optional.empty());
        assertThat(change(SalonLupita.CORTE, 0, change)).isEqualTo(new Done(SalonLupita.CORTE, 1));
        assertThat(salon().service(SalonLupita.CORTE)).contains(
                Service.of(SalonLupita.CORTE, "Corte", Duration.ofMinutes(40), Money.pesos(260), Optional.empty()));
        assertThat(salon().services().getFirst().id()).as("it keeps its place").isEqualTo(SalonLupita.CORTE);
        var before = salon().service(SalonLupita.TINTE).orElseThrow();
        assertThat(change(SalonLupita.TINTE, 0, ServiceDraft.of(before))).isEqualTo(new Done(SalonLupita.TINTE, 1));
        assertThat(salon().service(SalonLupita.TINTE)).contains(before);
    }

    @Test
    void aServiceThatSomebodyElseChangedMeanwhileStays() {
        change(SalonLupita.CORTE, 0, named("Corte nuevo"));
        assertThat(change(SalonLupita.CORTE, 0, named("Otro corte"))).isEqualTo(new Changed(1));
        assertThat(await(menu.reactivate(SalonLupita.ID, SalonLupita.CORTE, 0))).isEqualTo(new Changed(1));
        assertThat(deactivate(SalonLupita.ID, SalonLupita.CORTE, 0)).isEqualTo(new Changed(1));
        assertThat(salon().service(SalonLupita.CORTE)).map(Service::name).contains("Corte nuevo");
    }

    @Test
    void ofTwoChangesAtOnceOneWins() {
        var outcomes = await(Uni.join().all(List.of("Corte A", "Corte B").stream()
                .map(name -> menu.change(SalonLupita.ID, SalonLupita.CORTE, 0, named(name), false)).toList()).andFailFast());
        assertThat(outcomes).containsExactlyInAnyOrder(new Done(SalonLupita.CORTE, 1), new Changed(1));
    }

    @Test
    void aNameIsTakenWhateverItsCaseUnlessItsServiceIsOffTheMenu() {
        assertThat(add(named("TINTE"))).isEqualTo(new NameTaken("Tinte"));
        assertThat(change(SalonLupita.CORTE, 0, named("tinte"))).isEqualTo(new NameTaken("Tinte"));
        assertThat(change(SalonLupita.TINTE, 0, named("TINTE"))).as("its own name").isInstanceOf(Done.class);
        deactivate(SalonLupita.ID, SalonLupita.TINTE, 1);
        assertThat(add(named("Tinte"))).isInstanceOf(Done.class);
        assertThat(await(menu.reactivate(SalonLupita.ID, SalonLupita.TINTE, 2))).isEqualTo(new NameTaken("Tinte"));
        assertThat(add(named("Manicura Ñ"))).isInstanceOf(Done.class);
        assertThat(add(named("manicura ñ"))).isEqualTo(new NameTaken("Manicura Ñ"));
    }

    @Test
    void ofTwoOfOneNameAtOnceOneIsAdded() {
        var outcomes = await(Uni.join().all(IntStream.range(0, 8)
                .mapToObj(each -> menu.add(SalonLupita.ID, named("Facial"), false)).toList()).andFailFast());
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new NameTaken("Facial")::equals).hasSize(7);
    }

    @Test
    void longerThanAnyDayIsAskedAboutOnce() {
        var long11 = lasting(Duration.ofHours(11));
        assertThat(add(long11)).isEqualTo(new LongerThanAnyDay(Duration.ofHours(10)));
        var added = (Done) await(menu.add(SalonLupita.ID, long11, true));
        assertThat(change(added.service(), 0, lasting(Duration.ofHours(12))))
                .isEqualTo(new LongerThanAnyDay(Duration.ofHours(10)));
        assertThat(change(added.service(), 0, lasting(Duration.ofMinutes(630)))).as("shorter than confirmed before")
                .isInstanceOf(Done.class);
        assertThat(add(ServiceDraft.of("Todo el día", Duration.ofHours(10), Price.of(Money.pesos(1)), Optional.empty())))
                .as("the whole day").isInstanceOf(Done.class);
        yume.superuser().execute("delete from opening_hours");
        assertThat(change(SalonLupita.TINTE, 0, ServiceDraft.of("Día de spa", Duration.ofHours(12), Price.of(Money.pesos(1)),
                Optional.empty()))).as("nobody knows yet when it opens").isInstanceOf(Done.class);
    }

    @Test
    void aRestNeverOutlastsSomebodysOwnDuration() {
        yume.superuser().execute("update staff_skill set duration_minutes = 100 where staff_id = '%s' and service_id = '%s'"
                .formatted(SalonLupita.ANA, SalonLupita.TINTE));
        assertThat(change(SalonLupita.TINTE, 0, resting(60, 40))).isEqualTo(new ShorterThanRest("Ana"));
        assertThat(change(SalonLupita.TINTE, 0, resting(60, 39))).isEqualTo(new Done(SalonLupita.TINTE, 1));
    }

    @Test
    void theMenuIsReorderedWhole() {
        var order = new ArrayList<>(salon().services().stream().map(Service::id).toList());
        Collections.reverse(order);
        assertThat(await(menu.reorder(SalonLupita.ID, order))).isEqualTo(new Ordered());
        assertThat(salon().services()).extracting(Service::id).isEqualTo(order);
        assertThat(await(menu.reorder(SalonLupita.ID, order.subList(1, order.size())))).isEqualTo(new OtherServices());
        var twice = new ArrayList<>(order.subList(1, order.size()));
        twice.add(order.getLast());
        assertThat(await(menu.reorder(SalonLupita.ID, twice))).isEqualTo(new OtherServices());
        order.set(0, ServiceId.next());
        assertThat(await(menu.reorder(SalonLupita.ID, order))).isEqualTo(new NotFound());
    }

    @Test
    void offTheMenuAndBackWithItsSkills() {
        assertThat(deactivate(SalonLupita.ID, SalonLupita.TINTE, 0)).isEqualTo(new Done(SalonLupita.TINTE, 1));
        assertThat(salon().service(SalonLupita.TINTE)).isEmpty();
        var listed = await(yume.the(Businesses.class).inventory(SalonLupita.ID)).services();
        assertThat(listed).filteredOn(one -> !one.active()).singleElement().satisfies(one -> {
            assertThat(one.what().id()).isEqualTo(SalonLupita.TINTE);
            assertThat(one.version()).isEqualTo(1);
        });
        assertThat(listed).filteredOn(Listed::active).extracting(Listed::what).isEqualTo(salon().services());
        assertThat(await(menu.reactivate(SalonLupita.ID, SalonLupita.TINTE, 1))).isEqualTo(new Done(SalonLupita.TINTE, 2));
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    @Test
    void aMenuHasAnEnd() {
        yume.superuser().execute("""
                insert into service (organization_id, id, name, duration_minutes, price_centavos, position)
                select '%s', gen_random_uuid(), 'Servicio ' || n, 30, 0, n from generate_series(9, 300) n"""
                .formatted(SalonLupita.ID));
        assertThat(add(named("Uno más"))).isEqualTo(new TooMany());
        deactivate(SalonLupita.ID, SalonLupita.TINTE, 0);
        assertThat(add(named("Uno más"))).isInstanceOf(Done.class);
        assertThat(await(menu.reactivate(SalonLupita.ID, SalonLupita.TINTE, 1))).isEqualTo(new TooMany());
    }

    @Test
    void anotherTenantsServicesAreNotFoundAndStayAsTheyAre() {
        var stranger = OrganizationId.YUME;
        assertThat(await(menu.change(stranger, SalonLupita.CORTE, 0, named("Mío"), true))).isEqualTo(new NotFound());
        assertThat(await(menu.reactivate(stranger, SalonLupita.CORTE, 0))).isEqualTo(new NotFound());
        assertThat(await(menu.reorder(stranger, List.of(SalonLupita.CORTE)))).isEqualTo(new NotFound());
        assertThat(deactivate(stranger, SalonLupita.CORTE, 0)).isEqualTo(new NotFound());
        assertThat(change(ServiceId.next(), 0, named("Nada"))).isEqualTo(new NotFound());
        assertThat(await(yume.the(Businesses.class).inventory(stranger)).services()).isEmpty();
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    private static ServiceDraft named(String name) {
        return ServiceDraft.of(name, Duration.ofMinutes(30), Price.of(Money.pesos(100)), Optional.empty());
    }

    private static ServiceDraft lasting(Duration duration) {
        return ServiceDraft.of("Paquete de novia", duration, Price.of(Money.pesos(5000)), Optional.empty());
    }

    private static ServiceDraft resting(int after, int length) {
        return new ServiceDraft("Tinte", Optional.empty(), "", Duration.ofMinutes(120),
                Optional.of(new Rest(Duration.ofMinutes(after), Duration.ofMinutes(length))), Duration.ZERO, Duration.ZERO,
                Price.of(Money.pesos(900)), Optional.empty(), Optional.empty());
    }

    private MenuOutcome add(ServiceDraft draft) {
        return await(menu.add(SalonLupita.ID, draft, false));
    }

    private MenuOutcome change(ServiceId service, int seenVersion, ServiceDraft draft) {
        return await(menu.change(SalonLupita.ID, service, seenVersion, draft, false));
    }

    private MenuOutcome deactivate(OrganizationId organization, ServiceId service, int seenVersion) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Menu.deactivate(connection, organization, service, seenVersion)));
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
