-- The foundation: tenancy, businesses, people, the agenda, conversations.
--
-- Every tenant table carries organization_id, a unique (organization_id, id) and composite foreign keys, so that no row can
-- point at another tenant's. Row-level security is forced: a transaction first says for whom it works (app.organization), or
-- which cross-tenant scope it runs under (app.scope); whatever was not announced is not there.

create extension if not exists btree_gist;

-- One policy per table, all alike: the rows of the announced organization, or all of them under one of the named scopes.
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

-- Businesses -----------------------------------------------------------------------------------------------------------

create table organization (
    organization_id uuid primary key,
    name            text not null check (length(name) between 1 and 120),
    slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    status          text not null default 'active' check (status in ('active', 'suspended')),
    created_at      timestamptz not null,
    version         int not null default 0
);

create table location (
    organization_id uuid not null references organization,
    id              uuid primary key,
    name            text not null check (length(name) between 1 and 120),
    address         text not null default '' check (length(address) <= 300),
    zone            text not null,
    grid_minutes    int not null default 15 check (grid_minutes between 5 and 120),
    notice_minutes  int not null default 30 check (notice_minutes between 0 and 20160),
    horizon_days    int not null default 60 check (horizon_days between 1 and 365),
    active          boolean not null default true,
    version         int not null default 0,
    unique (organization_id, id)
);

-- A closing time not after the opening one means the next day.
create table opening_hours (
    organization_id uuid not null,
    location_id     uuid not null,
    weekday         smallint not null check (weekday between 1 and 7),
    opens           time not null,
    closes          time not null,
    primary key (organization_id, location_id, weekday, opens),
    foreign key (organization_id, location_id) references location (organization_id, id)
);

-- Which number belongs to whom. An address is an E.164 number for Twilio and the simulator, a phone_number_id for Meta.
create table business_number (
    organization_id uuid not null references organization,
    provider        text not null check (provider in ('twilio', 'meta')),
    address         text not null check (length(address) between 1 and 64),
    primary key (provider, address)
);
create index business_number_organization on business_number (organization_id);

create table service (
    organization_id  uuid not null references organization,
    id               uuid primary key,
    name             text not null check (length(name) between 1 and 80),
    duration_minutes int not null check (duration_minutes between 5 and 720),
    buffer_minutes   int not null default 0 check (buffer_minutes between 0 and 240),
    price_centavos   bigint not null check (price_centavos >= 0),
    spot_kind        text check (length(spot_kind) between 1 and 40),
    position         int not null,
    active           boolean not null default true,
    version          int not null default 0,
    unique (organization_id, id)
);
create unique index service_name on service (organization_id, lower(name)) where active;

create table spot (
    organization_id uuid not null,
    id              uuid primary key,
    location_id     uuid not null,
    name            text not null check (length(name) between 1 and 80),
    kind            text not null check (length(kind) between 1 and 40),
    position        int not null,
    active          boolean not null default true,
    version         int not null default 0,
    unique (organization_id, id),
    foreign key (organization_id, location_id) references location (organization_id, id)
);

create table staff_member (
    organization_id uuid not null references organization,
    id              uuid primary key,
    name            text not null check (length(name) between 1 and 80),
    phone           text check (phone ~ '^\+[1-9][0-9]{7,14}$'),
    permission      text not null check (permission in ('owner', 'admin', 'staff', 'viewer')),
    position        int not null,
    active          boolean not null default true,
    onboarded_at    timestamptz,
    version         int not null default 0,
    unique (organization_id, id),
    unique (organization_id, phone),
    check (permission <> 'owner' or active)
);
-- The central number asks where a phone works, in any business.
create index staff_member_phone on staff_member (phone) where active;

create table staff_hours (
    organization_id uuid not null,
    staff_id        uuid not null,
    weekday         smallint not null check (weekday between 1 and 7),
    opens           time not null,
    closes          time not null,
    primary key (organization_id, staff_id, weekday, opens),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);

