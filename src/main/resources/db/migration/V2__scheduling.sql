-- Scheduling that a real salon can run on: several locations, dated exceptions, services in parts, blocks, waiting lists, series.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Locations ------------------------------------------------------------------------------------------------------------

alter table location
    add column position int not null default 0,
    -- Offers that leave no gap too short to sell come first.
    add column days_kept_whole boolean not null default true;

-- A date with other hours than the week's; without a row in special_hours it is closed.
create table special_day (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    note            text not null default '' check (length(note) <= 120),
    primary key (organization_id, location_id, day),
    foreign key (organization_id, location_id) references location (organization_id, id)
);

create table special_hours (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    opens           time not null,
    closes          time not null,
    primary key (organization_id, location_id, day, opens),
    foreign key (organization_id, location_id, day) references special_day (organization_id, location_id, day) on delete cascade
);

-- Services and spots ---------------------------------------------------------------------------------------------------

alter table service rename column buffer_minutes to buffer_after_minutes;
alter table service
    add column buffer_before_minutes    int not null default 0 check (buffer_before_minutes between 0 and 240),
    -- The staff member is free in between: a tint that rests.
    add column processing_after_minutes int,
    add column processing_minutes       int,
    add column price_from               boolean not null default false,
    add column category                 text check (length(category) between 1 and 60),
    add column description              text not null default '' check (length(description) <= 500),
    add column notice_minutes           int check (notice_minutes between 0 and 20160),
    add constraint service_processing_in_the_middle check (
        (processing_after_minutes is null) = (processing_minutes is null)
        and (processing_minutes is null or (processing_after_minutes >= 5 and processing_minutes >= 5
                                            and processing_after_minutes + processing_minutes < duration_minutes)));

-- Staff ----------------------------------------------------------------------------------------------------------------

alter table staff_member
    add column default_spot_id uuid,
    add foreign key (organization_id, default_spot_id) references spot (organization_id, id);

alter table staff_skill
    add column duration_minutes int check (duration_minutes between 5 and 720),
    add column price_centavos   bigint check (price_centavos >= 0),
    add column price_from       boolean not null default false,
    -- Whether customers may book this person for it by themselves.
    add column online           boolean not null default true;

alter table staff_hours add column location_id uuid;
update staff_hours h set location_id = (
    select id from location l where l.organization_id = h.organization_id order by active desc, id limit 1);
alter table staff_hours
    alter column location_id set not null,
    drop constraint staff_hours_pkey,
    add primary key (organization_id, staff_id, location_id, weekday, opens),
    add foreign key (organization_id, location_id) references location (organization_id, id);

