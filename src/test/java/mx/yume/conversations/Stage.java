package mx.yume.conversations;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.Service;
import mx.yume.business.StaffId;
import mx.yume.conversations.Story.Happens;
import mx.yume.customers.Identities;
import mx.yume.customers.PersonId;
import mx.yume.demo.Demo;
import mx.yume.platform.Database;
import mx.yume.platform.PhoneNumber;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;
import mx.yume.scheduling.blocks.BlockOutcome;
import mx.yume.scheduling.blocks.BlockRequest;
import mx.yume.scheduling.blocks.Blocks;
import mx.yume.scheduling.blocks.When;
import mx.yume.scheduling.blocks.Who;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

/** The world of a story: who there is, what is booked and blocked already, what time it is. */
final class Stage {

    /** Those whom every story knows. */
    private static final Map<String, String> CAST = Map.ofEntries(Map.entry("Paty", "+525511110001"),
            Map.entry("Luis", "+525511110002"), Map.entry("Sofía", "+525511110003"), Map.entry("Don-Chucho", "+525511110004"),
            Map.entry("Lupita", "+525510000001"), Map.entry("Ana", "+525510000002"), Map.entry("Beto", "+525510000003"),
            Map.entry("Carla", "+525510000004"), Map.entry("Eleazar", "+525520000001"), Map.entry("Fabricio", "+525520000002"));
    private static final Pattern PASSING = Pattern.compile("pasan? (una?|\\d+) (segundo|minuto|hora|día|semana)s?");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlainYume yume;
    private final Map<String, String> phones = new HashMap<>(CAST);
    private final Map<String, String> profiles = new HashMap<>();

    private Stage(PlainYume yume) {
        this.yume = yume;
    }

    /** Salón Lupita without appointments, and its neighbour. */
    static Stage set(PlainYume yume) {
        await(yume.cleared().the(Demo.class).load(false));
        yume.with(OtherBusiness.zafiro());
        yume.superuser()
                .execute("insert into business_number (organization_id, provider, address) values ('%s', 'twilio', '%s')"
                        .formatted(OtherBusiness.ID, OtherBusiness.NUMBER));
        return new Stage(yume);
    }

    /** E.164 */
    String phone(String name) {
        var phone = phones.get(name);
        if (phone == null) {
            throw new IllegalArgumentException("Nobody is called " + name + ": say (persona: " + name + " +52…)");
        }
        return phone;
    }

    /** Whether somebody is called that. */
    boolean knows(String name) {
        return phones.containsKey(name);
    }

