-- Booking on a page, without the chat: what somebody wants to book, and the code that shows that the phone is theirs. Both have the
-- same id, of the form that asked, and both are deleted after a day.

create table phone_code (
    organization_id uuid not null references organization,
    id              uuid not null,
    phone           text not null check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    -- HMAC of the code; null until it is made, and for ever where it was asked for too often: then no code fits.
    code_hash       bytea check (length(code_hash) = 32),
    may_be_sent     boolean not null,
    tries           integer not null default 0 check (tries >= 0),
    asked_at        timestamptz not null,
    expires_at      timestamptz not null,
    proven_at       timestamptz,
    primary key (organization_id, id)
);
create index phone_code_expired on phone_code (expires_at);

create table online_order (
    organization_id uuid not null references organization,
    id              uuid not null,
    customer_name   text not null check (length(customer_name) between 1 and 80),
    location_id     uuid not null,
    services        uuid[] not null check (cardinality(services) between 1 and 5),
    -- Null for whoever is free.
    staff_id        uuid,
    starts_at       timestamptz not null,
    -- As it was shown.
    price_centavos  bigint not null check (price_centavos >= 0),
    origin          text not null,
    made_at         timestamptz not null,
    primary key (organization_id, id)
);
create index online_order_by_age on online_order (made_at);

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

call protect('phone_code', 'sweeps');
call protect('online_order', 'sweeps');

drop procedure protect;
