-- When visits can start, said once more in SQL: opening hours, working hours, breaks and reservations are multiranges, and what
-- is left after subtracting them is asked whether it contains a visit. Nothing here knows how the engine does it.

drop schema if exists oracle cascade;
create schema oracle;

-- The first moment at which the clocks of the zone show this time or a later one: of a time that happens twice the first, for
-- one that is skipped the moment of the jump.
create function oracle.moment(wall timestamp, zone text) returns timestamptz language plpgsql stable as $$
declare
    one    timestamptz := (wall - interval '24 hours') at time zone 'UTC';
    other  timestamptz := (wall + interval '24 hours') at time zone 'UTC';
    before interval := one at time zone zone - one at time zone 'UTC';
    after  interval := other at time zone zone - other at time zone 'UTC';
    early  timestamptz := (wall - greatest(before, after)) at time zone 'UTC';
    late   timestamptz := (wall - least(before, after)) at time zone 'UTC';
begin
    return (select min(t) from generate_series(early, late, interval '1 minute') as t where t at time zone zone >= wall);
end $$;

-- A closing time not after the opening one means the next day. Nothing is left of hours that a jump skips.
create function oracle.stretch(day date, opens time, closes time, zone text) returns tstzrange language sql stable as $$
    select case when begins < ends then tstzrange(begins, ends) else 'empty'::tstzrange end
    from oracle.moment(day + opens, zone) as begins,
         oracle.moment(day + case when closes > opens then 0 else 1 end + closes, zone) as ends
$$;

create function oracle.open(place uuid, first date, last date) returns tstzmultirange language sql stable as $$
    select coalesce(range_agg(oracle.stretch(day, opens, closes, zone)), '{}')
    from location l, generate_series(first - 1, last + 3, interval '1 day') as days (at), date(at) as day, lateral (
        select opens, closes from special_hours s where s.location_id = place and s.day = date(at)
        union all
        select opens, closes from opening_hours o where o.location_id = place and o.weekday = extract(isodow from at)
           and not exists (select from special_day s where s.location_id = place and s.day = date(at))) as hours
    where l.id = place and l.active
$$;

create function oracle.on_duty(place uuid, member uuid, first date, last date) returns tstzmultirange language sql stable as $$
    select coalesce(range_agg(oracle.stretch(day, opens, closes, zone)), '{}')
    from location l, generate_series(first - 1, last + 3, interval '1 day') as days (at), date(at) as day, lateral (
        select opens, closes from staff_special_hours s where s.location_id = place and s.staff_id = member and s.day = date(at)
        union all
        select opens, closes from staff_hours h where h.location_id = place and h.staff_id = member
           and h.weekday = extract(isodow from at)
           and not exists (select from staff_special_day s where s.staff_id = member and s.day = date(at))) as hours
    where l.id = place
$$;

create function oracle.breaks(place uuid, member uuid, first date, last date) returns tstzmultirange language sql stable as $$
    select coalesce(range_agg(oracle.stretch(date(at), starts, ends, zone)), '{}')
    from location l, generate_series(first - 2, last + 3, interval '1 day') as days (at)
    join weekly_break b on b.staff_id = member and b.weekday = extract(isodow from at)
     and date(at) between b.first_day and coalesce(b.last_day, 'infinity')
    where l.id = place
$$;

-- What the waiting list held until now or earlier is free again.
create function oracle.busy(resource uuid, clock timestamptz) returns tstzmultirange language sql stable as $$
    select coalesce(range_agg(during), '{}') from reservation
    where resource_id = resource and (held_until is null or held_until > clock)
$$;

-- Those of the given starts at which this person can give this service here, and when it ends; whatever grid and notice say.
create function oracle.gives(place uuid, item uuid, member uuid, first date, last date, clock timestamptz, starts timestamptz[])
    returns table (start timestamptz, finish timestamptz) language plpgsql stable as $$
declare
    needed  record;
    opened  tstzmultirange := oracle.open(place, first, last);
    working tstzmultirange := opened * oracle.on_duty(place, member, first, last) - oracle.breaks(place, member, first, last);
    taken   tstzmultirange := oracle.busy(member, clock);
    spots   tstzmultirange[];
