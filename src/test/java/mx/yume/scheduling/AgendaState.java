package mx.yume.scheduling;

import java.time.Instant;

/** What must hold of the rows of every agenda, whatever happened to it. */
final class AgendaState {

    /** In the rules business time takes its place. */
    private static final String NOW = ":now";

    /** How often a person or a spot is reserved twice at one time. */
    static final String OVERLAPS = """
            select count(*) from reservation one join reservation other
              on one.organization_id = other.organization_id and one.resource_id = other.resource_id and one.id < other.id
             and one.starts_at < other.ends_at and other.starts_at < one.ends_at
            """;

    /**
     * Appointments whose reservations are not what their parts need: each person and each spot from the start of the part with the
     * service's buffers around it, hands left out while it rests, what touches or overlaps joined; nothing once cancelled.
     */
    static final String MISHELD = """
            with needed as (
                select a.id, resource, range_agg(during) as during
                from appointment a join appointment_part p on p.appointment_id = a.id join service s on s.id = p.service_id,
                lateral (select tstzrange(p.starts_at - make_interval(mins => s.buffer_before_minutes),
                                          p.ends_at + make_interval(mins => s.buffer_after_minutes)) as whole) as visit,
                lateral (select p.spot_id as resource, tstzmultirange(whole) as pieces where p.spot_id is not null
                         union all
                         select p.staff_id, tstzmultirange(whole) - case when s.processing_minutes is null then '{}'
                             else tstzmultirange(tstzrange(
                                 p.starts_at + make_interval(mins => s.processing_after_minutes),
                                 p.starts_at + make_interval(mins => s.processing_after_minutes + s.processing_minutes))) end
                        ) as uses, unnest(pieces) as during
                where a.status in ('pending', 'confirmed') group by a.id, resource),
            kept as (
                select appointment_id as id, resource_id as resource, range_agg(r.during) as during
                from reservation r join appointment a on a.id = r.appointment_id and a.status not in ('completed', 'no_show')
                group by appointment_id, resource_id)
            select * from needed full join kept using (id, resource) where needed.during is distinct from kept.during
            """;

    /** Appointments that do not last from the start of their first part to the end of their last, or have none. */
    static final String MISTIMED = """
            select a.id from appointment a left join appointment_part p on p.appointment_id = a.id
            group by a.id having (a.starts_at, a.ends_at) is distinct from (min(p.starts_at), max(p.ends_at))
            """;

    /** Blocks that do not hold exactly their range less what somebody else has inside it. */
    static final String MISBLOCKED = """
            with blocked as (
                select b.id, tstzmultirange(tstzrange(b.starts_at, b.ends_at)) as during,
                    coalesce((select range_agg(r.during) from reservation r where r.block_id = b.id), '{}') as held,
                    coalesce((select range_agg(r.during) from reservation r
                              where r.resource_id = b.staff_id and r.block_id is distinct from b.id), '{}') as others
                from block b)
            select * from blocked where held <> during - others
            """;

    /** Offers of one service that do not hold exactly what it needs, spots by kind. */
    private static final String MISOFFERED = """
            with one as (
                select o.id, p.staff_id, s.*, tstzrange(o.starts_at - make_interval(mins => s.buffer_before_minutes),
                                                        o.ends_at + make_interval(mins => s.buffer_after_minutes)) as whole,
                    tstzrange(o.starts_at + make_interval(mins => s.processing_after_minutes),
                              o.starts_at + make_interval(mins => s.processing_after_minutes + s.processing_minutes)) as rest
                from waitlist_offer o join waitlist_offer_part p on p.offer_id = o.id
                join lateral (select spot_kind, buffer_before_minutes, buffer_after_minutes, processing_after_minutes,
                                     processing_minutes from service where id = p.service_id) as s on true
                where o.status = 'open' and o.expires_at > :now
                  and (select count(*) from waitlist_offer_part where offer_id = o.id) = 1),
            needed as (
                select id, spot_kind as what, tstzmultirange(whole) as during from one where spot_kind is not null
                union all
                select id, staff_id::text, tstzmultirange(whole) - case when processing_minutes is null then '{}'
                    else tstzmultirange(rest) end from one),
            kept as (
                select r.offer_id as id, coalesce(s.kind, r.resource_id::text) as what, range_agg(r.during) as during
                from reservation r left join spot s on s.id = r.resource_id where r.offer_id in (select id from one)
                group by r.offer_id, r.resource_id, s.kind)
            select * from needed full join kept using (id, what) where needed.during is distinct from kept.during
            """;

