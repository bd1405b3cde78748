package mx.yume.business.team;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Checks;
import mx.yume.business.Locks;
import mx.yume.business.Permission;
import mx.yume.business.Positions;
import mx.yume.business.Seen;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.Wording;
import mx.yume.business.team.TeamOutcome.BadName;
import mx.yume.business.team.TeamOutcome.Changed;
import mx.yume.business.team.TeamOutcome.Done;
import mx.yume.business.team.TeamOutcome.NotFound;
import mx.yume.business.team.TeamOutcome.Ordered;
import mx.yume.business.team.TeamOutcome.OtherPeople;
import mx.yume.business.team.TeamOutcome.OwnerStays;
import mx.yume.business.team.TeamOutcome.PhoneTaken;
import mx.yume.business.team.TeamOutcome.Refusal;
import mx.yume.business.team.TeamOutcome.TooMany;
import mx.yume.business.team.TeamOutcome.UnknownSpot;
import mx.yume.identity.Sessions;
import mx.yume.identity.SignedIn;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.Witness;

/**
 * Changes of who works at a business. Whether the asker may is decided before. Nobody is ever deleted; taking somebody off the
 * team is written in the transaction of whoever asked what becomes of their appointments.
 */
@ApplicationScoped
public class Team {

    static final int LONGEST_NAME = 80;
    static final int MOST_PEOPLE = 100;

    private static final String COUNT = "select count(*) from staff_member where organization_id = $1 and active";
    private static final String HOLDER = """
            select name, active from staff_member where organization_id = $1 and id <> $2 and phone = $3
            """;
    private static final String SPOT = "select 1 from spot where organization_id = $1 and id = $2 and active";
    private static final String OWNER = """
            select 1 from staff_member where organization_id = $1 and id = $2 and permission = 'owner'
            """;
    private static final String EVERYBODY = """
            select 1 from staff_member where organization_id = $1 order by id for update
            """;
    private static final String ADD = """
            insert into staff_member (organization_id, id, name, phone, permission, default_spot_id, position)
            values ($1, $2, $3, $4, $5, $6,
                (select coalesce(max(position) + 1, 0) from staff_member where organization_id = $1))
            returning version
            """;
    private static final String SET = """
            update staff_member set %s = $3, version = version + 1 where organization_id = $1 and id = $2 returning version
            """;
    /** Who has another phone is another to WhatsApp: the user id that came with the old one opens nothing any more. */
    private static final String EDIT = """
            update staff_member set name = $3, phone = $4::text, permission = $5, default_spot_id = $6,
                user_id = case when phone is not distinct from $4::text then user_id end, version = version + 1
            where organization_id = $1 and id = $2 returning version
            """;
    private static final String NAME = SET.formatted("name");
    private static final String PHONE = SET.formatted("phone");
    private static final String PERMISSION = SET.formatted("permission");
    private static final String DEFAULT_SPOT = SET.formatted("default_spot_id");
    private static final String ACTIVE = SET.formatted("active");

    private final Database database;

    Team(Database database) {
        this.database = database;
    }