    Optional<String> profile(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /** The number of a business, or Yume's own. */
    String number(Optional<String> business) {
        if (business.isEmpty() || business.orElseThrow().equals("Salón Lupita")) {
            return SalonLupita.NUMBER;
        }
        if (business.orElseThrow().equals("Yume")) {
            return SalonLupita.CENTRAL_NUMBER;
        }
        return one("""
                select n.address from business_number n join organization o using (organization_id)
                where o.name = '%s' and n.provider = 'twilio'""".formatted(business.orElseThrow()));
    }

    void happens(Happens event) {
        var passing = PASSING.matcher(event.what());
        if (passing.matches()) {
            pass(passing.group(1), passing.group(2));
            return;
        }
        switch (event.what()) {
            case "reloj" -> yume.clock().set(local(event.details()).atZone(zone()));
            case "mundo" -> world(event.details());
            case "persona" -> person(event.details());
            case "conocida", "conocido" -> known(event.details());
            case "cita" -> book(parts(event.details()));
            case "bloqueo" -> block(parts(event.details()));
            case "sql" -> yume.superuser().execute(event.details());
            default -> throw new IllegalArgumentException("Line " + event.line() + ": nobody knows how \"" + event.what()
                    + "\" happens");
        }
        yume.settle();
    }

    /** Time goes by in steps: what becomes due on the way is done on the way. */
    private void pass(String count, String unit) {
        long many = count.startsWith("un") ? 1 : Long.parseLong(count);
        var all = switch (unit) {
            case "segundo" -> Duration.ofSeconds(many);
            case "minuto" -> Duration.ofMinutes(many);
            case "hora" -> Duration.ofHours(many);
            case "día" -> Duration.ofDays(many);
            default -> Duration.ofDays(7 * many);
        };
        var end = yume.clock().instant().plus(all);
        var step = all.compareTo(STEP.multipliedBy(STEPS)) > 0 ? all.dividedBy(STEPS) : STEP;
        while (yume.clock().instant().plus(step).isBefore(end)) {
            yume.clock().tick(step);
            yume.settle();
        }
        yume.clock().set(end);
        yume.settle();
    }

    private void world(String which) {
        switch (which) {
            case "vacío" -> yume.cleared();
            case "con citas" -> {
                yume.cleared();
                await(yume.the(Demo.class).load(true));
            }
            default -> throw new IllegalArgumentException("There is no world \"" + which + "\"");
        }
    }

    /** {@code Mari +525512345678}, and a profile after it in quotes. */
    private void person(String details) {
        var words = details.split(" ", 3);
        phones.put(words[0], words[1]);
        if (words.length > 2) {
            profiles.put(words[0], words[2].replaceAll("^perfil \"|\"$", ""));
        }
    }

    /** {@code Paty = Paty López}, and since when after "desde". */
    private void known(String details) {
        var words = details.split(" = | desde ", -1);
        var since = words.length > 2 ? local(words[2]).atZone(zone()).toOffsetDateTime() : yume.clock().instant();
        yume.superuser().execute("update person set name = '%s', name_confirmed_at = '%s' where id = '%s'"
                .formatted(words[1], since, customer(words[0])));
    }

    /** {@code 2027-01-14 17:00 | Manicure + Pedicure | Ana + Ana | Paty}; any staff with "?". */
    private void book(List<String> parts) {
        var salon = salon();
        var services = parts.get(1).split(" \\+ ", -1);
        var staff = parts.get(2).split(" \\+ ", -1);
        var wanted = new ArrayList<Wanted>();
        for (int at = 0; at < services.length; at++) {
            wanted.add(new Wanted(SalonLupita.business().services().stream().filter(named(services[at])).findFirst()
                    .orElseThrow().id(), staff[at].equals("?") ? Optional.empty() : Optional.of(member(salon, staff[at]))));
        }
        var customer = customer(parts.get(3));
        var name = one("select coalesce(name, '%s') from person where id = '%s'".formatted(parts.get(3), customer));
        var request = new BookingRequest(Optional.of(customer), name, salon.location().id(), wanted, false,
                local(parts.get(0)).atZone(zone()), Terms.COUNTER);
        var outcome = await(yume.the(Agenda.class).book(salon, request, "simulator", Alongside.nothing()));
        if (!(outcome instanceof BookingOutcome.Booked)) {
            throw new IllegalArgumentException("This cannot be booked: " + parts + ": " + outcome);
        }
    }

    private static Predicate<Service> named(String name) {
        return service -> service.name().equals(name);
    }

    /** {@code 2027-01-15 | Ana} or {@code 2027-01-15 13:00 a 15:00 | todos | comida}. */
    private void block(List<String> parts) {
        var salon = salon();
        var who = parts.get(1).equals("todos") ? new Who.Everybody() : Who.only(member(salon, parts.get(1)));
        var outcome = await(yume.the(Blocks.class).block(salon, new BlockRequest(who, when(salon, parts.getFirst()),
                parts.size() > 2 ? parts.get(2) : ""), true));
        if (!(outcome instanceof BlockOutcome.Blocked)) {
            throw new IllegalArgumentException("This cannot be blocked: " + parts + ": " + outcome);
        }
    }

    private static When when(Business salon, String text) {
        var location = salon.location().id();
        if (text.length() == 10) {
            return new When.WholeDays(location, LocalDate.parse(text), LocalDate.parse(text));
        }
        var ends = text.split(" a ", -1);
        var from = local(ends[0]);
        return new When.Stretch(location, from, from.with(LocalTime.parse(ends[1])));
    }

    /** Somebody of the cast by phone, or anybody else by name. */
    private PersonId customer(String name) {
        return phones.containsKey(name) ? await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> yume.the(Identities.class).resolve(connection, SalonLupita.ID,
                        Optional.of(new PhoneNumber(phone(name))), Optional.empty(), Optional.empty())))
                : yume.named(SalonLupita.ID, name);
    }

    private Business salon() {
        return await(yume.the(Businesses.class).load(SalonLupita.ID)).orElseThrow();
    }

    private static StaffId member(Business salon, String name) {
        return salon.staff().stream().filter(member -> member.name().equals(name)).findFirst().orElseThrow().id();
    }

    private String one(String sql) {
        return yume.superuser().rows(sql).getFirst().getFirst();
    }

    private static LocalDateTime local(String text) {
        return LocalDateTime.parse(text.strip().replace(' ', 'T'));
    }

    private static ZoneId zone() {
        return SettableClock.MEXICO_CITY;
    }

    private static List<String> parts(String details) {
        return Arrays.stream(details.split("\\|", -1)).map(String::strip).toList();
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