    /** Offers that do not hold the time of the whole visit, or not those who would give it and nobody else. */
    private static final String OFFERED_OTHERWISE = """
            select o.id from waitlist_offer o left join reservation r on r.offer_id = o.id
            where o.status = 'open' and o.expires_at > :now group by o.id, o.starts_at, o.ends_at
            having (min(r.starts_at) <= o.starts_at and max(r.ends_at) >= o.ends_at) is not true
                or array_agg(distinct r.resource_id order by r.resource_id) filter (where r.kind = 'staff') is distinct from
                   (select array_agg(distinct staff_id order by staff_id) from waitlist_offer_part where offer_id = o.id)
            """;

    /** Time that is held for nobody: of an offer that was ended, or ran out before somebody wrote where it was. */
    private static final String HELD_FOR_NOBODY = """
            select o.id from reservation r join waitlist_offer o on o.id = r.offer_id
            where o.status <> 'open' or r.held_until <> o.expires_at or exists (
                select 1 from reservation other join appointment a on a.id = other.appointment_id
                where other.resource_id = r.resource_id and a.created_at >= r.held_until)
            """;

    /** People in the list who think about an offer that is not there, or the other way round, or got one and wait. */
    private static final String MISLISTED = """
            select e.id, e.status from waitlist_entry e
            where (e.status = 'offered')::int <> (
                    select count(*) from waitlist_offer o where o.entry_id = e.id and o.status = 'open')
               or (e.status = 'booked')::int <> (
                    select count(*) from waitlist_offer o where o.entry_id = e.id and o.status = 'taken')
            """;

    /** What was to follow and failed. */
    private static final String FAILED = "select kind, error from job where attempts > 0";

    /** What has to be over once all that is due was done. */
    private static final String LEFT_UNDONE = """
            select id::text, 'offer' as what from waitlist_offer where status = 'open' and expires_at <= :now
            union all
            select id::text, kind from job where due_at <= :now
            """;

    /** Each offer that stands, and all that it holds. */
    private static final String HELD = """
            select o.id, string_agg(r.resource_id || ' ' || r.during, ', ' order by r.resource_id, r.starts_at)
            from waitlist_offer o left join reservation r on r.offer_id = o.id
            where o.status = 'open' and o.expires_at > :now group by o.id
            """;
    static final String OFFER = "offer";

    private AgendaState() {}

    /**
     * Whatever is wrong, and with what; and, named {@link #OFFER}, what each offer that stands holds.
     *
     * @param now business time
     * @param worked whether everything due by now was done
     */
    static String at(Instant now, boolean worked) {
        return String.join(" union all ", named(OFFER, HELD, now),
                named("twice", "select 1 from (" + OVERLAPS + ") as twice (many) where many > 0", now),
                named("misheld", MISHELD, now), named("mistimed", MISTIMED, now), named("misblocked", MISBLOCKED, now),
                named("misoffered", MISOFFERED, now), named("offered otherwise", OFFERED_OTHERWISE, now),
                named("held for nobody", HELD_FOR_NOBODY, now), named("mislisted", MISLISTED, now),
                named("failed", FAILED, now), named("undone", LEFT_UNDONE + (worked ? "" : " limit 0"), now));
    }

    private static String named(String name, String rule, Instant now) {
        var found = rule.replace(NOW, "timestamptz '" + now + "'");
        return "select '%s', found::text from (%s) as found".formatted(name, found);
    }
}
