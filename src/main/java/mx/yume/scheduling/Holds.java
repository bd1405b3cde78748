package mx.yume.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Placement.Fits;

/**
 * The rows that keep a time for somebody of the waiting list. They end by the clock: from that moment on readers take them for
 * free, and writers delete them before they insert. Rows are changed in one order by everybody: the writers' line, the offer,
 * its entry.
 */
public final class Holds {

    private static final String HOLD = """
            insert into reservation (organization_id, resource_id, kind, during, offer_id, held_until)
            select $1, resource, kind, tstzrange(starts, ends), $6, $7
            from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as wanted (resource, kind, starts, ends)
            """;
    /**
     * A customer's own offer is taken by a booking of the same services over what it holds, whoever gives them and even where
     * only the buffers meet. One of other services that stands in the booking's way ends too, but its entry waits on.
     */
    private static final String GIVE_WAY = """
            with ended as (
                update waitlist_offer o set status = case when (
                        select array_agg(p.service_id order by p.service_id) from waitlist_offer_part p
                        where p.organization_id = $1 and p.offer_id = o.id)
                    = (select array_agg(service order by service) from unnest($5::uuid[]) as service)
                    then 'taken' else 'declined' end
                from waitlist_entry e
                where o.organization_id = $1 and e.organization_id = $1 and e.id = o.entry_id and e.customer_id = $2
                  and o.status = 'open' and o.expires_at > $3
                  and exists (
                      select 1 from reservation r
                      join unnest($4::uuid[], $6::timestamptz[], $7::timestamptz[]) as claim (resource, starts, ends)
                        on (r.resource_id = claim.resource and r.starts_at < claim.ends and r.ends_at > claim.starts)
                        or (r.starts_at < $9 and r.ends_at > $8 and (
                                select array_agg(p.service_id order by p.service_id) from waitlist_offer_part p
                                where p.organization_id = $1 and p.offer_id = o.id)
                            = (select array_agg(service order by service) from unnest($5::uuid[]) as service))
                      where r.organization_id = $1 and r.offer_id = o.id)
                returning o.id, o.entry_id, o.status),
            entries as (
                update waitlist_entry e set status = case ended.status when 'taken' then 'booked' else 'waiting' end,
                                            version = e.version + 1
                from ended where e.organization_id = $1 and e.id = ended.entry_id)
            delete from reservation
            where organization_id = $1 and held_until is not null
              and (offer_id in (select id from ended) or held_until <= $3 and resource_id = any ($4))
            returning resource_id, kind, starts_at, ends_at, held_until > $3 as own
            """;
    private static final String OF = """
            select resource_id, kind, starts_at, ends_at from reservation where organization_id = $1 and offer_id = $2
            """;
    private static final String RELEASE = """
            delete from reservation where organization_id = $1 and offer_id = $2 returning resource_id, kind, starts_at, ends_at
            """;

    private static final String OPEN_OFFERS = """
            select o.id from waitlist_offer o
            join waitlist_entry e on e.organization_id = o.organization_id and e.id = o.entry_id
            where o.organization_id = $1 and e.customer_id = $2 and o.status = 'open' and o.expires_at > $3
            """;

    private Holds() {}

    /**
     * The offers that somebody has: what they hold is not in that person's way.
     *
     * @param now business time
     */
    static Uni<List<UUID>> openOffers(SqlConnection connection, OrganizationId organization, Optional<PersonId> customer,
            Instant now) {
        return customer.map(person -> connection.preparedQuery(OPEN_OFFERS)
                .execute(Tuple.of(organization.value(), person.value(), Appointments.utc(now))).map(Holds::ids))
                .orElse(Uni.createFrom().item(List.of()));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        var ids = new ArrayList<UUID>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids;
    }