-- A date on which somebody works other hours than the week's, at any location; without a row in staff_special_hours, none.
create table staff_special_day (
    organization_id uuid not null,
    staff_id        uuid not null,
    day             date not null,
    note            text not null default '' check (length(note) <= 120),
    primary key (organization_id, staff_id, day),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

create table staff_special_hours (
    organization_id uuid not null,
    staff_id        uuid not null,
    day             date not null,
    location_id     uuid not null,
    opens           time not null,
    closes          time not null,
    primary key (organization_id, staff_id, day, location_id, opens),
    foreign key (organization_id, staff_id, day) references staff_special_day (organization_id, staff_id, day) on delete cascade,
    foreign key (organization_id, location_id) references location (organization_id, id)
);

-- Belongs to the calendar, like hours: it reserves nothing.
create table weekly_break (
    organization_id uuid not null,
    id              uuid primary key,
    -- Those made by one action go by one action.
    action_id       uuid not null,
    staff_id        uuid not null,
    weekday         smallint not null check (weekday between 1 and 7),
    starts          time not null,
    ends            time not null,
    first_day       date not null,
    last_day        date,
    reason          text not null default '' check (length(reason) <= 120),
    unique (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    check (starts <> ends),
    check (last_day is null or last_day >= first_day)
);
create index weekly_break_of_staff on weekly_break (organization_id, staff_id);
create index weekly_break_of_action on weekly_break (organization_id, action_id);

-- Appointments of several services -------------------------------------------------------------------------------------

create table series (
    organization_id uuid not null,
    id              uuid primary key,
    customer_id     uuid,
    every_weeks     int not null check (every_weeks between 1 and 8),
    times           int not null check (times between 2 and 52),
    created_at      timestamptz not null,
    unique (organization_id, id),
    foreign key (organization_id, customer_id) references person (organization_id, id)
);

create table appointment_part (
    organization_id uuid not null,
    appointment_id  uuid not null,
    position        smallint not null,
    service_id      uuid not null,
    staff_id        uuid not null,
    spot_id         uuid,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    price_centavos  bigint not null check (price_centavos >= 0),
    -- Where somebody made it longer or shorter than the menu has it.
    own_minutes     int check (own_minutes >= 5),
    primary key (organization_id, appointment_id, position),
    check (ends_at > starts_at),
    foreign key (organization_id, appointment_id) references appointment (organization_id, id),
    foreign key (organization_id, service_id) references service (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    foreign key (organization_id, spot_id) references spot (organization_id, id)
);
create index appointment_part_of_staff on appointment_part (organization_id, staff_id, starts_at);
create index appointment_part_of_service on appointment_part (organization_id, service_id, starts_at);
create index appointment_part_of_spot on appointment_part (organization_id, spot_id, starts_at) where spot_id is not null;

insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, spot_id, starts_at, ends_at,
                              price_centavos)
select organization_id, id, 0, service_id, staff_id, spot_id, starts_at, ends_at, price_centavos from appointment;

alter table appointment
    drop column service_id,
    drop column staff_id,
    drop column spot_id,
    -- Whoever walks in may stay unknown.
    alter column customer_id drop not null,
    add column series_id      uuid,
    add column cancelled_by   text check (cancelled_by in ('customer', 'business')),
    add column cancel_reason  text check (length(cancel_reason) between 1 and 300),
    -- After the visit.
    add column attended_at    timestamptz,
    add column disputed_at    timestamptz,
    add column rating         smallint check (rating between 1 and 5),
    add column rating_comment text check (length(rating_comment) <= 1000),
    add column rated_at       timestamptz,
    add column closed_at      timestamptz,
    add check (status = 'cancelled' or num_nonnulls(cancelled_by, cancel_reason) = 0),
    add check ((rating is null) = (rated_at is null)),
    add check (rating is null or status = 'completed'),
    add check (disputed_at is null or status in ('no_show', 'completed')),
    add check (closed_at is null or status in ('completed', 'no_show', 'cancelled')),
    add foreign key (organization_id, series_id) references series (organization_id, id);
update appointment set cancelled_by = 'customer' where status = 'cancelled';
create index appointment_of_series on appointment (organization_id, series_id) where series_id is not null;
create index appointment_at_location on appointment (organization_id, location_id, starts_at);
create index appointment_to_close on appointment (ends_at) where status = 'completed' and closed_at is null;
create index appointment_no_show_to_close on appointment (attended_at)
    where status = 'no_show' and closed_at is null and disputed_at is null;
create index appointment_unattended on appointment (organization_id, ends_at) where status in ('pending', 'confirmed');

-- Blocks ---------------------------------------------------------------------------------------------------------------

-- Somebody's time off, once. What was booked before and kept stays inside it: the block reserves only the gaps.
create table block (
    organization_id uuid not null,
    id              uuid primary key,
    -- One action may block several people; it is undone in one.
    action_id       uuid not null,
    staff_id        uuid not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    reason          text not null default '' check (length(reason) <= 120),
    created_at      timestamptz not null,
    unique (organization_id, id),
    check (ends_at > starts_at),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
create index block_of_staff on block (organization_id, staff_id, starts_at, ends_at);
create index block_of_action on block (organization_id, action_id);

-- The waiting list -----------------------------------------------------------------------------------------------------

create table waitlist_entry (
    organization_id uuid not null,
    id              uuid primary key,
    customer_id     uuid not null,
    customer_name   text not null check (length(customer_name) between 1 and 80),
    location_id     uuid not null,
    -- Visits that begin in [earliest, latest).
    earliest        timestamptz not null,
    latest          timestamptz not null,
    status          text not null check (status in ('waiting', 'offered', 'booked', 'left', 'lapsed')),
    origin          text not null check (origin in ('real', 'simulator', 'playground', 'demo')),
    created_at      timestamptz not null,
    version         int not null default 0,
    unique (organization_id, id),
    check (latest > earliest),
    foreign key (organization_id, customer_id) references person (organization_id, id),
    foreign key (organization_id, location_id) references location (organization_id, id)
);
create index waitlist_entry_open on waitlist_entry (organization_id, created_at, id) where status in ('waiting', 'offered');
create index waitlist_entry_of_customer on waitlist_entry (organization_id, customer_id);

create table waitlist_service (
    organization_id uuid not null,
    entry_id        uuid not null,
    position        smallint not null,
    service_id      uuid not null,
    staff_id        uuid,
    primary key (organization_id, entry_id, position),
    foreign key (organization_id, entry_id) references waitlist_entry (organization_id, id),
    foreign key (organization_id, service_id) references service (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

-- A time kept for one person of the list until it expires.
create table waitlist_offer (
    organization_id uuid not null,
    id              uuid primary key,
    entry_id        uuid not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    status          text not null check (status in ('open', 'taken', 'declined', 'expired')),
    offered_at      timestamptz not null,
    expires_at      timestamptz not null,
    unique (organization_id, id),
    check (expires_at > offered_at),
    foreign key (organization_id, entry_id) references waitlist_entry (organization_id, id)
);
create unique index waitlist_offer_one_open on waitlist_offer (organization_id, entry_id) where status = 'open';
create index waitlist_offer_of_entry on waitlist_offer (organization_id, entry_id);
create index waitlist_offer_expiring on waitlist_offer (organization_id, expires_at) where status = 'open';

-- Who would give what: whoever says yes gets those they were told of.
create table waitlist_offer_part (
    organization_id uuid not null,
    offer_id        uuid not null,
    position        smallint not null,
    service_id      uuid not null,
    staff_id        uuid not null,
    primary key (organization_id, offer_id, position),
    foreign key (organization_id, offer_id) references waitlist_offer (organization_id, id),
    foreign key (organization_id, service_id) references service (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

-- Reservations of all of them ------------------------------------------------------------------------------------------

alter table reservation
    alter column appointment_id drop not null,
    add column block_id   uuid,
    add column offer_id   uuid,
    -- Only holds for the waiting list end by the clock (business time), whether or not the row is still there.
    add column held_until timestamptz,
    add foreign key (organization_id, block_id) references block (organization_id, id),
    add foreign key (organization_id, offer_id) references waitlist_offer (organization_id, id),
    add constraint reservation_of_one_thing check (num_nonnulls(appointment_id, block_id, offer_id) = 1),
    add constraint reservation_held check ((held_until is null) = (offer_id is null));
create index reservation_of_block on reservation (organization_id, block_id) where block_id is not null;
create index reservation_of_offer on reservation (organization_id, offer_id) where offer_id is not null;
create index reservation_held on reservation (organization_id, held_until) where held_until is not null;

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

call protect('special_day', 'setup');
call protect('special_hours', 'setup');
call protect('staff_special_day', 'setup');
call protect('staff_special_hours', 'setup');
call protect('weekly_break', 'setup');
call protect('series', 'setup');
call protect('appointment_part', 'setup');
call protect('block', 'setup');
call protect('waitlist_entry', 'setup');
call protect('waitlist_service', 'setup');
call protect('waitlist_offer', 'setup');
call protect('waitlist_offer_part', 'setup');

-- Visits that nobody will touch any more are closed whosever they are.
drop policy tenant on appointment;
call protect('appointment', 'setup', 'sweeps');

drop procedure protect;
