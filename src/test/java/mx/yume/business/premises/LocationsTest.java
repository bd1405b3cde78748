package mx.yume.business.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.SpecialDays;
import mx.yume.business.WeeklyHours;
import mx.yume.business.premises.PremisesOutcome.BadAddress;
import mx.yume.business.premises.PremisesOutcome.BadGrid;
import mx.yume.business.premises.PremisesOutcome.BadHorizon;
import mx.yume.business.premises.PremisesOutcome.BadName;
import mx.yume.business.premises.PremisesOutcome.BadNotice;
import mx.yume.business.premises.PremisesOutcome.BadZone;
import mx.yume.business.premises.PremisesOutcome.Changed;
import mx.yume.business.premises.PremisesOutcome.Incomplete;
import mx.yume.business.premises.PremisesOutcome.LastLocation;
import mx.yume.business.premises.PremisesOutcome.LocationDone;
import mx.yume.business.premises.PremisesOutcome.NameTaken;
import mx.yume.business.premises.PremisesOutcome.Ordered;
import mx.yume.business.premises.PremisesOutcome.TooMany;
import mx.yume.business.premises.PremisesOutcome.UnknownLocation;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class LocationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocationId MAIN = SalonLupita.LOCATION;
    private static final String TIJUANA = "America/Tijuana";

    private final PlainYume yume = PlainYume.fresh();
    private final Locations locations = yume.the(Locations.class);

    @Test
    void aLocationIsAddedAfterTheOthersClosedAsYet() {
        var draft = new LocationDraft(" Lupita  Norte ", " Calle 5,\n Centro ", Duration.ofMinutes(20), Duration.ofHours(3), 90,
                false);
        var added = (LocationDone) await(locations.add(SalonLupita.ID, draft, TIJUANA));
        assertThat(salon().locations().getLast()).isEqualTo(new Location(added.location(), "Lupita Norte", "Calle 5, Centro",
                ZoneId.of(TIJUANA), WeeklyHours.NONE, SpecialDays.NONE, Duration.ofMinutes(20), Duration.ofHours(3), 90,
                false));
        assertThat(salon().location().id()).isEqualTo(MAIN);
    }

    @Test
    void aLocationIsChangedButForItsZoneAndHours() {
        var before = salon().location();
        assertThat(await(locations.change(SalonLupita.ID, MAIN, 0, LocationDraft.of(before))))
                .isEqualTo(new LocationDone(MAIN, 1));
        assertThat(salon().location()).isEqualTo(before);
        var draft = new LocationDraft("Lupita Centro", "", Duration.ofMinutes(30), Duration.ZERO, 30, false);
        assertThat(await(locations.change(SalonLupita.ID, MAIN, 1, draft))).isEqualTo(new LocationDone(MAIN, 2));
        assertThat(salon().location()).isEqualTo(new Location(MAIN, "Lupita Centro", "", before.zone(), before.hours(),
                before.specialDays(), Duration.ofMinutes(30), Duration.ZERO, 30, false));
    }

    @Test
    void itsZoneIsChangedInTheCallersTransaction() {
        assertThat(setZone(SalonLupita.ID, MAIN, 0, TIJUANA)).isEqualTo(new LocationDone(MAIN, 1));
        assertThat(salon().location().zone()).isEqualTo(ZoneId.of(TIJUANA));
        assertThat(setZone(SalonLupita.ID, MAIN, 0, "America/Cancun")).isEqualTo(new Changed(1));
        assertThat(setZone(SalonLupita.ID, MAIN, 1, "Tijuana")).isEqualTo(new BadZone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mexico City", "America/Mexico", "america/mexico_city", "UTC", "GMT", "-06:00", "UTC-6", "Z",
            "Etc/GMT+6", "CST6CDT", "America/Mexico_City "})
    void aZoneIsARegionOfTheIanaDatabase(String zone) {
        assertThat(LocationCheck.zone(zone)).contains(new BadZone());
        assertThat(await(locations.add(SalonLupita.ID, LocationDraft.of("Norte", ""), zone))).isEqualTo(new BadZone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Mexico_City", "America/Tijuana", "America/Ciudad_Juarez", "America/Ojinaga",
            "America/Matamoros", "America/Cancun", "America/Hermosillo"})
    void mexicosZonesAreKnown(String zone) {
        assertThat(LocationCheck.zone(zone)).isEmpty();
    }

    @Test
    void everyFieldHasItsBounds() {
        assertThat(change("a".repeat(121), "", 15, 30, 60)).isEqualTo(new BadName(120));
        assertThat(change("\t", "", 15, 30, 60)).isEqualTo(new BadName(120));
        assertThat(change("Centro", "a".repeat(301), 15, 30, 60)).isEqualTo(new BadAddress());
        for (int grid : new int[]{-15, 0, 4, 121}) {
            assertThat(change("Centro", "", grid, 30, 60)).isEqualTo(new BadGrid());
        }
        assertThat(change("Centro", "", 15, -1, 60)).isEqualTo(new BadNotice());
        assertThat(change("Centro", "", 15, 20161, 60)).isEqualTo(new BadNotice());
        for (int horizon : new int[]{-1, 0, 366}) {
            assertThat(change("Centro", "", 15, 30, horizon)).isEqualTo(new BadHorizon());
        }
        assertThat(change("Centro", "", 5, 0, 1)).isEqualTo(new LocationDone(MAIN, 1));
    }

    private PremisesOutcome change(String name, String address, int grid, int notice, int horizon) {
        return await(locations.change(SalonLupita.ID, MAIN, 0,
                new LocationDraft(name, address, Duration.ofMinutes(grid), Duration.ofMinutes(notice), horizon, true)));
    }

    @Test
    void aNameIsTakenWhateverItsCaseUnlessItsLocationIsClosed() {
        var norte = add("Norte");
        assertThat(await(locations.add(SalonLupita.ID, LocationDraft.of("NORTE", ""), TIJUANA)))
                .isEqualTo(new NameTaken("Norte"));
        assertThat(await(locations.change(SalonLupita.ID, MAIN, 0, LocationDraft.of("norte", ""))))
                .isEqualTo(new NameTaken("Norte"));
        deactivate(SalonLupita.ID, norte, 0);
        assertThat(await(locations.change(SalonLupita.ID, MAIN, 0, LocationDraft.of("norte", ""))))
                .isInstanceOf(LocationDone.class);
        assertThat(await(locations.reactivate(SalonLupita.ID, norte, 1))).isEqualTo(new NameTaken("norte"));
    }

    @Test
    void theLastLocationCannotBeClosed() {
        assertThat(deactivate(SalonLupita.ID, MAIN, 0)).isEqualTo(new LastLocation());
        var norte = add("Norte");
        assertThat(deactivate(SalonLupita.ID, MAIN, 0)).isEqualTo(new LocationDone(MAIN, 1));
        assertThat(deactivate(SalonLupita.ID, norte, 0)).isEqualTo(new LastLocation());
        assertThat(salon().location().id()).isEqualTo(norte);
        assertThat(await(yume.the(Businesses.class).inventory(SalonLupita.ID)).locations()).filteredOn(one -> !one.active())
                .extracting(one -> one.what().id()).containsExactly(MAIN);
        assertThat(await(locations.reactivate(SalonLupita.ID, MAIN, 1))).isEqualTo(new LocationDone(MAIN, 2));
        assertThat(salon().location()).isEqualTo(SalonLupita.business().location());
    }

    @Test
    void ofTwoThatCloseAtOnceOneStays() {
        var norte = add("Norte");
        var database = yume.the(Database.class);
        var outcomes = await(Uni.join().all(List.of(MAIN, norte).stream().map(id -> database.inTenant(SalonLupita.ID,
                connection -> Locations.deactivate(connection, SalonLupita.ID, id, 0))).toList()).andFailFast());
        assertThat(outcomes).filteredOn(new LastLocation()::equals).hasSize(1);
        assertThat(salon().locations()).hasSize(1);
    }

    @Test
    void locationsAreReorderedWholeTheFirstIsTheMainOne() {
        var norte = add("Norte");
        assertThat(await(locations.reorder(SalonLupita.ID, List.of(norte, MAIN)))).isEqualTo(new Ordered());
        assertThat(salon().location().id()).isEqualTo(norte);
        assertThat(await(locations.reorder(SalonLupita.ID, List.of(MAIN)))).isEqualTo(new Incomplete());
        assertThat(await(locations.reorder(SalonLupita.ID, List.of(MAIN, LocationId.next()))))
                .isEqualTo(new UnknownLocation());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        add("Norte");
        await(locations.change(SalonLupita.ID, MAIN, 0, LocationDraft.of("Centro", "")));
        assertThat(await(locations.change(SalonLupita.ID, MAIN, 0, LocationDraft.of("Sur", "")))).isEqualTo(new Changed(1));
        assertThat(await(locations.reactivate(SalonLupita.ID, MAIN, 0))).isEqualTo(new Changed(1));
        assertThat(deactivate(SalonLupita.ID, MAIN, 0)).isEqualTo(new Changed(1));
        assertThat(salon().location().name()).isEqualTo("Centro");
    }

    @Test
    void thereIsAnEndToLocations() {
        yume.superuser().execute("""
                insert into location (organization_id, id, name, zone)
                select '%s', gen_random_uuid(), 'Local ' || n, 'America/Mexico_City' from generate_series(2, 50) n"""
                .formatted(SalonLupita.ID));
        assertThat(await(locations.add(SalonLupita.ID, LocationDraft.of("Norte", ""), TIJUANA))).isEqualTo(new TooMany(50));
    }

    @Test
    void anotherTenantsLocationsAreNotFoundAndStayAsTheyAre() {
        var stranger = OrganizationId.YUME;
        assertThat(await(locations.change(stranger, MAIN, 0, LocationDraft.of("Mío", "")))).isEqualTo(new UnknownLocation());
        assertThat(await(locations.reactivate(stranger, MAIN, 0))).isEqualTo(new UnknownLocation());
        assertThat(await(locations.reorder(stranger, List.of(MAIN)))).isEqualTo(new UnknownLocation());
        assertThat(deactivate(stranger, MAIN, 0)).isEqualTo(new UnknownLocation());
        assertThat(setZone(stranger, MAIN, 0, TIJUANA)).isEqualTo(new UnknownLocation());
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    private LocationId add(String name) {
        return ((LocationDone) await(locations.add(SalonLupita.ID, LocationDraft.of(name, ""), TIJUANA))).location();
    }

    private PremisesOutcome deactivate(OrganizationId organization, LocationId location, int seenVersion) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Locations.deactivate(connection, organization, location, seenVersion)));
    }

    private PremisesOutcome setZone(OrganizationId organization, LocationId location, int seenVersion, String zone) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Locations.setZone(connection, organization, location, seenVersion, zone)));
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
