package mx.yume.business.menu;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Businesses;
import mx.yume.business.Checks;
import mx.yume.business.Locks;
import mx.yume.business.Price;
import mx.yume.business.Seen;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.StaffId;
import mx.yume.business.menu.MenuOutcome.Changed;
import mx.yume.business.menu.MenuOutcome.NotFound;
import mx.yume.business.menu.MenuOutcome.Refusal;
import mx.yume.business.menu.MenuOutcome.ShorterThanRest;
import mx.yume.business.menu.MenuOutcome.Skilled;
import mx.yume.business.menu.MenuOutcome.UnknownStaff;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** Who gives what, and how theirs differs. Skills belong to the staff member: their version is the one to name. */
@ApplicationScoped
public class Skills {

    /** The service stays as it is until this is written: a rest that grew meanwhile would outlast the skill. */
    private static final String SERVICE = """
            select coalesce(processing_after_minutes + processing_minutes, 0) as rest_ends,
                   (select name from staff_member where organization_id = $1 and id = $3) as staff
            from service where organization_id = $1 and id = $2 and active for share
            """;
    private static final String GIVE = """
            insert into staff_skill (organization_id, staff_id, service_id, duration_minutes, price_centavos, price_from, online)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organization_id, staff_id, service_id) do update set duration_minutes = excluded.duration_minutes,
                price_centavos = excluded.price_centavos, price_from = excluded.price_from, online = excluded.online
            """;
    private static final String TAKE = """
            delete from staff_skill where organization_id = $1 and staff_id = $2 and service_id = $3
            """;
    private static final String TOUCH = """
            update staff_member set version = version + 1 where organization_id = $1 and id = $2 returning version
            """;

    private static final String GIVE_TO_ALL = """
            with working as (
                update staff_member m set version = version + 1
                where m.organization_id = $1 and m.active and exists (
                    select 1 from staff_hours h where h.organization_id = m.organization_id and h.staff_id = m.id)
                returning m.id)
            insert into staff_skill (organization_id, staff_id, service_id) select $1, id, $2 from working
            """;

    private final Database database;
    private final Businesses businesses;

    Skills(Database database, Businesses businesses) {
        this.database = database;
        this.businesses = businesses;
    }

    /**
     * From now on they give it, or give it differently.
     *
     * @param seenVersion of the staff member
     * @param longerConfirmed whether their own duration may be longer than any day
     */
    public Uni<MenuOutcome> give(OrganizationId organization, StaffId staff, int seenVersion, ServiceId service, Skill skill,
            boolean longerConfirmed) {
        return database.inTenant(organization,
                connection -> give(connection, organization, staff, seenVersion, service, skill, longerConfirmed));
    }

    /** The same in the caller's transaction. */
    public Uni<MenuOutcome> give(SqlConnection connection, OrganizationId organization, StaffId staff, int seenVersion,
            ServiceId service, Skill skill, boolean longerConfirmed) {
        return Checks.<MenuOutcome, Refusal>passed(() -> write(connection, organization, staff, service, skill),
                Checks.known(() -> ServiceCheck.of(skill)),
                () -> isAsSeen(connection, organization, staff, seenVersion),
                () -> outlastsTheRest(connection, organization, staff, service, skill),
                () -> fitsADay(connection, organization, longerConfirmed ? Optional.empty() : skill.duration()));
    }

    /** A new service, in the caller's transaction. */
    static Uni<Void> giveToAll(SqlConnection connection, OrganizationId organization, ServiceId service) {
        return connection.preparedQuery(GIVE_TO_ALL).execute(Tuple.of(organization.value(), service.value())).replaceWithVoid();
    }

    /**
     * They do not give it any more; nothing happens if they never did. In the caller's transaction, who asked what becomes of
     * its appointments.
     *
     * @param seenVersion of the staff member
     */
    public static Uni<MenuOutcome> take(SqlConnection connection, OrganizationId organization, StaffId staff, int seenVersion,
            ServiceId service) {
        return Checks.<MenuOutcome, Refusal>passed(
                () -> connection.preparedQuery(TAKE)
                        .execute(Tuple.of(organization.value(), staff.value(), service.value()))
                        .chain(() -> touch(connection, organization, staff)),
                () -> isAsSeen(connection, organization, staff, seenVersion));
    }

    private static Uni<Optional<Refusal>> isAsSeen(SqlConnection connection, OrganizationId organization, StaffId staff,
            int seenVersion) {
        return Locks.staffMember(connection, organization, staff, seenVersion).map(seen -> switch (seen) {
            case Seen.Same _ -> Optional.empty();
            case Seen.Changed changed -> Optional.of(new Changed(changed.version()));
            case Seen.Gone _ -> Optional.of(new UnknownStaff());
        });
    }

    private static Uni<Optional<Refusal>> outlastsTheRest(SqlConnection connection, OrganizationId organization, StaffId staff,
            ServiceId service, Skill skill) {
        return connection.preparedQuery(SERVICE).execute(Tuple.of(organization.value(), service.value(), staff.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.of(new NotFound())
                        : tooShort(rows.iterator().next(), skill));
    }

    private static Optional<Refusal> tooShort(Row service, Skill skill) {
        var restEnds = Duration.ofMinutes(service.getInteger("rest_ends"));
        return skill.duration().filter(duration -> duration.compareTo(restEnds) <= 0)
                .map(duration -> new ShorterThanRest(service.getString("staff")));
    }

    private Uni<Optional<Refusal>> fitsADay(SqlConnection connection, OrganizationId organization, Optional<Duration> asked) {
        return asked.map(duration -> Menu.fitsADay(businesses, connection, organization, duration))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<MenuOutcome> write(SqlConnection connection, OrganizationId organization, StaffId staff,
            ServiceId service, Skill skill) {
        var values = Arrays.<@Nullable Object>asList(organization.value(), staff.value(), service.value(),
                skill.duration().map(duration -> (int) duration.toMinutes()).orElse(null),
                skill.price().map(price -> price.amount().centavos()).orElse(null),
                skill.price().map(Price::from).orElse(false), skill.online());
        return connection.preparedQuery(GIVE).execute(Tuple.from(values))
                .chain(() -> touch(connection, organization, staff));
    }

    private static Uni<MenuOutcome> touch(SqlConnection connection, OrganizationId organization, StaffId staff) {
        return connection.preparedQuery(TOUCH).execute(Tuple.of(organization.value(), staff.value()))
                .map(rows -> new Skilled(staff, rows.iterator().next().getInteger("version")));
    }
}
