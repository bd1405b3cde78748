package mx.yume.business.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.LocationId;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.premises.PremisesOutcome.BadKind;
import mx.yume.business.premises.PremisesOutcome.BadName;
import mx.yume.business.premises.PremisesOutcome.Changed;
import mx.yume.business.premises.PremisesOutcome.Incomplete;
import mx.yume.business.premises.PremisesOutcome.LocationDone;
import mx.yume.business.premises.PremisesOutcome.NameTaken;
import mx.yume.business.premises.PremisesOutcome.Ordered;
import mx.yume.business.premises.PremisesOutcome.SpotDone;
import mx.yume.business.premises.PremisesOutcome.TooMany;
import mx.yume.business.premises.PremisesOutcome.UnknownLocation;
import mx.yume.business.premises.PremisesOutcome.UnknownSpot;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class SpotsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocationId MAIN = SalonLupita.LOCATION;
    private static final SpotId SILLA_1 = SalonLupita.business().spots().getFirst().id();

    private final PlainYume yume = PlainYume.fresh();
    private final Spots spots = yume.the(Spots.class);

    @Test
    void aSpotIsAddedAfterTheOthersItsKindInSmallLetters() {
        var added = (SpotDone) add(" Cabina  1 ", " CABINA ");
        assertThat(salon().spots().getLast()).isEqualTo(new Spot(added.spot(), MAIN, "Cabina 1", "cabina"));
        assertThat(salon().spots()).hasSize(4);
    }

    @Test
    void nameAndKindAreNeitherEmptyNorTooLong() {
        assertThat(add("", "silla")).isEqualTo(new BadName(80));
        assertThat(add("a".repeat(81), "silla")).isEqualTo(new BadName(80));
        assertThat(add("Silla 3", " ")).isEqualTo(new BadKind());
        assertThat(add("Silla 3", "a".repeat(41))).isEqualTo(new BadKind());
        assertThat(rename(SILLA_1, 0, " ")).isEqualTo(new BadName(80));
    }

    @Test
    void aSpotIsRenamedUnlessAnotherOfTheLocationHasTheName() {
        assertThat(rename(SILLA_1, 0, "SILLA 2")).isEqualTo(new NameTaken("Silla 2"));
        assertThat(add("silla 2", "silla")).isEqualTo(new NameTaken("Silla 2"));
        assertThat(rename(SILLA_1, 0, "silla 1")).isEqualTo(new SpotDone(SILLA_1, 1));
        assertThat(rename(SILLA_1, 0, "Silla uno")).isEqualTo(new Changed(1));
        var norte = norte();
        assertThat(await(spots.add(SalonLupita.ID, norte, "Silla 2", "silla"))).isInstanceOf(SpotDone.class);
        assertThat(salon().spot(SILLA_1).orElseThrow().name()).isEqualTo("silla 1");
    }

    @Test
    void whatASpotIsCalledAndWhatItServesAreChangedTogether() {
        assertThat(change(SILLA_1, 0, " Cabina  1 ", " CABINA ")).isEqualTo(new SpotDone(SILLA_1, 1));
        assertThat(salon().spot(SILLA_1)).contains(new Spot(SILLA_1, MAIN, "Cabina 1", "cabina"));
        assertThat(change(SILLA_1, 1, "cabina 1", "cabina")).as("its own name").isEqualTo(new SpotDone(SILLA_1, 2));
        var kept = salon();
        assertThat(change(SILLA_1, 1, "Silla 9", "silla")).as("as it was before").isEqualTo(new Changed(2));
        assertThat(change(SILLA_1, 2, "silla 2", "silla")).isEqualTo(new NameTaken("Silla 2"));
        assertThat(change(SILLA_1, 2, " ", "silla")).isEqualTo(new BadName(80));
        assertThat(change(SILLA_1, 2, "Silla 9", " ")).isEqualTo(new BadKind());
        assertThat(change(SILLA_1, 2, "Silla 9", "a".repeat(41))).isEqualTo(new BadKind());
        assertThat(change(SpotId.next(), 0, "Silla 9", "silla")).isEqualTo(new UnknownSpot());
        assertThat(await(spots.change(OrganizationId.YUME, SILLA_1, 2, "Mía", "silla"))).isEqualTo(new UnknownSpot());
        assertThat(salon()).isEqualTo(kept);
    }

    private PremisesOutcome change(SpotId spot, int seenVersion, String name, String kind) {
        return await(spots.change(SalonLupita.ID, spot, seenVersion, name, kind));
    }

    @Test
    void spotsAreReorderedWhole() {
        var order = new ArrayList<>(salon().spots().stream().map(Spot::id).toList());
        Collections.reverse(order);
        assertThat(await(spots.reorder(SalonLupita.ID, order))).isEqualTo(new Ordered());
        assertThat(salon().spots()).extracting(Spot::id).isEqualTo(order);
        assertThat(await(spots.reorder(SalonLupita.ID, order.subList(0, 2)))).isEqualTo(new Incomplete());
        assertThat(await(spots.reorder(SalonLupita.ID, List.of(new SpotId(new UUID(4, 4)))))).isEqualTo(new UnknownSpot());
    }

    @Test
    void outOfUseAndBackUnlessItsNameWasGivenAway() {
        assertThat(deactivate(SalonLupita.ID, SILLA_1, 0)).isEqualTo(new SpotDone(SILLA_1, 1));
        assertThat(salon().spot(SILLA_1)).isEmpty();
        assertThat(await(yume.the(Businesses.class).inventory(SalonLupita.ID)).spots()).filteredOn(one -> !one.active())
                .extracting(one -> one.what().id()).containsExactly(SILLA_1);
        assertThat(await(spots.reactivate(SalonLupita.ID, SILLA_1, 0))).isEqualTo(new Changed(1));
        assertThat(await(spots.reactivate(SalonLupita.ID, SILLA_1, 1))).isEqualTo(new SpotDone(SILLA_1, 2));
        assertThat(salon()).isEqualTo(SalonLupita.business());
        deactivate(SalonLupita.ID, SILLA_1, 2);
        add("Silla 1", "silla");
        assertThat(await(spots.reactivate(SalonLupita.ID, SILLA_1, 3))).isEqualTo(new NameTaken("Silla 1"));
    }

    @Test
    void aSpotIsAtALocationInUse() {
        assertThat(await(spots.add(SalonLupita.ID, LocationId.next(), "Silla 3", "silla"))).isEqualTo(new UnknownLocation());
        var norte = norte();
        var spot = ((SpotDone) await(spots.add(SalonLupita.ID, norte, "Silla 3", "silla"))).spot();
        deactivate(SalonLupita.ID, spot, 0);
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> Locations.deactivate(connection, SalonLupita.ID, norte, 0)));
        assertThat(await(spots.reactivate(SalonLupita.ID, spot, 1))).isEqualTo(new UnknownLocation());
        assertThat(await(spots.add(SalonLupita.ID, norte, "Silla 4", "silla"))).isEqualTo(new UnknownLocation());
    }

    @Test
    void thereIsAnEndToTheSpotsOfALocation() {
        yume.superuser().execute("""
                insert into spot (organization_id, id, location_id, name, kind, position)
                select '%s', gen_random_uuid(), '%s', 'Lugar ' || n, 'silla', n from generate_series(4, 100) n"""
                .formatted(SalonLupita.ID, MAIN));
        assertThat(add("Silla 3", "silla")).isEqualTo(new TooMany(100));
        deactivate(SalonLupita.ID, SILLA_1, 0);
        add("Silla 3", "silla");
        assertThat(await(spots.reactivate(SalonLupita.ID, SILLA_1, 1))).isEqualTo(new TooMany(100));
    }

    @Test
    void anotherTenantsSpotsAreNotFoundAndStayAsTheyAre() {
        var stranger = OrganizationId.YUME;
        assertThat(await(spots.add(stranger, MAIN, "Mía", "silla"))).isEqualTo(new UnknownLocation());
        assertThat(await(spots.rename(stranger, SILLA_1, 0, "Mía"))).isEqualTo(new UnknownSpot());
        assertThat(await(spots.reorder(stranger, List.of(SILLA_1)))).isEqualTo(new UnknownSpot());
        assertThat(await(spots.reactivate(stranger, SILLA_1, 0))).isEqualTo(new UnknownSpot());
        assertThat(deactivate(stranger, SILLA_1, 0)).isEqualTo(new UnknownSpot());
        assertThat(deactivate(SalonLupita.ID, new SpotId(new UUID(4, 4)), 0)).isEqualTo(new UnknownSpot());
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    private LocationId norte() {
        return ((LocationDone) await(yume.the(Locations.class).add(SalonLupita.ID, LocationDraft.of("Norte", ""),
                "America/Tijuana"))).location();
    }

    private PremisesOutcome add(String name, String kind) {
        return await(spots.add(SalonLupita.ID, MAIN, name, kind));
    }

    private PremisesOutcome rename(SpotId spot, int seenVersion, String name) {
        return await(spots.rename(SalonLupita.ID, spot, seenVersion, name));
    }

    private PremisesOutcome deactivate(OrganizationId organization, SpotId spot, int seenVersion) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Spots.deactivate(connection, organization, spot, seenVersion)));
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