    /**
     * Keeps a place for an offer; the caller stands in the writers' line for it.
     *
     * @param now business time
     * @param until business time; from then on it is free
     */
    public static Uni<Void> hold(SqlConnection connection, OrganizationId organization, UUID offer, Fits place, Instant now,
            Instant until) {
        var claims = Claim.of(place);
        return giveWay(connection, organization, claims, now)
                .chain(() -> connection.preparedQuery(HOLD).execute(Tuple.of(organization.value(), resources(claims),
                        claims.stream().map(Claim::kind).toArray(String[]::new), starts(claims), ends(claims), offer)
                        .addOffsetDateTime(Appointments.utc(until))))
                .replaceWithVoid();
    }

    /** Before these claims are inserted, by somebody who stands in line for them: holds of theirs that ran out go. */
    static Uni<Void> giveWay(SqlConnection connection, OrganizationId organization, List<Claim> claims, Instant now) {
        return giveWay(connection, organization, Optional.empty(), List.of(), claims, now).replaceWithVoid();
    }

    /**
     * Before an appointment's claims are inserted, by somebody who stands in line for them: holds of theirs that ran out go,
     * blocks close over them, and of the customer's own offers those are taken, with their place in the list, that are for the
     * same services then; others in the claims' way end, and the customer waits on.
     *
     * @return what had been held for the customer
     */
    static Uni<List<Claim>> giveWay(SqlConnection connection, OrganizationId organization, Appointment appointment,
            List<Claim> claims, Instant now) {
        var services = appointment.parts().stream().map(part -> part.service().value()).toList();
        return giveWay(connection, organization, appointment.customer(), services, claims, now);
    }

    private static Uni<List<Claim>> giveWay(SqlConnection connection, OrganizationId organization,
            Optional<PersonId> customer, List<UUID> services, List<Claim> claims, Instant now) {
        var first = claims.stream().map(claim -> claim.during().start()).min(Comparator.naturalOrder()).orElseThrow();
        var last = claims.stream().map(claim -> claim.during().end()).max(Comparator.naturalOrder()).orElseThrow();
        return connection.preparedQuery(GIVE_WAY)
                .execute(Tuple.from(new Object[]{organization.value(), customer.map(PersonId::value).orElse(null),
                        Appointments.utc(now), resources(claims), services.toArray(UUID[]::new), starts(claims), ends(claims),
                        Appointments.utc(first), Appointments.utc(last)}))
                .call(rows -> close(connection, organization, gone(rows, false)))
                .map(rows -> gone(rows, true));
    }

    /** What an offer holds; nothing any more once somebody wrote there after it ran out. */
    public static Uni<List<Claim>> of(SqlConnection connection, OrganizationId organization, UUID offer) {
        return connection.preparedQuery(OF).execute(Tuple.of(organization.value(), offer)).map(Reservations::claims);
    }

    /** What an offer held, given back. */
    public static Uni<List<Claim>> release(SqlConnection connection, OrganizationId organization, UUID offer) {
        return connection.preparedQuery(RELEASE).execute(Tuple.of(organization.value(), offer)).map(Reservations::claims);
    }

    /** Whoever waits for them is told when the offer's end is seen to, soon. */
    private static Uni<Void> close(SqlConnection connection, OrganizationId organization, List<Claim> ranOut) {
        return ranOut.isEmpty() ? Uni.createFrom().voidItem()
                : connection.preparedQuery(FreedTime.CLOSE).execute(FreedTime.parameters(organization, ranOut))
                        .replaceWithVoid();
    }

    private static List<Claim> gone(RowSet<Row> rows, boolean own) {
        var claims = new ArrayList<Claim>();
        rows.forEach(row -> {
            if (row.getBoolean("own") == own) {
                claims.add(Reservations.claim(row));
            }
        });
        return List.copyOf(claims);
    }

    private static UUID[] resources(List<Claim> claims) {
        return claims.stream().map(Claim::resource).toArray(UUID[]::new);
    }

    private static OffsetDateTime[] starts(List<Claim> claims) {
        return claims.stream().map(claim -> Appointments.utc(claim.during().start())).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime[] ends(List<Claim> claims) {
        return claims.stream().map(claim -> Appointments.utc(claim.during().end())).toArray(OffsetDateTime[]::new);
    }
}
