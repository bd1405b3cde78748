package mx.yume.business.premises;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Checks;
import mx.yume.business.LocationId;
import mx.yume.business.Locks;
import mx.yume.business.Positions;
import mx.yume.business.Seen;
import mx.yume.business.premises.PremisesOutcome.Changed;
import mx.yume.business.premises.PremisesOutcome.Incomplete;
import mx.yume.business.premises.PremisesOutcome.LastLocation;
import mx.yume.business.premises.PremisesOutcome.LocationDone;
import mx.yume.business.premises.PremisesOutcome.NameTaken;
import mx.yume.business.premises.PremisesOutcome.Ordered;
import mx.yume.business.premises.PremisesOutcome.Refusal;
import mx.yume.business.premises.PremisesOutcome.TooMany;
import mx.yume.business.premises.PremisesOutcome.UnknownLocation;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * Changes of where a business is. A location is never deleted; closing one for good, and giving it another zone, are written in
 * the transaction of whoever asked what becomes of its appointments.
 */
@ApplicationScoped
public class Locations {

    static final int MOST_LOCATIONS = 50;

    private static final String COUNT = "select count(*) from location where organization_id = $1 and active";
    private static final String OTHERS = """
            select 1 from location where organization_id = $1 and id <> $2 and active limit 1
            """;
    private static final String NAMESAKE = """
            select o.name from location o where o.organization_id = $1 and o.id <> $2 and o.active and lower(o.name) = lower($3)
            """;
    private static final String NAME = "select name from location where organization_id = $1 and id = $2";
    private static final String ADD = """
            insert into location (organization_id, id, name, address, grid_minutes, notice_minutes, horizon_days, days_kept_whole,
                zone, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                (select coalesce(max(position) + 1, 0) from location where organization_id = $1))
            returning version
            """;
    private static final String CHANGE = """
            update location set name = $3, address = $4, grid_minutes = $5, notice_minutes = $6, horizon_days = $7,
                days_kept_whole = $8, version = version + 1
            where organization_id = $1 and id = $2 returning version
            """;
    private static final String ZONE = """
            update location set zone = $3, schedule_due_at = '1970-01-01Z', version = version + 1 where organization_id = $1 and id = $2 returning version
            """;
    private static final String ACTIVATE = """
            update location set active = $3, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;

    private final Database database;

    Locations(Database database) {
        this.database = database;
    }

    /**
     * After the others, closed all week as yet.
     *
     * @param zone a region of the IANA database, as {@code America/Tijuana}
     */
    public Uni<PremisesOutcome> add(OrganizationId organization, LocationDraft draft, String zone) {
        return database.inTenant(organization, connection -> add(connection, organization, draft, zone));
    }

    /** The same in the caller's transaction. */
    public static Uni<PremisesOutcome> add(SqlConnection connection, OrganizationId organization, LocationDraft draft,
            String zone) {
        var id = LocationId.next();
        var tidy = draft.tidy();
        return Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ADD, id, values(organization, id, tidy).addString(zone)),
                Checks.known(() -> LocationCheck.of(tidy).or(() -> LocationCheck.zone(zone))),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> roomForOneMore(connection, organization),
                () -> nameIsFree(connection, organization, id, tidy.name()));
    }

    /** @param draft all of it as it is to be from now on */
    public Uni<PremisesOutcome> change(OrganizationId organization, LocationId id, int seenVersion, LocationDraft draft) {
        var tidy = draft.tidy();
        return database.inTenant(organization, connection -> Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, CHANGE, id, values(organization, id, tidy)),
                Checks.known(() -> LocationCheck.of(tidy)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> nameIsFree(connection, organization, id, tidy.name())));
    }

    /** @param order all locations in use, each once; the first is the main one */
    public Uni<PremisesOutcome> reorder(OrganizationId organization, List<LocationId> order) {
        return database.inTenant(organization, connection -> Locks.setup(connection, organization)
                .chain(() -> Locks.locations(connection, organization))
                .chain(() -> Positions.reorder(connection, organization, Positions.Of.LOCATIONS,
                        order.stream().map(LocationId::value).toList()))
                .map(found -> switch (found) {
                    case DONE -> new Ordered();
                    case UNKNOWN -> new UnknownLocation();
                    case INCOMPLETE -> new Incomplete();
                }));
    }

    /** Open again, with the hours and spots there were. */
    public Uni<PremisesOutcome> reactivate(OrganizationId organization, LocationId id, int seenVersion) {
        return database.inTenant(organization, connection -> Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ACTIVATE, id, Tuple.of(organization.value(), id.value(), true)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> roomForOneMore(connection, organization),
                () -> ownNameIsFree(connection, organization, id)));
    }

    /** Closed for good, in the caller's transaction; bookings wait for it. The last one cannot. */
    public static Uni<PremisesOutcome> deactivate(SqlConnection connection, OrganizationId organization, LocationId id,
            int seenVersion) {
        return Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ACTIVATE, id, Tuple.of(organization.value(), id.value(), false)),
                Checks.first(() -> Locks.locations(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> thereAreOthers(connection, organization, id));
    }

    /** In the caller's transaction; bookings wait for it. What is booked keeps its instants. */
    public static Uni<PremisesOutcome> setZone(SqlConnection connection, OrganizationId organization, LocationId id,
            int seenVersion, String zone) {
        return Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ZONE, id, Tuple.of(organization.value(), id.value(), zone)),
                Checks.known(() -> LocationCheck.zone(zone)),
                () -> isAsSeen(connection, organization, id, seenVersion));
    }

    private static Uni<Optional<Refusal>> isAsSeen(SqlConnection connection, OrganizationId organization, LocationId id,
            int seenVersion) {
        return Locks.location(connection, organization, id, seenVersion).map(seen -> switch (seen) {
            case Seen.Same _ -> Optional.empty();
            case Seen.Changed changed -> Optional.of(new Changed(changed.version()));
            case Seen.Gone _ -> Optional.of(new UnknownLocation());
        });
    }

    private static Uni<Optional<Refusal>> roomForOneMore(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(organization.value()))
                .map(rows -> rows.iterator().next().getLong(0) < MOST_LOCATIONS
                        ? Optional.empty()
                        : Optional.of(new TooMany(MOST_LOCATIONS)));
    }

    private static Uni<Optional<Refusal>> nameIsFree(SqlConnection connection, OrganizationId organization, LocationId id,
            String name) {
        return connection.preparedQuery(NAMESAKE).execute(Tuple.of(organization.value(), id.value(), name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new NameTaken(rows.iterator().next().getString("name"))));
    }

    private static Uni<Optional<Refusal>> ownNameIsFree(SqlConnection connection, OrganizationId organization, LocationId id) {
        return connection.preparedQuery(NAME).execute(Tuple.of(organization.value(), id.value()))
                .chain(rows -> nameIsFree(connection, organization, id, rows.iterator().next().getString("name")));
    }

    private static Uni<Optional<Refusal>> thereAreOthers(SqlConnection connection, OrganizationId organization, LocationId id) {
        return connection.preparedQuery(OTHERS).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() > 0 ? Optional.empty() : Optional.of(new LastLocation()));
    }

    private static Tuple values(OrganizationId organization, LocationId id, LocationDraft draft) {
        return Tuple.tuple().addUUID(organization.value()).addUUID(id.value()).addString(draft.name())
                .addString(draft.address()).addInteger((int) draft.grid().toMinutes())
                .addInteger((int) draft.minimumNotice().toMinutes()).addInteger(draft.horizonDays())
                .addBoolean(draft.daysKeptWhole());
    }

    private static Uni<PremisesOutcome> write(SqlConnection connection, String statement, LocationId id, Tuple values) {
        return connection.preparedQuery(statement).execute(values)
                .map(rows -> new LocationDone(id, rows.iterator().next().getInteger("version")));
    }
}
