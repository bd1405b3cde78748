-- The customers of a counted day as sets of bits: to put the sets of a year together takes a fraction of what their ids take.

select set_config('app.scope', 'setup', true);

-- Everybody who is in the figures has a number, given once, from zero without a gap.
create table customer_number (
    organization_id uuid not null,
    customer_id     uuid not null,
    number          int not null check (number >= 0),
    primary key (organization_id, customer_id),
    unique (organization_id, number),
    foreign key (organization_id, customer_id) references person (organization_id, id)
);

-- Who came or was expected, each once: the customer with number n is bit n modulo 2048 of block n / 2048.
create table figure_customers (
    organization_id uuid not null,
    location_id     uuid not null,
    day             date not null,
    block           int not null,
    customers       bit(2048) not null,
    primary key (organization_id, location_id, day, block),
    foreign key (organization_id, location_id, day) references figure_day on delete cascade
);

-- Later migrations may call it too.
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
call protect('customer_number', 'setup');
call protect('figure_customers', 'setup');

-- A day that the version before counted would have no sets. While its instances are replaced they count and show no figures, and all else
-- goes on.
alter table figure_day drop column customers;
insert into figure_stale_day select organization_id, location_id, day from figure_day;

-- Which businesses have days to count is asked of all of them at once.
create index figure_stale_day_over on figure_stale_day (day, organization_id);

-- A backup reads business by business.
create index job_of_organization on job (organization_id);
create index unreadable_event_of_organization on unreadable_event (organization_id);
