package mx.yume.scheduling.waitlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Claim;
import mx.yume.scheduling.Holds;
import mx.yume.scheduling.Reservations;

/** The rows of offers. An open one and what it holds begin and end together. */
final class Offers {

    private static final String INSERT = """
            insert into waitlist_offer (organization_id, id, entry_id, starts_at, ends_at, status, offered_at, expires_at)
            values ($1, $2, $3, $4, $5, 'open', $6, $7)
            """;
    private static final String INSERT_PART = """
            insert into waitlist_offer_part (organization_id, offer_id, position, service_id, staff_id) values ($1, $2, $3, $4, $5)
            """;
    private static final String BEFORE = """
            select entry_id, starts_at, ends_at from waitlist_offer where organization_id = $1 and entry_id = any ($2)
            """;
    private static final String END = """
            update waitlist_offer set status = $3 where organization_id = $1 and id = $2 and status = 'open'
            """;

    private static final String START = """
            with started as (
                update waitlist_offer set expires_at = $3 where organization_id = $1 and id = $2 and status = 'open'
                returning organization_id, id)
            update reservation r set held_until = $3 from started
            where r.organization_id = $1 and r.organization_id = started.organization_id and r.offer_id = started.id
            """;

    private Offers() {}

    /** Its time to answer ends then, and with it what it holds. */
    static Uni<Void> until(SqlConnection connection, OrganizationId organization, OfferId offer, Instant expires) {
        return connection.preparedQuery(START).execute(Tuple.of(organization.value(), offer.value(), Appointments.utc(expires)))
                .replaceWithVoid();
    }

    static Uni<Void> insert(SqlConnection connection, OrganizationId organization, EntryId entry, Offer offer, Instant now) {
        var parts = new ArrayList<Tuple>();
        for (var part : offer.parts()) {
            parts.add(Tuple.of(organization.value(), offer.id().value(), (short) parts.size(), part.service().value(),
                    part.staff().map(StaffId::value).orElseThrow()));
        }
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[]{organization.value(), offer.id().value(), entry.value(),
                        Appointments.utc(offer.start().toInstant()), Appointments.utc(offer.end().toInstant()),
                        Appointments.utc(now), Appointments.utc(offer.expires())}))
                .chain(() -> connection.preparedQuery(INSERT_PART).executeBatch(parts)).replaceWithVoid();
    }

    /** Whatever was offered to these people, and they did not take. */
    static Uni<Map<EntryId, List<TimeRange>>> before(SqlConnection connection, OrganizationId organization,
            List<WaitlistEntry> entries) {
        var ids = entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new);
        return connection.preparedQuery(BEFORE).execute(Tuple.of(organization.value(), ids)).map(rows -> {
            var ranges = new HashMap<EntryId, List<TimeRange>>();
            rows.forEach(row -> ranges.computeIfAbsent(new EntryId(row.getUUID("entry_id")), entry -> new ArrayList<>())
                    .add(new TimeRange(row.getOffsetDateTime("starts_at").toInstant(),
                            row.getOffsetDateTime("ends_at").toInstant())));
            return ranges;
        });
    }

    /**
     * Ends an open offer, in the order in which everybody changes these rows: the writers' line, the offer, its entry.
     *
     * @param entry what becomes of the place in the list
     * @return the time that is given back; empty when the offer had ended before
     */
    static Uni<List<Claim>> end(SqlConnection connection, OrganizationId organization, WaitlistEntry offered, OfferStatus how,
            EntryStatus entry) {
        var offer = offered.offer().orElseThrow();
        var promised = promised(offer);
        return Holds.of(connection, organization, offer.id().value())
                .chain(held -> Reservations.queueFor(connection, resources(promised, held)))
                .chain(() -> connection.preparedQuery(END)
                        .execute(Tuple.of(organization.value(), offer.id().value(), Entries.sql(how))))
                .chain(updated -> updated.rowCount() == 0 ? Uni.createFrom().item(List.of())
                        : Entries.change(connection, organization, offered.id(), EntryStatus.OFFERED, entry)
                                .chain(() -> Holds.release(connection, organization, offer.id().value()))
                                .map(held -> together(promised, held)));
    }

    /** Also when somebody cleared away since what had run out, and took but some of it. */
    private static List<Claim> promised(Offer offer) {
        var visit = new TimeRange(offer.start().toInstant(), offer.end().toInstant());
        return offer.parts().stream().flatMap(part -> part.staff().stream()).distinct()
                .map(staff -> new Claim(staff.value(), Claim.STAFF, visit)).toList();
    }

    private static List<UUID> resources(List<Claim> some, List<Claim> others) {
        return together(some, others).stream().map(Claim::resource).distinct().toList();
    }

    private static List<Claim> together(List<Claim> some, List<Claim> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
