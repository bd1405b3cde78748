package mx.yume.scheduling;

/** What must hold of the rows of every agenda, whatever happened to it. */
final class AgendaState {

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

    private AgendaState() {}
}