create table staff_skill (
    organization_id uuid not null,
    staff_id        uuid not null,
    service_id      uuid not null,
    primary key (organization_id, staff_id, service_id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    foreign key (organization_id, service_id) references service (organization_id, id)
);

-- People ---------------------------------------------------------------------------------------------------------------

-- Somebody who writes to a business. The phone is missing when the channel gave none; a profile name is only a hint.
create table person (
    organization_id   uuid not null references organization,
    id                uuid primary key,
    name              text check (length(name) between 1 and 80),
    name_confirmed_at timestamptz,
    profile_name      text check (length(profile_name) <= 256),
    created_at        timestamptz not null,
    version           int not null default 0,
    unique (organization_id, id),
    check ((name is null) = (name_confirmed_at is null))
);

create table person_identity (
    organization_id uuid not null,
    provider        text not null check (provider in ('whatsapp')),
    kind            text not null check (kind in ('phone', 'user_id')),
    value           text not null check (length(value) between 1 and 128),
    person_id       uuid not null,
    primary key (organization_id, provider, kind, value),
    foreign key (organization_id, person_id) references person (organization_id, id),
    check (kind <> 'phone' or value ~ '^\+[1-9][0-9]{7,14}$')
);
create index person_identity_person on person_identity (organization_id, person_id);

-- The agenda -----------------------------------------------------------------------------------------------------------

create table appointment (
    organization_id uuid not null,
    id              uuid primary key,
    location_id     uuid not null,
    customer_id     uuid not null,
    customer_name   text not null check (length(customer_name) between 1 and 80),
    service_id      uuid not null,
    staff_id        uuid not null,
    spot_id         uuid,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    -- As the customer was told, whatever happens to the zone's rules or the location's zone.
    local_start     timestamp not null,
    zone            text not null,
    price_centavos  bigint not null check (price_centavos >= 0),
    status          text not null check (status in ('pending', 'confirmed', 'completed', 'no_show', 'cancelled')),
    origin          text not null check (origin in ('real', 'simulator', 'playground', 'demo')),
    created_at      timestamptz not null,
    cancelled_at    timestamptz,
    version         int not null default 0,
    unique (organization_id, id),
    check (ends_at > starts_at),
    check ((status = 'cancelled') = (cancelled_at is not null)),
    foreign key (organization_id, location_id) references location (organization_id, id),
    foreign key (organization_id, customer_id) references person (organization_id, id),
    foreign key (organization_id, service_id) references service (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    foreign key (organization_id, spot_id) references spot (organization_id, id)
);
create index appointment_of_customer on appointment (organization_id, customer_id, starts_at);

-- Who and what is busy, and when. A resource is a staff member or a spot. This constraint is why time is never sold twice.
create table reservation (
    organization_id uuid not null,
    id              uuid primary key default gen_random_uuid(),
    resource_id     uuid not null,
    kind            text not null check (kind in ('staff', 'spot')),
    during          tstzrange not null,
    starts_at       timestamptz not null generated always as (lower(during)) stored,
    ends_at         timestamptz not null generated always as (upper(during)) stored,
    appointment_id  uuid not null,
    foreign key (organization_id, appointment_id) references appointment (organization_id, id),
    check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    -- Readers look at most a day back for what is still going on.
    constraint reservation_within_a_day check (upper(during) - lower(during) <= interval '1 day'),
    constraint reservation_never_twice exclude using gist (organization_id with =, resource_id with =, during with &&)
);
-- Reads go by this one: under row-level security the operators of the constraint's index are not leakproof and it is skipped.
create index reservation_by_resource on reservation (organization_id, resource_id, starts_at, ends_at);
create index reservation_of_appointment on reservation (organization_id, appointment_id);

-- Conversations --------------------------------------------------------------------------------------------------------

-- Due work is found by due_at; business time. The lease is the database's clock; the epoch grows with every claim.
create table conversation (
    organization_id  uuid not null,
    id               uuid primary key,
    person_id        uuid not null,
    origin           text not null check (origin in ('real', 'simulator', 'playground')),
    channel          text not null check (channel in ('twilio', 'meta', 'simulator')),
    business_address text not null,
    person_address   text not null,
    last_inbound_at  timestamptz not null,
    pending_since    timestamptz,
    due_at           timestamptz,
    lease_until      timestamptz,
    epoch            bigint not null default 0,
    offered          jsonb not null default '[]',
    unique (organization_id, id),
    unique (organization_id, person_id, origin),
    foreign key (organization_id, person_id) references person (organization_id, id),
    check ((origin = 'real') = (channel <> 'simulator')),
    check (pending_since is null or due_at is not null)
);
create index conversation_due on conversation (organization_id, due_at) where due_at is not null;

create table turn (
    organization_id uuid not null,
    id              uuid primary key,
    conversation_id uuid not null,
    epoch           bigint not null,
    attempts        int not null default 1,
    status          text not null default 'open' check (status in ('open', 'done', 'failed')),
    route           text,
    assistant       text check (assistant in ('guided', 'model', 'fixed')),
    trace           jsonb not null default '[]',
    started_at      timestamptz not null,
    finished_at     timestamptz,
    unique (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id),
    check ((status = 'open') = (finished_at is null))
);
create unique index turn_one_open on turn (organization_id, conversation_id) where status = 'open';
create index turn_of_conversation on turn (organization_id, conversation_id, started_at);

-- One row per event of a provider, under the id that the provider gave it: a second delivery finds it here.
create table inbound_receipt (
    organization_id     uuid not null references organization,
    provider            text not null check (provider in ('twilio', 'meta', 'simulator')),
    provider_message_id text not null check (length(provider_message_id) between 1 and 256),
    received_at         timestamptz not null,
    primary key (organization_id, provider, provider_message_id)
);

-- What people wrote. raw holds the bytes exactly as they came; body is what can be shown and read, NUL replaced.
create table inbound_message (
    organization_id     uuid not null,
    id                  uuid primary key,
    conversation_id     uuid not null,
    turn_id             uuid,
    arrival             bigint generated always as identity,
    provider            text not null check (provider in ('twilio', 'meta', 'simulator')),
    provider_message_id text not null,
    origin              text not null check (origin in ('real', 'simulator', 'playground')),
    kind                text not null check (kind in ('text', 'choice', 'image', 'audio', 'video', 'document', 'sticker',
                                                      'location', 'contacts', 'reaction', 'unknown')),
    body                text not null,
    choice_id           text,
    raw                 bytea not null,
    received_at         timestamptz not null,
    unique (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id),
    foreign key (organization_id, turn_id) references turn (organization_id, id)
);
create index inbound_message_of_conversation on inbound_message (organization_id, conversation_id, arrival);
create index inbound_message_recent on inbound_message (organization_id, conversation_id, received_at);
create index inbound_message_of_turn on inbound_message (organization_id, turn_id);
create index inbound_message_waiting on inbound_message (organization_id, conversation_id) where turn_id is null;

-- Signed by a provider and still not understood: kept whole, counted, looked at by a person.
create table unreadable_event (
    organization_id uuid not null references organization,
    id              uuid primary key,
    provider        text not null,
    reason          text not null,
    raw             bytea not null,
    received_at     timestamptz not null
);

-- What a tool did in a turn. The same call in the same turn finds its first result here.
create table effect (
    organization_id uuid not null,
    turn_id         uuid not null,
    ordinal         int not null,
    tool            text not null,
    arguments       text not null,
    result          jsonb not null,
    appointment_id  uuid,
    recorded_at     timestamptz not null,
    primary key (organization_id, turn_id, ordinal),
    foreign key (organization_id, turn_id) references turn (organization_id, id),
    foreign key (organization_id, appointment_id) references appointment (organization_id, id)
);

create table flow (
    organization_id   uuid not null,
    id                uuid primary key,
    conversation_id   uuid not null,
    kind              text not null,
    state             text not null,
    last_active_state text not null,
    active            boolean not null,
    draft             jsonb not null,
    started_at        timestamptz not null,
    updated_at        timestamptz not null,
    abandoned_at      timestamptz,
    version           int not null default 0,
    unique (organization_id, id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id)
);
create unique index flow_one_active on flow (organization_id, conversation_id) where active;

-- Everything that leaves. One row per event: purpose says what the message is for.
create table outbox (
    organization_id     uuid not null,
    id                  uuid primary key,
    conversation_id     uuid not null,
    turn_id             uuid,
    sequence            bigint generated always as identity,
    purpose             text not null check (length(purpose) between 1 and 200),
    origin              text not null check (origin in ('real', 'simulator', 'playground')),
    channel             text not null check (channel in ('twilio', 'meta', 'simulator')),
    business_address    text not null,
    person_address      text not null,
    content             jsonb not null,
    status              text not null default 'pending' check (status in ('pending', 'sending', 'sent', 'delivered', 'read', 'failed')),
    attempts            int not null default 0,
    doubtful            int not null default 0,
    due_at              timestamptz not null,
    lease_until         timestamptz,
    epoch               bigint not null default 0,
    provider_message_id text,
    error               text,
    created_at          timestamptz not null,
    sent_at             timestamptz,
    unique (organization_id, id),
    unique (organization_id, purpose),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id),
    foreign key (organization_id, turn_id) references turn (organization_id, id),
    -- What is not real never reaches a provider.
    check (origin = 'real' or channel = 'simulator')
);
create index outbox_waiting on outbox (organization_id, conversation_id, sequence) where status in ('pending', 'sending');
create index outbox_due on outbox (organization_id, due_at) where status in ('pending', 'sending');
create unique index outbox_provider_message on outbox (channel, provider_message_id) where provider_message_id is not null;
create index outbox_of_conversation on outbox (organization_id, conversation_id, sequence);

-- Work that follows from a fact, written in the transaction that made it.
create table job (
    organization_id uuid not null references organization,
    id              uuid primary key,
    kind            text not null,
    payload         jsonb not null,
    origin          text not null check (origin in ('real', 'simulator', 'playground')),
    due_at          timestamptz not null,
    attempts        int not null default 0,
    failed_at       timestamptz,
    error           text,
    created_at      timestamptz not null
);
create index job_due on job (due_at) where failed_at is null;

call protect('organization', 'setup', 'routing', 'claims');
call protect('location', 'setup');
call protect('opening_hours', 'setup');
call protect('business_number', 'setup', 'routing');
call protect('service', 'setup');
call protect('spot', 'setup');
call protect('staff_member', 'setup', 'routing');
call protect('staff_hours', 'setup');
call protect('staff_skill', 'setup');
call protect('person', 'setup');
call protect('person_identity', 'setup');
call protect('appointment', 'setup');
call protect('reservation', 'setup');
call protect('conversation', 'claims');
call protect('turn');
call protect('inbound_receipt');
call protect('inbound_message');
call protect('unreadable_event');
call protect('effect');
call protect('flow');
call protect('outbox', 'claims');
call protect('job', 'claims');

drop procedure protect;

-- Yume's own conversations, those of the central number, belong to a reserved organization.
select set_config('app.scope', 'setup', true);
insert into organization (organization_id, name, slug, created_at)
values ('00000000-0000-7000-8000-000000000000', 'Yume', 'yume', now());
