-- Figures kept by day: what is over is counted once, and again after it changed.

select set_config('app.scope', 'setup', true);

-- A day of a location that is over, by the location's own clock, as its visits have it.
create table figure_day (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    -- Who came or was expected, each once.
    customers       uuid[] not null,
    primary key (organization_id, location_id, day),
    foreign key (organization_id, location_id) references location (organization_id, id)
);

-- Its visits by the hour in which they began.
create table figure_hour (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    hour            smallint not null check (hour between 0 and 23),
    given           int not null,
    cancelled       int not null,
    no_shows        int not null,
    earned          bigint not null,
    primary key (organization_id, location_id, day, hour),
    foreign key (organization_id, location_id, day) references figure_day on delete cascade
);

-- The parts of its visits by service, and once more by who gave them.
create table figure_line (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    subject         text not null check (subject in ('service', 'staff')),
    subject_id      uuid not null,
    given           int not null,
    cancelled       int not null,
    no_shows        int not null,
    earned          bigint not null,
    primary key (organization_id, location_id, day, subject, subject_id),
    foreign key (organization_id, location_id, day) references figure_day on delete cascade
);

-- Where and when somebody came, or is to come, for the first time; what was cancelled counts for nothing.
create table first_visit (
    organization_id uuid not null,
    customer_id     uuid not null,
    location_id     uuid not null,
    day             date not null,
    primary key (organization_id, customer_id),
    foreign key (organization_id, customer_id) references person (organization_id, id),
    foreign key (organization_id, location_id) references location (organization_id, id)
);
create index first_visit_by_day on first_visit (organization_id, day);

-- What changed since it was counted, written by whoever changes it and so committed with the change: whoever reads counts such a
-- day anew. Only ever added to, so that nobody waits for anybody; taken out by what counts.
create table figure_stale_day (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null
);
create index figure_stale_day_by_day on figure_stale_day (organization_id, location_id, day);

create table figure_stale_customer (
    organization_id uuid not null,
    customer_id     uuid not null
);
create index figure_stale_customer_by_customer on figure_stale_customer (organization_id, customer_id);

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
call protect('figure_day', 'setup');
call protect('figure_hour', 'setup');
call protect('figure_line', 'setup');
call protect('first_visit', 'setup');
call protect('figure_stale_day', 'setup', 'sweeps');
call protect('figure_stale_customer', 'setup', 'sweeps');
drop procedure protect;

create function outdate_figures() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into figure_stale_day values (old.organization_id, old.location_id, old.local_start::date);
        insert into figure_stale_customer select old.organization_id, old.customer_id where old.customer_id is not null;
    end if;
    if tg_op = 'INSERT'
       or tg_op = 'UPDATE' and (new.location_id, new.local_start::date) <> (old.location_id, old.local_start::date) then
        insert into figure_stale_day values (new.organization_id, new.location_id, new.local_start::date);
    end if;
    if tg_op = 'INSERT' or tg_op = 'UPDATE' and new.customer_id is distinct from old.customer_id then
        insert into figure_stale_customer select new.organization_id, new.customer_id where new.customer_id is not null;
    end if;
    return null;
end $$;
create trigger outdates_figures after insert or delete on appointment for each row execute function outdate_figures();
create trigger outdates_figures_changed
    after update of status, starts_at, ends_at, local_start, location_id, customer_id, price_centavos on appointment
    for each row
    when ((old.status, old.ends_at, old.local_start, old.location_id, old.customer_id, old.price_centavos)
          is distinct from (new.status, new.ends_at, new.local_start, new.location_id, new.customer_id, new.price_centavos))
    execute function outdate_figures();

create function outdate_figures_of_parts() returns trigger language plpgsql as $$
begin
    insert into figure_stale_day
    select distinct a.organization_id, a.location_id, a.local_start::date
    from changed c join appointment a on a.organization_id = c.organization_id and a.id = c.appointment_id;
    return null;
end $$;
create trigger outdates_figures_added after insert on appointment_part
    referencing new table as changed for each statement execute function outdate_figures_of_parts();
create trigger outdates_figures_changed after update on appointment_part
    referencing new table as changed for each statement execute function outdate_figures_of_parts();
create trigger outdates_figures_removed after delete on appointment_part
    referencing old table as changed for each statement execute function outdate_figures_of_parts();

-- What is in the books already waits to be counted.
insert into figure_stale_day select distinct organization_id, location_id, local_start::date from appointment;
insert into figure_stale_customer select distinct organization_id, customer_id from appointment where customer_id is not null;