begin
    select s.spot_kind, make_interval(mins => coalesce(k.duration_minutes, s.duration_minutes)) as length,
           make_interval(mins => s.buffer_before_minutes) as before, make_interval(mins => s.buffer_after_minutes) as after,
           make_interval(mins => s.processing_after_minutes) as rests,
           make_interval(mins => s.processing_after_minutes + s.processing_minutes) as resumes
    into strict needed from service s join staff_skill k on k.service_id = s.id and k.staff_id = member where s.id = item;
    select coalesce(array_agg(oracle.busy(x.id, clock)), '{}') into spots from spot x
    where x.location_id = place and x.kind = needed.spot_kind and x.active;
    return query
    select s, s + needed.length from unnest(starts) as s,
        lateral (select tstzrange(s - needed.before, s + needed.length + needed.after) as whole) as visit,
        -- No hands are needed while a tint rests.
        lateral (select case when needed.rests is null then tstzmultirange(whole)
                 else tstzmultirange(whole) - tstzmultirange(tstzrange(s + needed.rests, s + needed.resumes)) end as hands) as work
    where opened @> tstzrange(s, s + needed.length)
      and working @> (hands * tstzmultirange(tstzrange(s, s + needed.length)))
      and not taken && hands
      and (needed.spot_kind is null or exists (select from unnest(spots) as spot where not spot && whole));
end $$;

-- The starts that the grid, the notice and the horizon leave to customers. The grid is counted from each local midnight, on the
-- clock on the wall: a skipped hour is not there, a repeated one is there twice.
create function oracle.cells(place uuid, notice interval, first date, last date, clock timestamptz)
    returns timestamptz[] language sql stable as $$
    select coalesce(array_agg(t), '{}') from location l,
        generate_series(oracle.moment(first, zone), oracle.moment(last + 1, zone) - interval '1 minute', interval '1 minute') as t,
        lateral (select t at time zone zone as wall) as shown
    where l.id = place and (extract(hour from wall)::int * 60 + extract(minute from wall)::int) % grid_minutes = 0
      and t >= clock + notice and date(wall) <= date(clock at time zone zone) + horizon_days
$$;

create function oracle.notice(place uuid, item uuid) returns interval language sql stable as $$
    select make_interval(mins => coalesce(s.notice_minutes, l.notice_minutes)) from service s, location l
    where s.id = item and l.id = place
$$;

create function oracle.bookable(item uuid, preferred uuid) returns setof uuid language sql stable as $$
    select k.staff_id from staff_skill k join staff_member m on m.id = k.staff_id
    where k.service_id = item and k.online and m.active and (preferred is null or k.staff_id = preferred)
$$;

-- When a customer can start one service, with whom, and when it would end.
create function oracle.starts(place uuid, item uuid, preferred uuid, first date, last date, clock timestamptz)
    returns table (start timestamptz, staff uuid, finish timestamptz) language sql stable as $$
    select g.start, member, g.finish
    from oracle.cells(place, oracle.notice(place, item), first, last, clock) as cells, oracle.bookable(item, preferred) as who (member),
         oracle.gives(place, item, member, first, last, clock, cells) as g
$$;

-- One service, and at its end another by whoever; those who give the first one and those who give the second.
create function oracle.in_order(place uuid, one uuid, with_one uuid, other uuid, with_other uuid, notice interval, first date,
    last date, clock timestamptz)
    returns table (start timestamptz, staff uuid, then_staff uuid, finish timestamptz) language sql stable as $$
    with begun as materialized (
        select g.start, member, g.finish
        from oracle.cells(place, notice, first, last, clock) as cells, oracle.bookable(one, with_one) as who (member),
             oracle.gives(place, one, member, first, last, clock, cells) as g)
    select b.start, b.member, who.member, g.finish
    from oracle.bookable(other, with_other) as who (member),
         oracle.gives(place, other, who.member, first, last, clock, (select coalesce(array_agg(distinct finish), '{}') from begun)) as g
    join begun b on b.finish = g.start
$$;

-- When a customer can start a visit of two services, one after the other in whatever order; who gives the one named first.
create function oracle.visits(place uuid, one uuid, with_one uuid, other uuid, with_other uuid, first date, last date,
    clock timestamptz)
    returns table (start timestamptz, staff uuid, finish timestamptz) language sql stable as $$
    with visit as (select greatest(oracle.notice(place, one), oracle.notice(place, other)) as notice)
    select v.start, v.staff, v.finish
    from visit, oracle.in_order(place, one, with_one, other, with_other, notice, first, last, clock) as v
    union
    select v.start, v.then_staff, v.finish
    from visit, oracle.in_order(place, other, with_other, one, with_one, notice, first, last, clock) as v
$$;
