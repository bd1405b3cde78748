package mx.yume.scheduling;

import static mx.yume.scheduling.Shop.CHAIR;
import static mx.yume.scheduling.Shop.CUT;
import static mx.yume.scheduling.Shop.HUGO;
import static mx.yume.scheduling.Shop.OTHER_CHAIR;
import static mx.yume.scheduling.Shop.ROSA;
import static mx.yume.scheduling.Shop.daily;
import static mx.yume.scheduling.Shop.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;

class AvailabilityTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");
    /** A Wednesday, and it is midnight of the Monday before. */
    private static final LocalDate DAY = LocalDate.of(2027, 1, 13);
    private static final Instant NOW = at(MEXICO, "2027-01-11T00:00");
    private static final Optional<StaffId> ANYONE = Optional.empty();

    @Test
    void startsAreOnTheGridAndTheServiceEndsByClosingTime() {
        var shop = new Shop().open(daily("09:00-12:00")).grid(30).with(ROSA, daily("09:00-12:00"));
        assertThat(starts(shop)).containsExactly("09:00", "09:30", "10:00", "10:30", "11:00");
    }

    @Test
    void gridIsCountedFromMidnightNotFromOpening() {
        var shop = new Shop().open(daily("09:10-12:00")).grid(45).with(ROSA, daily("09:00-12:00"));
        assertThat(starts(shop)).containsExactly("09:45", "10:30");
    }

    @Test
    void onlyTheHoursOfLocationAndPersonTogetherCount() {
        var shop = new Shop().open(daily("09:00-13:00", "15:00-18:00")).grid(60)
                .with(ROSA, daily("08:00-11:00", "12:00-16:00", "17:00-20:00"));
        assertThat(starts(shop)).containsExactly("09:00", "10:00", "12:00", "15:00", "17:00");
    }

    @Test
    void noVisitReachesAcrossABreak() {
        var shop = new Shop().open(daily("09:00-13:00")).grid(30).cut(90, 0).with(ROSA, daily("09:00-11:00", "11:30-13:00"));
        assertThat(starts(shop)).containsExactly("09:00", "09:30", "11:30");
    }

    @Test
    void hoursThatTouchAreNoBreak() {
        var shop = new Shop().open(daily("09:00-11:00", "11:00-12:00")).grid(30).cut(90, 0).with(ROSA, daily("09:00-12:00"));
        assertThat(starts(shop)).containsExactly("09:00", "09:30", "10:00", "10:30");
    }

    @Test
    void closedDaysHaveNothing() {
        var shop = new Shop().open(on(EnumSet.of(DayOfWeek.THURSDAY), "09:00-12:00")).with(ROSA, daily("09:00-12:00"));
        assertThat(starts(shop)).isEmpty();
    }

    @Test
    void hoursPastMidnightGoOnTheNextDay() {
        var late = on(EnumSet.of(DayOfWeek.WEDNESDAY), "22:00-02:00");
        var shop = new Shop().open(late).grid(30).cut(90, 0).with(ROSA, daily("00:00-00:00"));
        assertThat(starts(shop)).containsExactly("22:00", "22:30", "23:00", "23:30");
        assertThat(starts(shop, DAY.plusDays(1))).containsExactly("00:00", "00:30");
    }

    @Test
    void aShiftThatEndsAtMidnightMeetsOneThatBeginsThen() {
        var shop = new Shop().open(daily("20:00-00:00", "00:00-02:00")).grid(60).cut(120, 0).with(ROSA, daily("18:00-04:00"));
        assertThat(starts(shop)).containsExactly("00:00", "20:00", "21:00", "22:00", "23:00");
    }

    @Test
    void busyTimeIsLeftOutAndWhatTouchesItIsNot() {
        var shop = new Shop().open(daily("09:00-13:00")).grid(30).with(ROSA, daily("09:00-13:00"));
        assertThat(starts(shop, busy(ROSA, "10:00-11:00"))).containsExactly("09:00", "11:00", "11:30", "12:00");
    }

    @Test
    void bufferCountsAsBusyBeforeTheNextVisit() {
        var shop = new Shop().open(daily("09:00-13:00")).grid(30).cut(60, 30).with(ROSA, daily("09:00-13:00"));
        assertThat(starts(shop, busy(ROSA, "11:00-12:00"))).containsExactly("09:00", "09:30", "12:00");
    }

    @Test
    void bufferMayPassClosingTime() {
        var shop = new Shop().open(daily("09:00-10:00")).cut(60, 240).with(ROSA, daily("09:00-10:00"));
        assertThat(starts(shop)).containsExactly("09:00");
    }

    @Test
    void aBufferPastClosingStillMeetsTheNextVisit() {
        var shop = new Shop().open(daily("20:00-00:00")).grid(60).cut(60, 120).with(ROSA, daily("20:00-00:00"));
        var early = Map.of(ROSA.value(),
                List.of(new TimeRange(at(MEXICO, "2027-01-14T00:30"), at(MEXICO, "2027-01-14T02:00"))));
        assertThat(starts(shop, new Busy(early))).containsExactly("20:00", "21:00");
    }

    @Test
    void oneSpotMustBeFreeAllTheWhile() {
        var shop = new Shop().open(daily("09:00-13:00")).grid(30).cutOn("silla").with(ROSA, daily("09:00-13:00"))
                .spot(CHAIR, "silla").spot(OTHER_CHAIR, "silla");
        var takingTurns = busy(Map.of(CHAIR.value(), "09:00-10:00", OTHER_CHAIR.value(), "10:00-11:00"));
        assertThat(starts(shop, takingTurns)).containsExactly("09:00", "10:00", "10:30", "11:00", "11:30", "12:00");
        var crossing = busy(Map.of(CHAIR.value(), "09:00-10:00", OTHER_CHAIR.value(), "09:30-12:00"));
        assertThat(starts(shop, crossing)).containsExactly("10:00", "10:30", "11:00", "11:30", "12:00");
    }

    @Test
    void bufferKeepsTheSpotToo() {
        var shop = new Shop().open(daily("09:00-12:00")).grid(30).cut(60, 30).cutOn("silla").with(ROSA, daily("09:00-12:00"))
                .spot(CHAIR, "silla");
        assertThat(starts(shop, busy(CHAIR, "11:00-13:00"))).containsExactly("09:00", "09:30");
    }

    @Test
    void spotsOfAnotherKindDoNotHelpAndAreNotInTheWay() {
        var shop = new Shop().open(daily("09:00-10:00")).cutOn("silla").with(ROSA, daily("09:00-10:00")).spot(CHAIR, "mesa");
        assertThat(starts(shop)).isEmpty();
        var spotless = new Shop().open(daily("09:00-10:00")).with(ROSA, daily("09:00-10:00")).spot(CHAIR, "mesa");
        assertThat(starts(spotless, busy(CHAIR, "09:00-10:00"))).containsExactly("09:00");
    }

    @Test
    void everySlotNamesWhoIsFreeInTheOwnersOrder() {
        var shop = new Shop().open(daily("09:00-12:00")).grid(60).with(HUGO, daily("09:00-11:00"))
                .with(ROSA, daily("09:00-12:00"));
        var slots = availability(shop, busy(HUGO, "10:00-11:00")).slots(query(DAY, DAY, ANYONE));
        assertThat(slots).extracting(Slot::staff).containsExactly(List.of(HUGO, ROSA), List.of(ROSA), List.of(ROSA));
    }

    @Test
    void aPreferenceLeavesOnlyThatPerson() {
        var shop = new Shop().open(daily("09:00-12:00")).grid(60).with(ROSA, daily("09:00-12:00"))
                .with(HUGO, daily("10:00-11:00"));
        var slots = availability(shop, Busy.NOTHING).slots(query(DAY, DAY, Optional.of(HUGO)));
        assertThat(slots).singleElement()
                .isEqualTo(new Slot(DAY.atTime(10, 0).atZone(MEXICO), DAY.atTime(11, 0).atZone(MEXICO), List.of(HUGO), false));
    }

    @Test
    void aServiceNobodyGivesHasNoSlots() {
        var shop = new Shop().with(ROSA, daily("09:00-17:00"), Set.of());
        assertThat(starts(shop)).isEmpty();
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T10:00", ANYONE)).isEqualTo(new Refusal.NobodyCan());
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T10:00", Optional.of(ROSA))).isEqualTo(new Refusal.NobodyCan());
    }

    @Test
    void aServiceNobodySellsHasNoSlots() {
        var shop = new Shop().with(ROSA, daily("09:00-17:00")).business();
        var other = new ServiceId(new UUID(9, 9));
        var availability = new Availability(shop, shop.location(), Busy.NOTHING, NOW);
        assertThat(availability.slots(SlotQuery.online(Shop.PLACE, other, DAY, DAY, ANYONE))).isEmpty();
        assertThat(availability.relevant(SlotQuery.online(Shop.PLACE, other, DAY, DAY, ANYONE))).isEmpty();
        assertThat(availability.resources(List.of(Wanted.of(other)))).isEmpty();
        assertThat(availability.place(Shop.wish(other, NOW, ANYONE)))
                .isEqualTo(new DoesNot(new Refusal.UnknownService()));
    }

    @Test
    void aServiceLongerThanTheDayHasNoSlots() {
        var shop = new Shop().open(daily("09:00-12:00")).cut(240, 0).with(ROSA, daily("09:00-12:00"));
        assertThat(starts(shop)).isEmpty();
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T09:00", ANYONE)).isEqualTo(new Refusal.TooLong());
    }

    @Test
    void nothingSoonerThanTheMinimumNotice() {
        var shop = new Shop().open(daily("09:00-12:00")).notice(Duration.ofMinutes(30)).with(ROSA, daily("09:00-12:00"));
        var now = at(MEXICO, "2027-01-13T10:00:00.001");
        var availability = new Availability(shop.business(), shop.business().location(), Busy.NOTHING, now);
        assertThat(local(availability.slots(query(DAY, DAY, ANYONE)))).containsExactly("10:45", "11:00");
        assertThat(place(availability, "2027-01-13T10:30", ANYONE))
                .isEqualTo(new DoesNot(new Refusal.TooSoon(Duration.ofMinutes(30), List.of())));
        assertThat(place(availability, "2027-01-13T10:00", ANYONE)).isEqualTo(new DoesNot(new Refusal.InThePast(List.of())));
    }

    @Test
    void exactlyTheMinimumNoticeIsEnough() {
        var shop = new Shop().open(daily("09:00-12:00")).notice(Duration.ofMinutes(30)).with(ROSA, daily("09:00-12:00"));
        var availability = new Availability(shop.business(), shop.business().location(), Busy.NOTHING,
                at(MEXICO, "2027-01-13T10:00"));
        assertThat(local(availability.slots(query(DAY, DAY, ANYONE)))).startsWith("10:30");
        assertThat(place(availability, "2027-01-13T10:30", ANYONE)).isInstanceOf(Fits.class);
    }

    @Test
    void aNoticeLongerThanTheDaysAskedForLeavesNothing() {
        var shop = new Shop().notice(Duration.ofDays(5)).with(ROSA, daily("09:00-17:00"));
        assertThat(starts(shop)).isEmpty();
    }

    @Test
    void lastBookableDayIsThatManyDaysAfterToday() {
        var shop = new Shop().open(daily("09:00-10:00")).horizon(2).with(ROSA, daily("09:00-10:00"));
        var availability = availability(shop, Busy.NOTHING);
        var all = availability.slots(query(LocalDate.MIN, LocalDate.MAX, ANYONE));
        assertThat(all).extracting(slot -> slot.start().toLocalDate()).containsExactly(DAY.minusDays(2), DAY.minusDays(1), DAY);
        assertThat(place(availability, "2027-01-14T09:00", ANYONE)).isEqualTo(new DoesNot(new Refusal.BeyondHorizon(DAY)));
        assertThat(availability.relevant(query(DAY.plusDays(1), LocalDate.MAX, ANYONE))).isEmpty();
    }

    @Test
    void daysTheWrongWayRoundHaveNothing() {
        var shop = new Shop().with(ROSA, daily("09:00-17:00"));
        assertThat(availability(shop, Busy.NOTHING).slots(query(DAY, DAY.minusDays(1), ANYONE))).isEmpty();
    }

    @Test
    void offTheGridIsOutsideHours() {
        var shop = new Shop().with(ROSA, daily("09:00-17:00"));
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T10:05", ANYONE)).isEqualTo(new Refusal.OutsideHours(List.of()));
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T10:00:00.5", ANYONE)).isEqualTo(new Refusal.OutsideHours(List.of()));
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T16:15", ANYONE)).isEqualTo(new Refusal.OutsideHours(List.of()));
    }

    @Test
    void busyPeopleAndMissingSpotsAreTaken() {
        var taken = new Refusal.SlotTaken(List.of());
        var shop = new Shop().cutOn("silla").with(ROSA, daily("09:00-17:00")).with(HUGO, daily("12:00-17:00"))
                .spot(CHAIR, "silla");
        assertThat(refusal(shop, busy(ROSA, "10:30-11:30"), "2027-01-13T10:00", ANYONE)).isEqualTo(taken);
        assertThat(refusal(shop, busy(CHAIR, "10:30-11:30"), "2027-01-13T10:00", ANYONE)).isEqualTo(taken);
        assertThat(refusal(shop, busy(ROSA, "12:30-13:30"), "2027-01-13T12:00", Optional.of(ROSA))).isEqualTo(taken);
        assertThat(refusal(shop, Busy.NOTHING, "2027-01-13T10:00", Optional.of(HUGO)))
                .isEqualTo(new Refusal.OutsideHours(List.of()));
    }

    @Test
    void placesOnTheFirstFreePersonAndSpot() {
        var shop = new Shop().cut(60, 15).cutOn("silla").with(ROSA, daily("09:00-17:00")).with(HUGO, daily("09:00-17:00"))
                .spot(CHAIR, "silla").spot(OTHER_CHAIR, "silla");
        var availability = availability(shop, busy(Map.of(ROSA.value(), "11:00-12:00", CHAIR.value(), "11:10-12:00")));
        assertThat(place(availability, "2027-01-13T10:00", ANYONE)).isInstanceOfSatisfying(Fits.class, place -> {
            assertThat(place.seats().getFirst().staff().id()).isEqualTo(HUGO);
            assertThat(place.seats().getFirst().spot().orElseThrow().id()).isEqualTo(OTHER_CHAIR);
            assertThat(place.visit()).isEqualTo(range("10:00-11:00"));
            assertThat(place.seats().getFirst().staffBusy()).containsExactly(range("10:00-11:15"));
            assertThat(place.seats().getFirst().spotBusy()).isEqualTo(range("10:00-11:15"));
        });
    }

    @Test
    void staysOnTheSpotItHadIfThatIsFree() {
        var shop = new Shop().cutOn("silla").with(ROSA, daily("09:00-17:00")).spot(CHAIR, "silla").spot(OTHER_CHAIR, "silla");
        assertThat(spotAt(shop, Busy.NOTHING, Optional.of(OTHER_CHAIR))).contains(OTHER_CHAIR);
        assertThat(spotAt(shop, busy(OTHER_CHAIR, "10:00-10:30"), Optional.of(OTHER_CHAIR))).contains(CHAIR);
        assertThat(spotAt(new Shop().with(ROSA, daily("09:00-17:00")), Busy.NOTHING, Optional.of(CHAIR))).isEmpty();
    }

    @Test
    void alternativesAreTheNearestInTimeAndTheEarlierOfTwoFirst() {
        var shop = new Shop().open(daily("09:00-18:00")).grid(60).with(ROSA, daily("09:00-18:00"));
        var availability = availability(shop, busy(ROSA, "12:00-13:00"));
        var asked = at(MEXICO, "2027-01-13T12:00");
        assertThat(local(availability.nearest(Shop.wish(asked, ANYONE), query(DAY, DAY, ANYONE), asked, Duration.ofDays(3))))
                .containsExactly("11:00", "13:00", "10:00");
        var free = at(MEXICO, "2027-01-13T15:00");
        assertThat(local(availability.nearest(Shop.wish(free, ANYONE), query(DAY, DAY, ANYONE), free, Duration.ofDays(3))))
                .containsExactly("14:00", "16:00", "13:00");
        assertThat(availability.nearest(Shop.wish(asked, ANYONE), query(DAY, DAY, ANYONE), asked, Duration.ofMinutes(59)))
                .isEmpty();
    }

    @Test
    void springForwardSkipsAnHourAndNothingElse() {
        var shop = new Shop().in("America/Tijuana").open(daily("00:00-05:00")).grid(30).cut(60, 0)
                .with(ROSA, daily("00:00-05:00"));
        var jump = LocalDate.of(2027, 3, 14);
        var slots = new Availability(shop.business(), shop.business().location(), Busy.NOTHING, at(TIJUANA, "2027-03-13T00:00"))
                .slots(query(jump, jump, ANYONE));
        assertThat(local(slots)).containsExactly("00:00", "00:30", "01:00", "01:30", "03:00", "03:30", "04:00");
        assertThat(Duration.between(slots.get(3).start(), slots.get(4).start())).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void fallBackHasTheRepeatedHourTwice() {
        var shop = new Shop().in("America/Tijuana").open(daily("00:00-04:00")).grid(60).cut(60, 0)
                .with(ROSA, daily("00:00-04:00"));
        var back = LocalDate.of(2027, 11, 7);
        var slots = new Availability(shop.business(), shop.business().location(), Busy.NOTHING, at(TIJUANA, "2027-11-06T00:00"))
                .slots(query(back, back, ANYONE));
        assertThat(local(slots)).containsExactly("00:00", "01:00", "01:00", "02:00", "03:00");
        assertThat(slots).extracting(slot -> slot.start().toInstant()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void afterTheChangeOfTheClockTheGridIsStillTheWallClocks() {
        var shop = new Shop().in("America/Tijuana").open(daily("09:00-14:00")).grid(90).with(ROSA, daily("09:00-14:00"));
        for (var day : List.of(LocalDate.of(2027, 3, 14), LocalDate.of(2027, 11, 7), LocalDate.of(2027, 7, 1))) {
            var slots = new Availability(shop.business(), shop.business().location(), Busy.NOTHING,
                    day.atStartOfDay(TIJUANA).toInstant())
                    .slots(query(day, day, ANYONE));
            assertThat(local(slots)).containsExactly("09:00", "10:30", "12:00");
        }
    }

    @Test
    void openingInTheSkippedHourIsTheMomentOfTheJump() {
        var shop = new Shop().in("America/Tijuana").open(daily("02:30-05:00")).grid(30).cut(60, 0)
                .with(ROSA, daily("00:00-05:00"));
        var jump = LocalDate.of(2027, 3, 14);
        var now = at(TIJUANA, "2027-03-13T00:00");
        assertThat(local(new Availability(shop.business(), shop.business().location(), Busy.NOTHING, now)
                .slots(query(jump, jump, ANYONE))))
                .containsExactly("03:00", "03:30", "04:00");
    }

    @Test
    void hoursThatVanishInTheJumpAreNoHours() {
        var shop = new Shop().in("America/Tijuana").open(daily("02:00-03:00")).grid(15).cut(15, 0)
                .with(ROSA, daily("00:00-05:00"));
        var jump = LocalDate.of(2027, 3, 14);
        var now = at(TIJUANA, "2027-03-13T00:00");
        assertThat(new Availability(shop.business(), shop.business().location(), Busy.NOTHING, now)
                .slots(query(jump, jump, ANYONE))).isEmpty();
    }

    private static List<String> starts(Shop shop) {
        return starts(shop, DAY);
    }

    private static List<String> starts(Shop shop, LocalDate day) {
        return local(availability(shop, Busy.NOTHING).slots(query(day, day, ANYONE)));
    }

    private static List<String> starts(Shop shop, Busy busy) {
        return local(availability(shop, busy).slots(query(DAY, DAY, ANYONE)));
    }

    private static Availability availability(Shop shop, Busy busy) {
        return new Availability(shop.business(), shop.business().location(), busy, NOW);
    }

    private static SlotQuery query(LocalDate from, LocalDate to, Optional<StaffId> staff) {
        return SlotQuery.online(Shop.PLACE, CUT, from, to, staff);
    }

    private static Placement place(Availability availability, String start, Optional<StaffId> staff) {
        return availability.place(Shop.wish(at(MEXICO, start), staff));
    }

    private static Refusal refusal(Shop shop, Busy busy, String start, Optional<StaffId> staff) {
        return ((DoesNot) place(availability(shop, busy), start, staff)).why();
    }

    private static Optional<SpotId> spotAt(Shop shop, Busy busy, Optional<SpotId> preferred) {
        var start = at(MEXICO, "2027-01-13T10:00");
        return ((Fits) availability(shop, busy).place(Shop.moving(start, preferred))).seats().getFirst().spot()
                .map(spot -> spot.id());
    }

    private static List<String> local(List<Slot> slots) {
        return slots.stream().map(slot -> slot.start().toLocalTime().toString()).toList();
    }

    private static Busy busy(StaffId staff, String... ranges) {
        return new Busy(Map.of(staff.value(), Arrays.stream(ranges).map(AvailabilityTest::range).toList()));
    }

    private static Busy busy(SpotId spot, String range) {
        return busy(Map.of(spot.value(), range));
    }

    private static Busy busy(Map<UUID, String> ranges) {
        var byResource = new java.util.HashMap<UUID, List<TimeRange>>();
        ranges.forEach((resource, range) -> byResource.put(resource, List.of(range(range))));
        return new Busy(byResource);
    }

    private static TimeRange range(String hours) {
        return new TimeRange(at(MEXICO, DAY + "T" + hours.substring(0, 5)), at(MEXICO, DAY + "T" + hours.substring(6)));
    }

    private static Instant at(ZoneId zone, String local) {
        return java.time.LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
