-- Notices: who wants which, when the business sends them, and what was already sent.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Preferences ----------------------------------------------------------------------------------------------------------

-- Only what somebody said: without a row it is as usual for their permission.
create table notice_preference (
    organization_id uuid not null,
    staff_id        uuid not null,
    kind            text not null check (kind in ('new_bookings', 'moves', 'cancellations', 'daily_schedule')),
    wanted          boolean not null,
    changed_at      timestamptz not null,
    primary key (organization_id, staff_id, kind),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

-- Without a row a business has the usual ones.
create table notice_settings (
    organization_id uuid primary key references organization,
    -- On the clock of each location.
    daily_at        time not null default '07:00',
    -- A second reminder, two hours before.
    second_reminder boolean not null default false
);

-- Reminders ------------------------------------------------------------------------------------------------------------

-- Jobs of one kind that are worked on together are found together.
create index job_of_kind on job (organization_id, kind, due_at) where failed_at is null;

alter table appointment
    -- The customer said that they will come, to this time: another time asks anew.
    add column confirmed_at timestamptz;
create index appointment_expected on appointment (starts_at) where status in ('pending', 'confirmed');

-- What was written, once for each time that a visit was to begin: a job only says when to look.
create table reminder (
    organization_id uuid not null,
    appointment_id  uuid not null,
    starts_at       timestamptz not null,
    which           text not null check (which in ('day_before', 'hours_before')),
    written_at      timestamptz not null,
    primary key (organization_id, appointment_id, starts_at, which),
    foreign key (organization_id, appointment_id) references appointment (organization_id, id)
);

create index reminder_old on reminder (starts_at);

-- The day's schedule ---------------------------------------------------------------------------------------------------

-- When people of a location are next told of their day, business time. One that is due has it set to the next in the transaction
-- that tells; one in the beginning of time is new, or lives by another clock now, and is set to its next without a word.
alter table location add column schedule_due_at timestamptz not null default 'epoch';
create index location_schedule_due on location (schedule_due_at) where active;

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

call protect('notice_preference', 'setup');
call protect('notice_settings', 'setup');
call protect('reminder', 'setup', 'sweeps');

-- Whose day begins is looked for whosever it is.
drop policy tenant on location;
call protect('location', 'setup', 'sweeps');

drop procedure protect;
