package mx.yume.scheduling;

import static mx.yume.scheduling.Counter.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Location;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;

/** A business, its customers, and chance, which decides who does what and when. */
final class Scene {

    private static final Duration SOME_DAYS = Duration.ofDays(3);

    private final PlainYume yume;
    private final OrganizationId id;
    private final Random random;
    private final List<PersonId> customers;
    /** What happened, for whoever has to understand a failure. */
    private final List<Object> log = new ArrayList<>();
    private boolean calendarTouched;

    Scene(PlainYume yume, OrganizationId id, Random random) {
        this.yume = yume;
        this.id = id;
        this.random = random;
        this.customers = Stream.of("Sofía", "Diego", "Paty").map(name -> yume.named(id, name)).toList();
    }

    <T> T the(Class<T> type) {
        return yume.the(type);
    }

    OrganizationId id() {
        return id;
    }

    /** As it is now: time off that comes back every week is part of it. */
    Business salon() {
        return await(yume.the(Businesses.class).load(id)).orElseThrow();
    }

    PersonId customer() {
        return pick(customers);
    }

    Actor.Staff staff() {
        return new Actor.Staff(salon().staff().getFirst().id());
    }

    Instant now() {
        return yume.clock().instant();
    }

    void tick(Duration duration) {
        yume.clock().tick(duration);
        log(now());
    }

    /** Some minute from a little ago to some days ahead. */
    ZonedDateTime moment(Location location) {
        return now().plus(Duration.ofMinutes(random.nextLong(-60, SOME_DAYS.toMinutes()))).atZone(location.zone())
                .withSecond(0).withNano(0);
    }

    LocalDateTime later(LocalDateTime from) {
        return from.plusMinutes(random.nextInt(1, 600));
    }

    /** One service to three, of anybody or of somebody, who mostly gives it. */
    List<Wanted> wanted() {
        int more = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
        return IntStream.rangeClosed(0, more).mapToObj(nth -> wanted(salon())).toList();
    }

    private Wanted wanted(Business salon) {
        var services = salon.services().stream()
                .filter(service -> salon.staff().stream().anyMatch(member -> member.skills().containsKey(service.id())))
                .toList();
        var service = pick(services.isEmpty() || random.nextInt(10) == 0 ? salon.services() : services).id();
        var skilled = salon.staff().stream().filter(member -> member.skills().containsKey(service)).toList();
        var staff = skilled.isEmpty() || random.nextInt(10) == 0 ? salon.staff() : skilled;
        return random.nextInt(3) == 0 ? new Wanted(service, Optional.of(pick(staff).id())) : Wanted.of(service);
    }

    SlotQuery query() {
        var location = pick(salon().locations());
        var today = now().atZone(location.zone()).toLocalDate();
        return new SlotQuery(location.id(), wanted(), random.nextBoolean(), today.minusDays(1), today.plusDays(6),
                Terms.ONLINE);
    }

    Location location(SlotQuery query) {
        return salon().location(query.location()).orElseThrow();
    }

    static BookingRequest request(PersonId customer, SlotQuery query, ZonedDateTime start) {
        return new BookingRequest(Optional.of(customer), "Sofía", query.location(), query.services(), query.sideBySide(),
                start, Terms.ONLINE);
    }

    Optional<Appointment> appointment(String statuses) {
        return any("select id from appointment where status in (" + statuses + ") order by id").flatMap(found -> await(
                yume.the(Agenda.class).appointment(salon(), new AppointmentId(found))));
    }

    /** One of the ids that a query gives. */
    Optional<UUID> any(String sql) {
        var ids = yume.superuser().rows(sql);
        return ids.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(pick(ids).getFirst()));
    }

    boolean has(String sql) {
        return count("select count(*) from (" + sql + ") as found") > 0;
    }

    int count(String sql) {
        return Math.toIntExact(yume.superuser().count(sql));
    }

    int number(int below) {
        return random.nextInt(below);
    }

    boolean chance() {
        return random.nextBoolean();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** From here on what is held for somebody may lie where nobody works any more. */
    void calendarIsTouched() {
        calendarTouched = true;
    }

    boolean isCalendarTouched() {
        return calendarTouched;
    }

    <T> T log(T outcome) {
        log.add(outcome);
        return outcome;
    }

    List<Object> log() {
        return List.copyOf(log);
    }
}
