package mx.yume.business.menu;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Businesses;
import mx.yume.business.Checks;
import mx.yume.business.Locks;
import mx.yume.business.Positions;
import mx.yume.business.Seen;
import mx.yume.business.ServiceId;
import mx.yume.business.hours.HoursCheck;
import mx.yume.business.menu.MenuOutcome.Changed;
import mx.yume.business.menu.MenuOutcome.Done;
import mx.yume.business.menu.MenuOutcome.LongerThanAnyDay;
import mx.yume.business.menu.MenuOutcome.NameTaken;
import mx.yume.business.menu.MenuOutcome.NotFound;
import mx.yume.business.menu.MenuOutcome.Ordered;
import mx.yume.business.menu.MenuOutcome.OtherServices;
import mx.yume.business.menu.MenuOutcome.Refusal;
import mx.yume.business.menu.MenuOutcome.ShorterThanRest;
import mx.yume.business.menu.MenuOutcome.TooMany;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;

/**
 * Changes of what a business sells. What is booked keeps the length and the price it was booked with. A service is never deleted;
 * taking it off the menu is written in the transaction of whoever asked what becomes of its appointments.
 */
@ApplicationScoped
public class Menu {

    static final int MOST_SERVICES = 300;

    private static final String COUNT = "select count(*) from service where organization_id = $1 and active";
    private static final String NAMESAKE = """
            select name from service where organization_id = $1 and id <> $2 and active and lower(name) = lower($3)
            """;
    private static final String ADD = """
            insert into service (organization_id, id, name, category, description, duration_minutes, processing_after_minutes,
                processing_minutes, buffer_before_minutes, buffer_after_minutes, price_centavos, price_from, spot_kind,
                notice_minutes, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                (select coalesce(max(position) + 1, 0) from service where organization_id = $1))
            returning version
            """;
    private static final String CHANGE = """
            update service set name = $3, category = $4, description = $5, duration_minutes = $6, processing_after_minutes = $7,
                processing_minutes = $8, buffer_before_minutes = $9, buffer_after_minutes = $10, price_centavos = $11,
                price_from = $12, spot_kind = $13, notice_minutes = $14, version = version + 1
            where organization_id = $1 and id = $2 returning version
            """;
    private static final String AS_LONG = """
            select 1 from service where organization_id = $1 and id = $2 and duration_minutes >= $3
            """;
    private static final String TOO_SHORT_WITH = """
            select m.name from staff_skill k
            join staff_member m on m.organization_id = k.organization_id and m.id = k.staff_id
            where k.organization_id = $1 and k.service_id = $2 and k.duration_minutes <= $3 order by m.position, m.id limit 1
            """;
    private static final String ACTIVATE = """
            update service set active = $3, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;
    private static final String NAME = "select name from service where organization_id = $1 and id = $2";

    private final Database database;
    private final Businesses businesses;

    Menu(Database database, Businesses businesses) {
        this.database = database;
        this.businesses = businesses;
    }

    /**
     * At the end of the menu.
     *
     * @param longerConfirmed whether it may be longer than any day
     */
    public Uni<MenuOutcome> add(OrganizationId organization, ServiceDraft draft, boolean longerConfirmed) {
        return add(organization, draft, longerConfirmed, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<MenuOutcome> add(OrganizationId organization, ServiceDraft draft, boolean longerConfirmed,
            Witness<MenuOutcome> witness) {
        return database.inTenant(organization, witness,
                connection -> add(connection, organization, draft, longerConfirmed));
    }

    /** The same, given from now on by everybody who works at some hour: whoever does not is taken off it afterwards. */
    public Uni<MenuOutcome> addForAll(OrganizationId organization, ServiceDraft draft, boolean longerConfirmed,
            Witness<MenuOutcome> witness) {
        return database.inTenant(organization, witness, connection -> add(connection, organization, draft, longerConfirmed)
                .call(outcome -> outcome instanceof Done(var service, _)
                        ? Skills.giveToAll(connection, organization, service)
                        : Uni.createFrom().voidItem()));
    }

    /** The same in the caller's transaction. */
    public Uni<MenuOutcome> add(SqlConnection connection, OrganizationId organization, ServiceDraft draft,
            boolean longerConfirmed) {
        var id = ServiceId.next();
        var tidy = draft.tidy();
        return Checks.<MenuOutcome, Refusal>passed(() -> write(connection, ADD, organization, id, tidy),
                Checks.known(() -> ServiceCheck.of(tidy)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> roomForOneMore(connection, organization),
                () -> nameIsFree(connection, organization, id, tidy.name()),
                () -> fitsADay(connection, organization, tidy.duration(), longerConfirmed));
    }

    /**
     * @param draft all of it as it is to be from now on
     * @param longerConfirmed whether it may be longer than any day; asked about only if it grows
     */
    public Uni<MenuOutcome> change(OrganizationId organization, ServiceId id, int seenVersion, ServiceDraft draft,
            boolean longerConfirmed) {
        return change(organization, id, seenVersion, draft, longerConfirmed, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<MenuOutcome> change(OrganizationId organization, ServiceId id, int seenVersion, ServiceDraft draft,
            boolean longerConfirmed, Witness<MenuOutcome> witness) {
        var tidy = draft.tidy();
        return database.inTenant(organization, witness, connection -> Checks.<MenuOutcome, Refusal>passed(
                () -> write(connection, CHANGE, organization, id, tidy),
                Checks.known(() -> ServiceCheck.of(tidy)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> nameIsFree(connection, organization, id, tidy.name()),
                () -> everybodyOutlastsTheRest(connection, organization, id, tidy),
                () -> isAsLong(connection, organization, id, tidy).chain(already -> fitsADay(connection, organization,
                        tidy.duration(), longerConfirmed || already))));
    }

    /** @param order all services in use, each once */
    public Uni<MenuOutcome> reorder(OrganizationId organization, List<ServiceId> order) {
        return database.inTenant(organization, connection -> Locks.setup(connection, organization)
                .chain(() -> Positions.reorder(connection, organization, Positions.Of.SERVICES,
                        order.stream().map(ServiceId::value).toList()))
                .map(found -> switch (found) {
                    case DONE -> new Ordered();
                    case UNKNOWN -> new NotFound();
                    case INCOMPLETE -> new OtherServices();
                }));
    }

    /** Back on the menu, with the skills there were. */
    public Uni<MenuOutcome> reactivate(OrganizationId organization, ServiceId id, int seenVersion) {
        return database.inTenant(organization, connection -> Checks.<MenuOutcome, Refusal>passed(
                () -> activate(connection, organization, id, true),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> roomForOneMore(connection, organization),
                () -> ownNameIsFree(connection, organization, id)));
    }

    /** Off the menu, in the caller's transaction; bookings wait for it everywhere, for anybody may give it. */
    public static Uni<MenuOutcome> deactivate(SqlConnection connection, OrganizationId organization, ServiceId id,
            int seenVersion) {
        return Checks.<MenuOutcome, Refusal>passed(() -> activate(connection, organization, id, false),
                Checks.first(() -> Locks.locations(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion));
    }

    private static Uni<Optional<Refusal>> isAsSeen(SqlConnection connection, OrganizationId organization, ServiceId id,
            int seenVersion) {
        return Locks.service(connection, organization, id, seenVersion).map(seen -> switch (seen) {
            case Seen.Same _ -> Optional.empty();
            case Seen.Changed changed -> Optional.of(new Changed(changed.version()));
            case Seen.Gone _ -> Optional.of(new NotFound());
        });
    }

    private static Uni<Optional<Refusal>> roomForOneMore(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(organization.value()))
                .map(rows -> rows.iterator().next().getLong(0) < MOST_SERVICES
                        ? Optional.empty()
                        : Optional.of(new TooMany()));
    }

    private static Uni<Optional<Refusal>> nameIsFree(SqlConnection connection, OrganizationId organization, ServiceId id,
            String name) {
        return connection.preparedQuery(NAMESAKE).execute(Tuple.of(organization.value(), id.value(), name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new NameTaken(rows.iterator().next().getString("name"))));
    }

    private static Uni<Optional<Refusal>> ownNameIsFree(SqlConnection connection, OrganizationId organization, ServiceId id) {
        return connection.preparedQuery(NAME).execute(Tuple.of(organization.value(), id.value()))
                .chain(rows -> nameIsFree(connection, organization, id, rows.iterator().next().getString("name")));
    }

    private static Uni<Optional<Refusal>> everybodyOutlastsTheRest(SqlConnection connection, OrganizationId organization,
            ServiceId id, ServiceDraft draft) {
        int restEnds = draft.rest().map(rest -> minutes(rest.after().plus(rest.length()))).orElse(0);
        return connection.preparedQuery(TOO_SHORT_WITH).execute(Tuple.of(organization.value(), id.value(), restEnds))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new ShorterThanRest(rows.iterator().next().getString("name"))));
    }

    private static Uni<Boolean> isAsLong(SqlConnection connection, OrganizationId organization, ServiceId id,
            ServiceDraft draft) {
        return connection.preparedQuery(AS_LONG)
                .execute(Tuple.of(organization.value(), id.value(), minutes(draft.duration())))
                .map(rows -> rows.size() > 0);
    }

    private Uni<Optional<Refusal>> fitsADay(SqlConnection connection, OrganizationId organization, Duration duration,
            boolean confirmed) {
        return confirmed ? Uni.createFrom().item(Optional.empty())
                : fitsADay(businesses, connection, organization, duration);
    }

    /** Nobody knows as long as there are no hours. */
    static Uni<Optional<Refusal>> fitsADay(Businesses businesses, SqlConnection connection, OrganizationId organization,
            Duration duration) {
        return businesses.load(connection, organization).map(business -> business.flatMap(HoursCheck::longestOpening)
                .filter(longest -> longest.compareTo(duration) < 0).map(LongerThanAnyDay::new));
    }

    private static Uni<MenuOutcome> write(SqlConnection connection, String statement, OrganizationId organization, ServiceId id,
            ServiceDraft draft) {
        var values = Arrays.<@Nullable Object>asList(organization.value(), id.value(), draft.name(),
                draft.category().orElse(null), draft.description(), minutes(draft.duration()),
                minutes(draft.rest().map(ServiceDraft.Rest::after)), minutes(draft.rest().map(ServiceDraft.Rest::length)),
                minutes(draft.bufferBefore()), minutes(draft.bufferAfter()), draft.price().amount().centavos(),
                draft.price().from(), draft.spotKind().orElse(null), minutes(draft.minimumNotice()));
        return connection.preparedQuery(statement).execute(Tuple.from(values))
                .map(rows -> new Done(id, rows.iterator().next().getInteger("version")));
    }

    private static Uni<MenuOutcome> activate(SqlConnection connection, OrganizationId organization, ServiceId id,
            boolean active) {
        return connection.preparedQuery(ACTIVATE).execute(Tuple.of(organization.value(), id.value(), active))
                .map(rows -> new Done(id, rows.iterator().next().getInteger("version")));
    }

    private static int minutes(Duration length) {
        return (int) length.toMinutes();
    }

    private static @Nullable Integer minutes(Optional<Duration> length) {
        return length.map(Menu::minutes).orElse(null);
    }
}
