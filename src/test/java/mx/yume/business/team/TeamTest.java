package mx.yume.business.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.SpecialDays;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.business.team.TeamOutcome.BadName;
import mx.yume.business.team.TeamOutcome.Changed;
import mx.yume.business.team.TeamOutcome.Done;
import mx.yume.business.team.TeamOutcome.NotFound;
import mx.yume.business.team.TeamOutcome.Ordered;
import mx.yume.business.team.TeamOutcome.OtherPeople;
import mx.yume.business.team.TeamOutcome.OwnerStays;
import mx.yume.business.team.TeamOutcome.PhoneTaken;
import mx.yume.business.team.TeamOutcome.TooMany;
import mx.yume.business.team.TeamOutcome.UnknownSpot;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

class TeamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PhoneNumber PHONE = new PhoneNumber("+525512345678");
    private static final SpotId CHAIR = SalonLupita.business().spots().getFirst().id();

    private final PlainYume yume = PlainYume.fresh();
    private final Team team = yume.the(Team.class);

    @Test
    void somebodyJoinsAtTheEndNotOnboarded() {
        var added = (Done) await(team.add(SalonLupita.ID,
                new StaffDraft(" Dora  Luz ", Optional.of(PHONE), Permission.STAFF, Optional.of(CHAIR))));
        assertThat(salon().staff().getLast()).isEqualTo(new StaffMember(added.staff(), "Dora Luz", Optional.of(PHONE),
                Permission.STAFF, Map.of(), Map.of(), List.of(), Map.of(), Optional.of(CHAIR)));
        assertThat(yume.superuser().count("select count(*) from staff_member where onboarded_at is null and name = 'Dora Luz'"))
                .isOne();
    }

    @Test
    void nameAndPhoneAndPermissionAndSpotAreChangedOneByOne() {
        var newPhone = Optional.of(PHONE);
        assertThat(await(team.rename(SalonLupita.ID, SalonLupita.BETO, 0, " Roberto ")))
                .isEqualTo(new Done(SalonLupita.BETO, 1));
        assertThat(await(team.setPhone(SalonLupita.ID, SalonLupita.BETO, 1, newPhone)))
                .isEqualTo(new Done(SalonLupita.BETO, 2));
        assertThat(await(team.setPermission(SalonLupita.ID, SalonLupita.BETO, 2, Permission.ADMIN)))
                .isEqualTo(new Done(SalonLupita.BETO, 3));
        assertThat(await(team.setDefaultSpot(SalonLupita.ID, SalonLupita.BETO, 3, Optional.of(CHAIR))))
                .isEqualTo(new Done(SalonLupita.BETO, 4));
        var beto = member(SalonLupita.BETO);
        assertThat(beto.name()).isEqualTo("Roberto");
        assertThat(beto.phone()).isEqualTo(newPhone);
        assertThat(beto.permission()).isEqualTo(Permission.ADMIN);
        assertThat(beto.defaultSpot()).contains(CHAIR);
        await(team.setPhone(SalonLupita.ID, SalonLupita.BETO, 4, Optional.empty()));
        await(team.setDefaultSpot(SalonLupita.ID, SalonLupita.BETO, 5, Optional.empty()));
        assertThat(member(SalonLupita.BETO).phone()).isEmpty();
        assertThat(member(SalonLupita.BETO).defaultSpot()).isEmpty();
    }

    @Test
    void everythingOfSomebodyIsEditedAtOnceOrNothing() {
        var edited = new StaffDraft(" Roberto ", Optional.of(PHONE), Permission.ADMIN, Optional.of(CHAIR));
        assertThat(edit(SalonLupita.BETO, 0, edited)).isEqualTo(new Done(SalonLupita.BETO, 1));
        assertThat(member(SalonLupita.BETO)).satisfies(beto -> {
            assertThat(beto.name()).isEqualTo("Roberto");
            assertThat(beto.phone()).contains(PHONE);
            assertThat(beto.permission()).isEqualTo(Permission.ADMIN);
            assertThat(beto.defaultSpot()).contains(CHAIR);
        });
        var kept = member(SalonLupita.BETO);
        assertThat(edit(SalonLupita.BETO, 0, edited)).as("as it was before").isEqualTo(new Changed(1));
        assertThat(edit(SalonLupita.BETO, 1, draft(" ", PHONE, Permission.STAFF, CHAIR))).isEqualTo(new BadName());
        assertThat(edit(SalonLupita.BETO, 1, draft("Beto", SalonLupita.ANAS_PHONE, Permission.STAFF, CHAIR)))
                .isEqualTo(new PhoneTaken("Ana", true));
        assertThat(edit(SalonLupita.BETO, 1, draft("Beto", PHONE, Permission.STAFF, SpotId.next())))
                .isEqualTo(new UnknownSpot());
        assertThat(edit(StaffId.next(), 0, edited)).isEqualTo(new NotFound());
        assertThat(await(team.edit(OrganizationId.YUME, SalonLupita.BETO, 1, edited))).isEqualTo(new NotFound());
        assertThat(member(SalonLupita.BETO)).isEqualTo(kept);
    }

    @Test
    void anOwnerIsEditedAndStaysOne() {
        assertThat(edit(SalonLupita.LUPITA, 0, draft("Lupe", SalonLupita.LUPITAS_PHONE, Permission.ADMIN, CHAIR)))
                .isEqualTo(new OwnerStays());
        assertThat(member(SalonLupita.LUPITA).name()).isEqualTo("Lupita");
        assertThat(edit(SalonLupita.LUPITA, 0, draft("Lupe", SalonLupita.LUPITAS_PHONE, Permission.OWNER, CHAIR)))
                .isEqualTo(new Done(SalonLupita.LUPITA, 1));
    }

    @Test
    void whoeverGetsAnotherPhoneIsNotKnownByTheOldOnesUserIdAnyMore() {
        yume.superuser().execute("update staff_member set user_id = 'MX.' || name where name in ('Beto', 'Ana')");
        edit(SalonLupita.BETO, 0, draft("Beto", SalonLupita.BETOS_PHONE, Permission.STAFF, CHAIR));
        edit(SalonLupita.ANA, 0, draft("Ana", PHONE, Permission.ADMIN, CHAIR));
        assertThat(yume.superuser().rows("select name, user_id from staff_member where user_id is not null"))
                .containsExactly(List.of("Beto", "MX.Beto"));
    }

    private TeamOutcome edit(StaffId staff, int seenVersion, StaffDraft draft) {
        return await(team.edit(SalonLupita.ID, staff, seenVersion, draft));
    }

    private static StaffDraft draft(String name, PhoneNumber phone, Permission permission, SpotId spot) {
        return new StaffDraft(name, Optional.of(phone), permission, Optional.of(spot));
    }

    @Test
    void aNameSaysSomethingAndIsNotTooLong() {
        for (var name : List.of("", "  ", "a".repeat(81))) {
            assertThat(await(team.add(SalonLupita.ID, StaffDraft.of(name, Optional.empty(), Permission.STAFF))))
                    .isEqualTo(new BadName());
            assertThat(await(team.rename(SalonLupita.ID, SalonLupita.BETO, 0, name))).isEqualTo(new BadName());
        }
        assertThat(await(team.rename(SalonLupita.ID, SalonLupita.BETO, 0, "ñ".repeat(80)))).isInstanceOf(Done.class);
        assertThat(await(team.add(SalonLupita.ID, StaffDraft.of("Ana", Optional.empty(), Permission.STAFF))))
                .as("two may have one name").isInstanceOf(Done.class);
    }

    @Test
    void aPhoneIsOfOnePersonOfTheBusinessAlsoOfOneWhoLeft() {
        var betos = Optional.of(SalonLupita.BETOS_PHONE);
        assertThat(await(team.setPhone(SalonLupita.ID, SalonLupita.ANA, 0, betos))).isEqualTo(new PhoneTaken("Beto", true));
        assertThat(await(team.setPhone(SalonLupita.ID, SalonLupita.BETO, 0, betos))).as("their own")
                .isInstanceOf(Done.class);
        deactivate(SalonLupita.ID, SalonLupita.BETO, 1);
        assertThat(await(team.add(SalonLupita.ID, StaffDraft.of("Roberto", betos, Permission.STAFF))))
                .isEqualTo(new PhoneTaken("Beto", false));
    }

    @Test
    void aPhoneMayWorkAtTwoBusinesses() {
        var other = new OrganizationId(new UUID(3, 0));
        var place = new Location(LocationId.next(), "Otro", "", SettableClock.MEXICO_CITY, WeeklyHours.NONE, SpecialDays.NONE,
                Duration.ofMinutes(15), Duration.ZERO, 60, true);
        yume.with(new Business(other, "Otro", "otro", List.of(place), List.of(), List.of(), List.of()));
        assertThat(await(team.add(other, StaffDraft.of("Beto", Optional.of(SalonLupita.BETOS_PHONE), Permission.STAFF))))
                .isInstanceOf(Done.class);
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    @Test
    void ofTwoWithOnePhoneAtOnceOneIsAdded() {
        var outcomes = await(Uni.join().all(IntStream.range(0, 8).mapToObj(each -> team.add(SalonLupita.ID,
                StaffDraft.of("Dora", Optional.of(PHONE), Permission.STAFF))).toList()).andFailFast());
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new PhoneTaken("Dora", true)::equals).hasSize(7);
    }

    @Test
    void anOwnerIsNeitherRemovedNorDemoted() {
        for (var lower : List.of(Permission.ADMIN, Permission.STAFF, Permission.VIEWER)) {
            assertThat(await(team.setPermission(SalonLupita.ID, SalonLupita.LUPITA, 0, lower))).isEqualTo(new OwnerStays());
        }
        assertThat(deactivate(SalonLupita.ID, SalonLupita.LUPITA, 0)).isEqualTo(new OwnerStays());
        assertThat(await(team.setPermission(SalonLupita.ID, SalonLupita.LUPITA, 0, Permission.OWNER)))
                .isEqualTo(new Done(SalonLupita.LUPITA, 1));
        assertThat(await(team.setPermission(SalonLupita.ID, SalonLupita.ANA, 0, Permission.OWNER)))
                .isEqualTo(new Done(SalonLupita.ANA, 1));
        assertThat(await(team.setPermission(SalonLupita.ID, SalonLupita.ANA, 1, Permission.ADMIN)))
                .isEqualTo(new OwnerStays());
    }

    @Test
    void aDefaultSpotIsOneInUse() {
        var nowhere = Optional.of(new SpotId(new UUID(3, 9)));
        assertThat(await(team.setDefaultSpot(SalonLupita.ID, SalonLupita.ANA, 0, nowhere))).isEqualTo(new UnknownSpot());
        yume.superuser().execute("update spot set active = false where id = '%s'".formatted(CHAIR));
        assertThat(await(team.setDefaultSpot(SalonLupita.ID, SalonLupita.ANA, 0, Optional.of(CHAIR))))
                .isEqualTo(new UnknownSpot());
        assertThat(await(team.add(SalonLupita.ID,
                new StaffDraft("Dora", Optional.empty(), Permission.STAFF, Optional.of(CHAIR))))).isEqualTo(new UnknownSpot());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileStays() {
        await(team.rename(SalonLupita.ID, SalonLupita.BETO, 0, "Roberto"));
        assertThat(changes(SalonLupita.ID, SalonLupita.BETO))
                .allSatisfy(change -> assertThat(change.get()).isEqualTo(new Changed(1)));
        assertThat(member(SalonLupita.BETO).name()).isEqualTo("Roberto");
    }

    @Test
    void whoIsNotOfThisBusinessIsNotFoundAndStaysAsTheyAre() {
        assertThat(changes(SalonLupita.ID, StaffId.next()))
                .allSatisfy(change -> assertThat(change.get()).isEqualTo(new NotFound()));
        assertThat(changes(OrganizationId.YUME, SalonLupita.BETO))
                .allSatisfy(change -> assertThat(change.get()).isEqualTo(new NotFound()));
        assertThat(await(team.reorder(OrganizationId.YUME, List.of(SalonLupita.BETO)))).isEqualTo(new NotFound());
        assertThat(await(team.add(OrganizationId.YUME,
                new StaffDraft("Dora", Optional.empty(), Permission.STAFF, Optional.of(CHAIR))))).isEqualTo(new UnknownSpot());
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    private List<Supplier<TeamOutcome>> changes(OrganizationId organization, StaffId staff) {
        return List.of(() -> await(team.rename(organization, staff, 0, "Otro")),
                () -> await(team.setPhone(organization, staff, 0, Optional.of(PHONE))),
                () -> await(team.setPermission(organization, staff, 0, Permission.VIEWER)),
                () -> await(team.setDefaultSpot(organization, staff, 0, Optional.empty())),
                () -> await(team.reactivate(organization, staff, 0)),
                () -> deactivate(organization, staff, 0));
    }

    @Test
    void theTeamIsReorderedWhole() {
        var order = new ArrayList<>(salon().staff().stream().map(StaffMember::id).toList());
        Collections.reverse(order);
        assertThat(await(team.reorder(SalonLupita.ID, order))).isEqualTo(new Ordered());
        assertThat(salon().staff()).extracting(StaffMember::id).isEqualTo(order);
        assertThat(await(team.reorder(SalonLupita.ID, order.subList(1, 4)))).isEqualTo(new OtherPeople());
    }

    @Test
    void offTheTeamAndBackWithHoursAndSkills() {
        assertThat(deactivate(SalonLupita.ID, SalonLupita.BETO, 0)).isEqualTo(new Done(SalonLupita.BETO, 1));
        assertThat(salon().staffMember(SalonLupita.BETO)).isEmpty();
        assertThat(await(yume.the(Businesses.class).inventory(SalonLupita.ID)).staff()).filteredOn(one -> !one.active())
                .singleElement().satisfies(one -> {
                    assertThat(one.what().name()).isEqualTo("Beto");
                    assertThat(one.version()).isEqualTo(1);
                });
        assertThat(await(team.reactivate(SalonLupita.ID, SalonLupita.BETO, 1))).isEqualTo(new Done(SalonLupita.BETO, 2));
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    @Test
    void aTeamHasAnEnd() {
        yume.superuser().execute("""
                insert into staff_member (organization_id, id, name, permission, position)
                select '%s', gen_random_uuid(), 'Persona ' || n, 'staff', n from generate_series(5, 100) n"""
                .formatted(SalonLupita.ID));
        assertThat(await(team.add(SalonLupita.ID, StaffDraft.of("Una más", Optional.empty(), Permission.STAFF))))
                .isEqualTo(new TooMany());
        deactivate(SalonLupita.ID, SalonLupita.BETO, 0);
        await(team.add(SalonLupita.ID, StaffDraft.of("Una más", Optional.empty(), Permission.STAFF)));
        assertThat(await(team.reactivate(SalonLupita.ID, SalonLupita.BETO, 1))).isEqualTo(new TooMany());
    }

    private TeamOutcome deactivate(OrganizationId organization, StaffId staff, int seenVersion) {
        return await(yume.the(Database.class).inTenant(organization,
                connection -> Team.deactivate(connection, organization, staff, seenVersion)));
    }

    private StaffMember member(StaffId staff) {
        return salon().staffMember(staff).orElseThrow();
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
