package mx.yume.business.premises;

import java.util.List;
import java.util.Locale;
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
import mx.yume.business.SpotId;
import mx.yume.business.Wording;
import mx.yume.business.premises.PremisesOutcome.BadKind;
import mx.yume.business.premises.PremisesOutcome.BadName;
import mx.yume.business.premises.PremisesOutcome.Changed;
import mx.yume.business.premises.PremisesOutcome.Incomplete;
import mx.yume.business.premises.PremisesOutcome.NameTaken;
import mx.yume.business.premises.PremisesOutcome.Ordered;
import mx.yume.business.premises.PremisesOutcome.Refusal;
import mx.yume.business.premises.PremisesOutcome.SpotDone;
import mx.yume.business.premises.PremisesOutcome.TooMany;
import mx.yume.business.premises.PremisesOutcome.UnknownLocation;
import mx.yume.business.premises.PremisesOutcome.UnknownSpot;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/**
 * Changes of chairs, tables and cabins. A spot is never deleted; taking one out of use is written in the transaction of whoever
 * asked what becomes of its appointments.
 */
@ApplicationScoped
public class Spots {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_KIND = 40;
    static final int MOST_SPOTS = 100;

    private static final String LOCATION = "select 1 from location where organization_id = $1 and id = $2 and active";
    private static final String COUNT = """
            select count(*) from spot where organization_id = $1 and location_id = $2 and active
            """;
    private static final String NAMESAKE = """
            select name from spot
            where organization_id = $1 and location_id = $2 and id <> $3 and active and lower(name) = lower($4)
            """;
    private static final String PLACE = "select location_id, name from spot where organization_id = $1 and id = $2";
    private static final String ADD = """
            insert into spot (organization_id, id, location_id, name, kind, position)
            values ($1, $2, $3, $4, $5, (select coalesce(max(position) + 1, 0) from spot where organization_id = $1))
            returning version
            """;
    private static final String RENAME = """
            update spot set name = $3, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;
    private static final String CHANGE = """
            update spot set name = $3, kind = $4, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;
    private static final String ACTIVATE = """
            update spot set active = $3, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;

    private final Database database;

    Spots(Database database) {
        this.database = database;
    }

    /**
     * After the others.
     *
     * @param name 1 to 80 characters, no other spot's there
     * @param kind what services ask for, 1 to 40 characters; small letters are kept
     */
    public Uni<PremisesOutcome> add(OrganizationId organization, LocationId location, String name, String kind) {
        return database.inTenant(organization, connection -> add(connection, organization, location, name, kind));
    }

    /** The same in the caller's transaction. */
    public static Uni<PremisesOutcome> add(SqlConnection connection, OrganizationId organization, LocationId location,
            String name, String kind) {
        var id = SpotId.next();
        var tidyName = Wording.tidy(name);
        var tidyKind = Wording.tidy(kind).toLowerCase(Locale.ROOT);
        return Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ADD, id, Tuple.of(organization.value(), id.value(), location.value(), tidyName,
                        tidyKind)),
                Checks.known(() -> name(tidyName).or(() -> kind(tidyKind))),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> locationIsOpen(connection, organization, location),
                () -> roomForOneMore(connection, organization, location),
                () -> nameIsFree(connection, organization, location, id, tidyName));
    }

    public Uni<PremisesOutcome> rename(OrganizationId organization, SpotId id, int seenVersion, String name) {
        var tidy = Wording.tidy(name);
        return database.inTenant(organization, connection -> Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, RENAME, id, Tuple.of(organization.value(), id.value(), tidy)),
                Checks.known(() -> name(tidy)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> place(connection, organization, id).chain(place -> nameIsFree(connection, organization, place.location(),
                        id, tidy))));
    }

    /**
     * What is booked there stays there; bookings at any location wait for it.
     *
     * @param kind what it serves from now on, as in {@link #add}
     */
    public Uni<PremisesOutcome> change(OrganizationId organization, SpotId id, int seenVersion, String name, String kind) {
        var tidyName = Wording.tidy(name);
        var tidyKind = Wording.tidy(kind).toLowerCase(Locale.ROOT);
        return database.inTenant(organization, connection -> Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, CHANGE, id, Tuple.of(organization.value(), id.value(), tidyName, tidyKind)),
                Checks.known(() -> name(tidyName).or(() -> kind(tidyKind))),
                Checks.first(() -> Locks.setup(connection, organization)
                        .chain(() -> Locks.locations(connection, organization)).replaceWithVoid()),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> place(connection, organization, id).chain(place -> nameIsFree(connection, organization, place.location(),
                        id, tidyName))));
    }

    /** @param order all spots in use, of all locations, each once */
    public Uni<PremisesOutcome> reorder(OrganizationId organization, List<SpotId> order) {
        return database.inTenant(organization, connection -> Locks.setup(connection, organization)
                .chain(() -> Positions.reorder(connection, organization, Positions.Of.SPOTS,
                        order.stream().map(SpotId::value).toList()))
                .map(found -> switch (found) {
                    case DONE -> new Ordered();
                    case UNKNOWN -> new UnknownSpot();
                    case INCOMPLETE -> new Incomplete();
                }));
    }

    /** In use again; its location must be. */
    public Uni<PremisesOutcome> reactivate(OrganizationId organization, SpotId id, int seenVersion) {
        return database.inTenant(organization, connection -> Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ACTIVATE, id, Tuple.of(organization.value(), id.value(), true)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> place(connection, organization, id).chain(place -> mayReturn(connection, organization, id, place))));
    }

    /** Out of use, in the caller's transaction; bookings at any location wait for it. */
    public static Uni<PremisesOutcome> deactivate(SqlConnection connection, OrganizationId organization, SpotId id,
            int seenVersion) {
        return Checks.<PremisesOutcome, Refusal>passed(
                () -> write(connection, ACTIVATE, id, Tuple.of(organization.value(), id.value(), false)),
                Checks.first(() -> Locks.locations(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion));
    }

    private record Place(LocationId location, String name) {}

    private static Uni<Place> place(SqlConnection connection, OrganizationId organization, SpotId id) {
        return connection.preparedQuery(PLACE).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Place(new LocationId(row.getUUID("location_id")), row.getString("name")));
    }

    private static Uni<Optional<Refusal>> mayReturn(SqlConnection connection, OrganizationId organization, SpotId id,
            Place place) {
        return locationIsOpen(connection, organization, place.location())
                .chain(no -> no.isPresent() ? Uni.createFrom().item(no)
                        : roomForOneMore(connection, organization, place.location()))
                .chain(no -> no.isPresent() ? Uni.createFrom().item(no)
                        : nameIsFree(connection, organization, place.location(), id, place.name()));
    }

    private static Optional<Refusal> name(String tidy) {
        return Wording.isBetween(1, tidy, LONGEST_NAME) ? Optional.empty() : Optional.of(new BadName(LONGEST_NAME));
    }

    private static Optional<Refusal> kind(String tidy) {
        return Wording.isBetween(1, tidy, LONGEST_KIND) ? Optional.empty() : Optional.of(new BadKind());
    }

    private static Uni<Optional<Refusal>> isAsSeen(SqlConnection connection, OrganizationId organization, SpotId id,
            int seenVersion) {
        return Locks.spot(connection, organization, id, seenVersion).map(seen -> switch (seen) {
            case Seen.Same _ -> Optional.empty();
            case Seen.Changed changed -> Optional.of(new Changed(changed.version()));
            case Seen.Gone _ -> Optional.of(new UnknownSpot());
        });
    }

    private static Uni<Optional<Refusal>> locationIsOpen(SqlConnection connection, OrganizationId organization,
            LocationId location) {
        return connection.preparedQuery(LOCATION).execute(Tuple.of(organization.value(), location.value()))
                .map(rows -> rows.size() > 0 ? Optional.empty() : Optional.of(new UnknownLocation()));
    }

    private static Uni<Optional<Refusal>> roomForOneMore(SqlConnection connection, OrganizationId organization,
            LocationId location) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(organization.value(), location.value()))
                .map(rows -> rows.iterator().next().getLong(0) < MOST_SPOTS
                        ? Optional.empty()
                        : Optional.of(new TooMany(MOST_SPOTS)));
    }

    private static Uni<Optional<Refusal>> nameIsFree(SqlConnection connection, OrganizationId organization, LocationId location,
            SpotId id, String name) {
        return connection.preparedQuery(NAMESAKE)
                .execute(Tuple.of(organization.value(), location.value(), id.value(), name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new NameTaken(rows.iterator().next().getString("name"))));
    }

    private static Uni<PremisesOutcome> write(SqlConnection connection, String statement, SpotId id, Tuple values) {
        return connection.preparedQuery(statement).execute(values)
                .map(rows -> new SpotDone(id, rows.iterator().next().getInteger("version")));
    }
}
