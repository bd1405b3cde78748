package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.StaffId;
import mx.yume.testing.PlainYume;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What the engine offers is what an SQL oracle finds by subtracting multiranges, in any salon, near any change of the clocks. */
class SlotsAgainstSqlTest {

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2027, 3, 14), LocalDate.of(2027, 11, 7),
            LocalDate.of(2027, 6, 16));
    private static final PlainYume YUME = PlainYume.shared();

    /** @param first day asked for; the last is two days later */
    record Place(ZoneId zone, LocalDate first) {}

    /** Who could give the service named first, and when such visits end: the engine names the one it would book. */
    record Offer(TreeSet<String> staff, TreeSet<Instant> ends) {}

    @BeforeContainer
    static void oracle() {
        try (var script = SlotsAgainstSqlTest.class.getResourceAsStream("/oracle/starts.sql")) {
            YUME.superuser().execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void offersForOneServiceAreThoseOfTheOracle(@ForAll("places") Place place, @ForAll Random random) {
        var salon = opened(place, random);
        var location = pick(salon.locations(), random);
        var service = pick(salon.services(), random);
        var staff = preference(salon, random);
        var query = SlotQuery.online(location.id(), service.id(), place.first(), place.first().plusDays(2), staff);
        var found = oracle("select * from oracle.starts('%s', '%s', %s, '%s', '%s', '%s')".formatted(location.id(),
                service.id(), literal(staff), query.from(), query.to(), YUME.clock().instant()));
        var offers = sameStarts(salon, query, found);
        found.forEach((start, offer) -> assertThat(offer.ends()).containsAll(Objects.requireNonNull(offers.get(start)).ends()));
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void offersForTwoServicesAreTheOraclesForOneAndAtItsEndTheOther(@ForAll("places") Place place, @ForAll Random random) {
        var salon = opened(place, random);
        var location = pick(salon.locations(), random);
        var one = new Wanted(pick(salon.services(), random).id(), preference(salon, random));
        var other = new Wanted(pick(salon.services(), random).id(), preference(salon, random));
        var query = new SlotQuery(location.id(), List.of(one, other), false, place.first(), place.first().plusDays(2),
                Terms.ONLINE);
        var found = oracle("select * from oracle.visits('%s', '%s', %s, '%s', %s, '%s', '%s', '%s')".formatted(location.id(),
                one.service(), literal(one.staff()), other.service(), literal(other.staff()), query.from(), query.to(),
                YUME.clock().instant()));
        var offers = sameStarts(salon, query, found);
        found.forEach((start, offer) -> assertThat(Objects.requireNonNull(offers.get(start)).ends())
                .as(() -> "the shortest of " + scene(salon, query))
                .containsExactly(offer.ends().first()));
    }

    private static Map<Instant, Offer> sameStarts(Business salon, SlotQuery query, Map<Instant, Offer> found) {
        var offers = offers(salon, query);
        assertThat(staff(offers)).as(() -> scene(salon, query)).isEqualTo(staff(found));
        return offers;
    }

    private static Map<Instant, Set<String>> staff(Map<Instant, Offer> offers) {
        return offers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, offer -> offer.getValue().staff()));
    }

    private static Map<Instant, Offer> offers(Business salon, SlotQuery query) {
        var offers = new TreeMap<Instant, Offer>();
        var slots = await(YUME.the(Agenda.class).slots(salon, query));
        slots.forEach(slot -> offers.put(slot.start().toInstant(), new Offer(
                slot.staff().stream().map(StaffId::toString).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(List.of(slot.end().toInstant())))));
        assertThat(slots).as("each once, in order").extracting(slot -> slot.start().toInstant())
                .containsExactlyElementsOf(offers.keySet());
        return offers;
    }

    /** All that is needed to understand a difference. */
    private static String scene(Business salon, SlotQuery query) {
        return "%s of %s at %s while taken are %s".formatted(query, salon, YUME.clock().instant(), YUME.superuser()
                .rows("select resource_id, during, held_until from reservation order by resource_id, starts_at"));
    }

    private static Map<Instant, Offer> oracle(String starts) {
        var offers = new TreeMap<Instant, Offer>();
        YUME.superuser().rows("""
                select to_char(start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), staff,
                       to_char(finish at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from (%s) as found""".formatted(starts))
                .forEach(row -> offers.merge(Instant.parse(row.getFirst()),
                        new Offer(new TreeSet<>(List.of(row.get(1))), new TreeSet<>(List.of(Instant.parse(row.get(2))))),
                        SlotsAgainstSqlTest::both));
        return offers;
    }

    private static Offer both(Offer one, Offer other) {
        var staff = new TreeSet<>(one.staff());
        staff.addAll(other.staff());
        var ends = new TreeSet<>(one.ends());
        ends.addAll(other.ends());
        return new Offer(staff, ends);
    }

    /** Any salon, with time taken at random; the clock stands somewhere before the last day asked for. */
    private static Business opened(Place place, Random random) {
        PlainYume.empty();
        var salon = RandomSalon.near(place.first().plusDays(1), place.zone(), random);
        var begin = place.first().atStartOfDay(place.zone()).toInstant();
        YUME.clock().set(begin.plus(Duration.ofSeconds(random.nextInt(-100_000, 130_000))));
        YUME.with(salon).superuser().execute(Taken.atRandom(salon, begin, YUME.clock().instant(), random));
        return await(YUME.the(Businesses.class).load(salon.id())).orElseThrow();
    }

    private static Optional<StaffId> preference(Business salon, Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(pick(salon.staff(), random).id());
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String literal(Optional<StaffId> staff) {
        return staff.map(id -> "'" + id + "'").orElse("null");
    }

    @Provide
    Arbitrary<Place> places() {
        var zones = Arbitraries.of("America/Mexico_City", "America/Tijuana", "America/Ciudad_Juarez", "America/Ojinaga",
                "America/Matamoros", "America/Hermosillo", "America/Cancun").map(ZoneId::of);
        var days = Arbitraries.of(DAYS);
        return Combinators.combine(zones, days, Arbitraries.integers().between(0, 2))
                .as((zone, day, earlier) -> new Place(zone, day.minusDays(earlier)));
    }
}
