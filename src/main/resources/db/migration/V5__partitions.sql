-- Messages by month, traces by day: what is old goes with its partition, at once and without a trace in the others.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'sweeps', true);

-- One policy per table, as in V1.
create procedure protect(target text, variadic scopes text[] default '{}') language plpgsql as $$
begin
    execute format('alter table %I enable row level security', target);
    execute format('alter table %I force row level security', target);
    execute format($policy$
        create policy tenant on %I using (
            organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)
            or (select current_setting('app.scope', true)) = any (%L::text[]))
        $policy$, target, scopes);
end $$;

-- Lets one more scope through the policy of a table, whichever it let through before.
create procedure admit(target text, scope text) language plpgsql as $$
declare
    known text[];
begin
    select substring(qual from '''(\{[^}]*\})''::text\[\]')::text[] into strict known
    from pg_policies where schemaname = current_schema() and tablename = target;
    execute format('drop policy tenant on %I', target);
    call protect(target, variadic known || scope);
end $$;

-- What is old is deleted, whosever it is.
call admit('turn', 'sweeps');
call admit('outbox', 'sweeps');
call admit('effect', 'sweeps');
call admit('inbound_receipt', 'sweeps');
call admit('unreadable_event', 'sweeps');
call admit('job', 'sweeps');
call admit('inbound_message', 'sweeps');

-- Partitions -----------------------------------------------------------------------------------------------------------

create function partition_name(parent text, starts timestamptz) returns text language sql stable as $$
    select parent || to_char(starts at time zone 'UTC', '_YYYYMMDD')
$$;

-- Makes the partition of what is from starts until ends, unless it is there. It takes with it what the default partition holds for
-- want of it, and has its parent's policy: the parent's own holds nobody who names a partition. False when there was nothing to do,
-- somebody else is at it, or something came into the default partition just now. Whoever waits for its locks waits two seconds at
-- most, or it gives up.
create function ensure_partition(parent text, starts timestamptz, ends timestamptz) returns boolean
language plpgsql set lock_timeout = '2s' as $$
declare
    made     text := partition_name(parent, starts);
    strays   text := parent || '_default';
    key      text := substring(pg_get_partkeydef(parent::regclass) from '\((.*)\)');
    allowed  text := (select qual from pg_policies where schemaname = current_schema() and tablename = parent);
    astray   text := format('select exists (select from %I where %2$I >= $1 and %2$I < $2)', strays, key);
    to_move  boolean;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('partitions ' || parent, 0)) or to_regclass(made) is not null then
        return false;
    end if;
    execute astray into to_move using starts, ends;
    -- A statement that has looked up the partitions, and then waits for the default one, would find what is moved out of it nowhere:
    -- while something is moved, nobody looks them up.
    execute format('lock table only %I in %s mode', parent,
                   case when to_move then 'access exclusive' else 'share update exclusive' end);
    execute format('lock table %I in access exclusive mode', strays);
    if not to_move then
        execute astray into to_move using starts, ends;
        if to_move then
            return false;
        end if;
    end if;
    execute format('create table %I (like %I including all)', made, parent);
    execute format('with moved as (delete from %I where %2$I >= $1 and %2$I < $2 returning *) insert into %3$I select * from moved',
                   strays, key, made) using starts, ends;
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, made, starts, ends);
    execute format('alter table %I enable row level security', made);
    execute format('alter table %I force row level security', made);
    execute format('create policy tenant on %I using (%s)', made, allowed);
    return true;
end $$;

-- Drops the oldest partition that ends by then. False when there is none, or somebody else is at it.
create function drop_partition(parent text, before timestamptz) returns boolean
language plpgsql set lock_timeout = '2s' as $$
declare
    oldest regclass;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('partitions ' || parent, 0)) then
        return false;
    end if;
    select part into oldest
    from (select c.oid::regclass as part,
                 substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)')::timestamptz as ends
          from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = parent::regclass) as parts
    where ends <= before order by ends limit 1;
    if oldest is null then
        return false;
    end if;
    execute format('drop table %s', oldest);
    return true;
end $$;

-- Messages -------------------------------------------------------------------------------------------------------------

-- Between which moments the messages of a turn were received: where they lie.
alter table turn
    add column first_received_at timestamptz,
    add column last_received_at  timestamptz,
    add check ((first_received_at is null) = (last_received_at is null));
update turn t set first_received_at = answered.first, last_received_at = answered.last
from (select organization_id, turn_id, min(received_at) as first, max(received_at) as last
      from inbound_message where turn_id is not null group by organization_id, turn_id) as answered
where t.organization_id = answered.organization_id and t.id = answered.turn_id;

alter table inbound_message rename to inbound_message_before;
create table inbound_message (like inbound_message_before including defaults including constraints)
    partition by range (received_at);
-- Columns that count by themselves are not for partitioned tables before PostgreSQL 17.
create sequence inbound_message_arrival owned by inbound_message.arrival;
alter table inbound_message alter column arrival set default nextval('inbound_message_arrival');
create table inbound_message_default partition of inbound_message default;
call protect('inbound_message', 'sweeps');
call protect('inbound_message_default', 'sweeps');

do $$
declare
    month timestamptz;
begin
    for month in select distinct date_trunc('month', received_at, 'UTC') from inbound_message_before loop
        perform ensure_partition('inbound_message', month,
                                 (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
    end loop;
end $$;
insert into inbound_message select * from inbound_message_before;
select setval('inbound_message_arrival', coalesce(max(arrival), 0) + 1, false) from inbound_message_before;
drop table inbound_message_before;

-- Few indexes: one day of a conversation is a handful of rows, and a message that is taken up by a turn changes none of them.
alter table inbound_message add primary key (organization_id, id, received_at);
create index inbound_message_of_conversation on inbound_message (organization_id, conversation_id, received_at);

-- Traces ---------------------------------------------------------------------------------------------------------------

-- What happened in a turn, step by step, written at its end. Kept for a shorter time than the turn itself.
create table turn_trace (
    organization_id uuid not null,
    turn_id         uuid not null,
    started_at      timestamptz not null,
    steps           jsonb not null,
    primary key (organization_id, turn_id, started_at)
) partition by range (started_at);
create table turn_trace_default partition of turn_trace default;
call protect('turn_trace', 'sweeps');
call protect('turn_trace_default', 'sweeps');

do $$
declare
    day timestamptz;
begin
    for day in select distinct date_trunc('day', started_at, 'UTC') from turn where finished_at is not null loop
        perform ensure_partition('turn_trace', day, day + interval '24 hours');
    end loop;
end $$;
insert into turn_trace (organization_id, turn_id, started_at, steps)
select organization_id, id, started_at, trace from turn where finished_at is not null;
alter table turn drop column trace;

-- What is old ----------------------------------------------------------------------------------------------------------

-- Found by its age, whosever it is.
create index turn_by_age on turn (started_at);
create index outbox_by_age on outbox (created_at);
create index inbound_receipt_by_age on inbound_receipt (received_at);
create index unreadable_event_by_age on unreadable_event (received_at);
create index job_failed on job (failed_at) where failed_at is not null;
create index flow_over on flow (updated_at) where not active;
create index handoff_over on handoff (ended_at) where ended_at is not null;
-- A turn goes when nothing that it sent is there any more.
create index outbox_of_turn on outbox (organization_id, turn_id) where turn_id is not null;

drop procedure admit;
drop procedure protect;