    /** At the end of the team, not onboarded. */
    public Uni<TeamOutcome> add(OrganizationId organization, StaffDraft draft) {
        return add(organization, draft, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<TeamOutcome> add(OrganizationId organization, StaffDraft draft, Witness<TeamOutcome> witness) {
        return database.inTenant(organization, witness, connection -> add(connection, organization, draft));
    }

    /** The same in the caller's transaction. */
    public static Uni<TeamOutcome> add(SqlConnection connection, OrganizationId organization, StaffDraft draft) {
        var id = StaffId.next();
        var name = Wording.tidy(draft.name());
        var values = Arrays.<@Nullable Object>asList(organization.value(), id.value(), name, written(draft.phone()),
                written(draft.permission()), draft.defaultSpot().map(SpotId::value).orElse(null));
        return Checks.<TeamOutcome, Refusal>passed(() -> write(connection, ADD, id, Tuple.from(values)),
                Checks.known(() -> name(name)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> roomForOneMore(connection, organization),
                () -> phoneIsFree(connection, organization, id, draft.phone()),
                () -> spotIsThere(connection, organization, draft.defaultSpot()));
    }

    public Uni<TeamOutcome> rename(OrganizationId organization, StaffId id, int seenVersion, String name) {
        var tidy = Wording.tidy(name);
        return set(organization, id, seenVersion, NAME, tidy, connection -> Uni.createFrom().item(name(tidy)));
    }

    /** @param phone without one they cannot write to Yume */
    public Uni<TeamOutcome> setPhone(OrganizationId organization, StaffId id, int seenVersion, Optional<PhoneNumber> phone) {
        return set(organization, id, seenVersion, PHONE, written(phone),
                connection -> phoneIsFree(connection, organization, id, phone));
    }

    public Uni<TeamOutcome> setPermission(OrganizationId organization, StaffId id, int seenVersion, Permission permission) {
        return setPermission(organization, id, seenVersion, permission, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<TeamOutcome> setPermission(OrganizationId organization, StaffId id, int seenVersion, Permission permission,
            Witness<TeamOutcome> witness) {
        return database.inTenant(organization, witness, connection -> set(connection, organization, id, seenVersion,
                PERMISSION, written(permission), () -> permission == Permission.OWNER
                        ? Uni.createFrom().item(Optional.empty())
                        : isNoOwner(connection, organization, id)));
    }

    /** @param spot where they rather work, or wherever */
    public Uni<TeamOutcome> setDefaultSpot(OrganizationId organization, StaffId id, int seenVersion, Optional<SpotId> spot) {
        return set(organization, id, seenVersion, DEFAULT_SPOT, spot.map(SpotId::value).orElse(null),
                connection -> spotIsThere(connection, organization, spot));
    }

    /** Who they are, where they are reached, what they may and where they rather work, all at once or nothing of it. */
    public Uni<TeamOutcome> edit(OrganizationId organization, StaffId id, int seenVersion, StaffDraft draft) {
        var name = Wording.tidy(draft.name());
        var values = Arrays.<@Nullable Object>asList(organization.value(), id.value(), name, written(draft.phone()),
                written(draft.permission()), draft.defaultSpot().map(SpotId::value).orElse(null));
        return database.inTenant(organization, connection -> Checks.<TeamOutcome, Refusal>passed(
                () -> write(connection, EDIT, id, Tuple.from(values)),
                Checks.known(() -> name(name)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> phoneIsFree(connection, organization, id, draft.phone()),
                () -> spotIsThere(connection, organization, draft.defaultSpot()),
                () -> draft.permission() == Permission.OWNER ? Uni.createFrom().item(Optional.empty())
                        : isNoOwner(connection, organization, id)));
    }

    /** @param order the whole team, each once */
    public Uni<TeamOutcome> reorder(OrganizationId organization, List<StaffId> order) {
        return database.inTenant(organization, connection -> Locks.setup(connection, organization)
                .chain(() -> connection.preparedQuery(EVERYBODY).execute(Tuple.of(organization.value())))
                .chain(() -> Positions.reorder(connection, organization, Positions.Of.STAFF,
                        order.stream().map(StaffId::value).toList()))
                .map(found -> switch (found) {
                    case DONE -> new Ordered();
                    case UNKNOWN -> new NotFound();
                    case INCOMPLETE -> new OtherPeople();
                }));
    }

    /** Back on the team, with the hours and skills there were. */
    public Uni<TeamOutcome> reactivate(OrganizationId organization, StaffId id, int seenVersion) {
        return set(organization, id, seenVersion, ACTIVE, true, connection -> roomForOneMore(connection, organization));
    }

    /** Off the team and signed out, in the caller's transaction; bookings with them wait for it. */
    public static Uni<TeamOutcome> deactivate(SqlConnection connection, OrganizationId organization, StaffId id,
            int seenVersion) {
        return Checks.<TeamOutcome, Refusal>passed(
                () -> Sessions.end(connection, new SignedIn(organization, id.value()))
                        .chain(() -> write(connection, ACTIVE, id, Tuple.of(organization.value(), id.value(), false))),
                () -> isAsSeen(connection, organization, id, seenVersion),
                () -> isNoOwner(connection, organization, id));
    }

    private Uni<TeamOutcome> set(OrganizationId organization, StaffId id, int seenVersion, String statement,
            @Nullable Object value, Function<SqlConnection, Uni<Optional<Refusal>>> check) {
        return database.inTenant(organization, connection -> set(connection, organization, id, seenVersion, statement, value,
                () -> check.apply(connection)));
    }

    private static Uni<TeamOutcome> set(SqlConnection connection, OrganizationId organization, StaffId id, int seenVersion,
            String statement, @Nullable Object value, Supplier<Uni<Optional<Refusal>>> check) {
        return Checks.<TeamOutcome, Refusal>passed(
                () -> write(connection, statement, id, Tuple.of(organization.value(), id.value(), value)),
                Checks.first(() -> Locks.setup(connection, organization)),
                () -> isAsSeen(connection, organization, id, seenVersion), check);
    }

    private static Uni<Optional<Refusal>> isAsSeen(SqlConnection connection, OrganizationId organization, StaffId id,
            int seenVersion) {
        return Locks.staffMember(connection, organization, id, seenVersion).map(seen -> switch (seen) {
            case Seen.Same _ -> Optional.empty();
            case Seen.Changed changed -> Optional.of(new Changed(changed.version()));
            case Seen.Gone _ -> Optional.of(new NotFound());
        });
    }

    private static Optional<Refusal> name(String tidy) {
        return Wording.isBetween(1, tidy, LONGEST_NAME) ? Optional.empty() : Optional.of(new BadName());
    }

    private static Uni<Optional<Refusal>> roomForOneMore(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(COUNT).execute(Tuple.of(organization.value()))
                .map(rows -> rows.iterator().next().getLong(0) < MOST_PEOPLE ? Optional.empty() : Optional.of(new TooMany()));
    }

    private static Uni<Optional<Refusal>> phoneIsFree(SqlConnection connection, OrganizationId organization, StaffId id,
            Optional<PhoneNumber> phone) {
        return phone.map(number -> connection.preparedQuery(HOLDER)
                .execute(Tuple.of(organization.value(), id.value(), number.e164()))
                .map(rows -> rows.size() == 0 ? Optional.<Refusal>empty() : Optional.of(taken(rows.iterator().next()))))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static Refusal taken(Row holder) {
        return new PhoneTaken(holder.getString("name"), holder.getBoolean("active"));
    }

    private static Uni<Optional<Refusal>> spotIsThere(SqlConnection connection, OrganizationId organization,
            Optional<SpotId> spot) {
        return spot.map(id -> connection.preparedQuery(SPOT).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() > 0 ? Optional.<Refusal>empty() : Optional.<Refusal>of(new UnknownSpot())))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<Optional<Refusal>> isNoOwner(SqlConnection connection, OrganizationId organization, StaffId id) {
        return connection.preparedQuery(OWNER).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(new OwnerStays()));
    }

    private static Uni<TeamOutcome> write(SqlConnection connection, String statement, StaffId id, Tuple values) {
        return connection.preparedQuery(statement).execute(values)
                .map(rows -> new Done(id, rows.iterator().next().getInteger("version")));
    }

    private static @Nullable String written(Optional<PhoneNumber> phone) {
        return phone.map(PhoneNumber::e164).orElse(null);
    }

    private static String written(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }
}
