-- Numbers: how each business gets its own, step by step and with whom; the connections by which they are used.

-- Jobs that ask somebody outside ----------------------------------------------------------------------------------------

-- The lease is the database's clock; the epoch grows with every claim, and a worker that comes late finds another.
alter table job
    add column lease_until timestamptz,
    add column epoch       bigint not null default 0;

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

-- Requests --------------------------------------------------------------------------------------------------------------

-- A request goes from state to state (business.numbers.NumberState); what was asked of the provider is written down first. An
-- attempt names what was bought for it at the provider, so that nothing is bought twice.
alter table number_request
    drop constraint number_request_status_check,
    alter column status set default 'requested',
    add constraint number_request_status_check check (status in ('requested', 'chosen', 'bought', 'configured', 'registering',
        'releasing', 'pending', 'provided', 'released')),
    drop constraint number_request_check,
    add constraint number_request_check check ((status in ('provided', 'released')) = (provided_at is not null)),
    add column attempt     uuid not null default gen_random_uuid(),
    add column provider    text check (provider in ('twilio', 'meta', 'simulator')),
    add column number      text check (number ~ '^\+[1-9][0-9]{7,14}$'),
    -- As the provider names the number and its registration with WhatsApp.
    add column resource    text check (length(resource) between 1 and 64),
    add column sender      text check (length(sender) between 1 and 64),
    add column reason      text check (length(reason) between 1 and 500),
    add column tries       int not null default 0 check (tries >= 0),
    add column state_since timestamptz,
    add check (status not in ('chosen', 'bought', 'configured', 'registering', 'releasing') or number is not null),
    add check (status not in ('bought', 'configured', 'registering', 'releasing') or resource is not null),
    add check (status <> 'registering' or sender is not null);

-- Those whose job was not worked on yet are asked for; the others wait for a person as before.
do $$
declare
    waiting uuid[];
begin
    perform set_config('app.scope', 'claims', true);
    select coalesce(array_agg(organization_id), '{}') into waiting from job where kind = 'number.requested' and failed_at is null;
    perform set_config('app.scope', 'setup', true);
    update number_request set state_since = coalesce(provided_at, requested_at),
        status = case when status = 'pending' and organization_id = any (waiting) then 'requested' else status end,
        reason = case when status = 'pending' and organization_id <> all (waiting) then 'no provider gives numbers by itself' end;
end $$;
alter table number_request
    alter column state_since set not null,
    add check (status <> 'pending' or reason is not null);

-- Numbers ---------------------------------------------------------------------------------------------------------------

-- The number as people write it, where the address is an id; what the provider calls a number that Yume bought for a business.
alter table business_number
    add column phone    text check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    add column resource text check (length(resource) between 1 and 64),
    add column sender   text check (length(sender) between 1 and 64),
    add unique (organization_id, provider, address);

-- Numbers that Yume pays for and no business has: given back, or what a failed request left behind. The next business gets them,
-- those that customers knew not before their quarantine is over.
create table spare_number (
    organization_id uuid not null references organization,
    provider        text not null check (provider in ('twilio')),
    address         text not null check (address ~ '^\+[1-9][0-9]{7,14}$'),
    resource        text check (length(resource) between 1 and 64),
    sender          text check (length(sender) between 1 and 64),
    released_at     timestamptz not null,
    reusable_from   timestamptz not null,
    primary key (provider, address),
    check (organization_id = '00000000-0000-7000-8000-000000000000')
);
create index spare_number_reusable on spare_number (organization_id, provider, reusable_from) where resource is not null;

-- Connections -----------------------------------------------------------------------------------------------------------

-- What a number of its own account is used with: a WhatsApp Business Account of Meta's, a sub-account of Twilio's. A number without
-- one is used with what the installation is configured with. Tokens and PINs are sealed (platform.crypto.Vault).
create table whatsapp_connection (
    organization_id  uuid not null,
    provider         text not null check (provider in ('twilio', 'meta')),
    address          text not null,
    account          text not null check (length(account) between 1 and 64),
    token            bytea not null,
    token_expires_at timestamptz,
    pin              bytea,
    status           text not null default 'active' check (status in ('active', 'broken')),
    reason           text check (length(reason) between 1 and 500),
    connected_at     timestamptz not null,
    -- Its owner was told that the token expires.
    expiry_told_at   timestamptz,
    primary key (organization_id, provider, address),
    foreign key (organization_id, provider, address) references business_number (organization_id, provider, address) on delete cascade,
    check ((status = 'broken') = (reason is not null))
);
create index whatsapp_connection_of_account on whatsapp_connection (provider, account);
create index whatsapp_connection_expiring on whatsapp_connection (token_expires_at)
    where status = 'active' and token_expires_at is not null;

-- An owner brings a number of their own: the last time somebody tried, step by step. What is secret is forgotten at its end.
create table whatsapp_signup (
    organization_id  uuid primary key references organization,
    id               uuid not null unique,
    staff_id         uuid not null,
    account          text not null check (length(account) between 1 and 64),
    address          text not null check (length(address) between 1 and 64),
    status           text not null check (status in ('asked', 'authorized', 'subscribed', 'registered', 'connected', 'failed')),
    code             bytea,
    token            bytea,
    token_expires_at timestamptz,
    pin              bytea,
    failure          text check (length(failure) between 1 and 40),
    detail           text check (length(detail) between 1 and 500),
    asked_at         timestamptz not null,
    changed_at       timestamptz not null,
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    check ((status = 'failed') = (failure is not null)),
    check (status not in ('authorized', 'subscribed', 'registered') or token is not null),
    check (status not in ('connected', 'failed') or num_nonnulls(code, token, pin) = 0)
);

call protect('spare_number', 'routing');
call protect('whatsapp_connection', 'routing', 'sweeps');
call protect('whatsapp_signup', 'sweeps');

drop procedure protect;
