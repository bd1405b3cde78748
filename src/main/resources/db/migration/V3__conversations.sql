-- Every conversation from start to end: what staff and founders do by chat, flows that are left and taken up again, people who
-- answer in Yume's place.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Effects --------------------------------------------------------------------------------------------------------------

-- What an effect touched: an appointment, a service, somebody of the staff. Staff who write to the central number change their
-- business in a conversation of Yume's own, so it may be another tenant's row and is compared, never followed.
alter table effect drop constraint effect_organization_id_appointment_id_fkey;
alter table effect rename column appointment_id to subject_id;

-- Staff ----------------------------------------------------------------------------------------------------------------

-- WhatsApp may deliver a person without a phone: staff link their user id when they are onboarded.
alter table staff_member
    add column user_id text check (length(user_id) between 1 and 128),
    add unique (organization_id, user_id);
create index staff_member_user_id on staff_member (user_id) where active and user_id is not null;

-- Beginnings -----------------------------------------------------------------------------------------------------------

-- What kind of business it is, and the errand in Yume's own conversation that founded it: it founds one business, however often
-- it is tried.
alter table organization
    add column type       text not null default 'other' check (type in ('barbershop', 'hair_salon', 'nail_salon', 'spa', 'other')),
    add column founded_by uuid unique;

-- Numbers that exist in the simulator alone.
alter table business_number
    drop constraint business_number_provider_check,
    add constraint business_number_provider_check check (provider in ('twilio', 'meta', 'simulator'));

-- A new business waits for its number. Conversation and errand are those of Yume's own organization where its owner is told.
create table number_request (
    organization_id uuid primary key references organization,
    conversation_id uuid not null,
    errand_id       uuid not null,
    origin          text not null check (origin in ('real', 'simulator', 'playground')),
    status          text not null default 'pending' check (status in ('pending', 'provided')),
    requested_at    timestamptz not null,
    provided_at     timestamptz,
    check ((status = 'provided') = (provided_at is not null))
);
create index number_request_pending on number_request (requested_at) where status = 'pending';

-- Models ---------------------------------------------------------------------------------------------------------------

-- What language models cost, in millionths of a dollar: providers price in dollars a million tokens.
alter table turn
    add column model_calls   int    not null default 0 check (model_calls >= 0),
    add column input_tokens  bigint not null default 0 check (input_tokens >= 0),
    add column output_tokens bigint not null default 0 check (output_tokens >= 0),
    add column micro_dollars bigint not null default 0 check (micro_dollars >= 0);

-- A day is that of the conversation's zone.
create table model_use (
    organization_id uuid   not null,
    day             date   not null,
    person_id       uuid   not null,
    calls           bigint not null check (calls >= 0),
    input_tokens    bigint not null check (input_tokens >= 0),
    output_tokens   bigint not null check (output_tokens >= 0),
    audio_seconds   bigint not null check (audio_seconds >= 0),
    micro_dollars   bigint not null check (micro_dollars >= 0),
    primary key (organization_id, day, person_id),
    foreign key (organization_id, person_id) references person (organization_id, id)
);

-- Of the whole installation, by days of UTC: rows of Yume's own organization.
create table model_use_total (
    organization_id uuid   not null references organization,
    day             date   not null,
    micro_dollars   bigint not null check (micro_dollars >= 0),
    primary key (organization_id, day),
    check (organization_id = '00000000-0000-7000-8000-000000000000')
);

-- A voice note is fetched from where the provider keeps it; what it says is the message's words, and its kind stays audio.
alter table inbound_message
    add column media_url  text check (length(media_url) between 1 and 2000),
    add column media_type text check (length(media_type) between 1 and 200),
    add column transcript text check (length(transcript) <= 4096),
    add check ((media_url is null) = (media_type is null));

-- Customers ------------------------------------------------------------------------------------------------------------

-- STOP, BAJA and ALTA: whoever opted out gets answers and nothing else.
alter table person add column opted_out_at timestamptz;

-- Messages in a row that made no sense.
alter table conversation
    add column misunderstandings int not null default 0 check (misunderstandings >= 0);

-- How somebody wants to be called, for any business they write to: the name and nothing else, under a keyed hash of how they are
-- known. It is no tenant's row and says nothing of any; without a name they do not share it.
create table shared_name (
    identity   bytea primary key check (length(identity) = 32),
    name       text check (length(name) between 1 and 80),
    shared     boolean not null,
    updated_at timestamptz not null,
    check (shared or name is null)
);
alter table shared_name enable row level security;
alter table shared_name force row level security;
create policy shared_names on shared_name using ((select current_setting('app.scope', true)) = 'shared_names');

-- Flows ----------------------------------------------------------------------------------------------------------------

-- Those that nobody comes back to are found by when somebody was last at them, whosever they are.
create index flow_left on flow (updated_at) where active;
create index flow_of_conversation on flow (organization_id, conversation_id, started_at);
drop policy tenant on flow;

-- Handoffs -------------------------------------------------------------------------------------------------------------

-- A person of the business answers in Yume's place. One that never reached anybody is over at once, and waits to be told of.
create table handoff (
    organization_id      uuid not null,
    id                   uuid primary key,
    conversation_id      uuid not null,
    -- In which it was asked for: asked twice there, it is one. Staff begin it from a conversation that may be Yume's own.
    turn_id              uuid,
    asked_by             text not null check (asked_by in ('customer', 'assistant', 'staff')),
    reason               text not null check (length(reason) <= 500),
    started_at           timestamptz not null,
    last_activity_at     timestamptz not null,
    -- The customer knows that what they write is passed on.
    acknowledged         boolean not null default false,
    staff_id             uuid,
    taken_at             timestamptz,
    -- Where whoever took it answers: the business's conversation with them, or the one they have with Yume's central number.
    desk_organization_id uuid,
    desk_conversation_id uuid,
    told_at              timestamptz,
    ended_at             timestamptz,
    ended_by             text check (ended_by in ('customer', 'staff', 'silence', 'unreached')),
    unique (organization_id, id),
    unique (organization_id, turn_id),
    foreign key (organization_id, conversation_id) references conversation (organization_id, id),
    foreign key (organization_id, turn_id) references turn (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id),
    foreign key (desk_organization_id, desk_conversation_id) references conversation (organization_id, id),
    check (num_nonnulls(staff_id, taken_at, desk_organization_id, desk_conversation_id) in (0, 4)),
    constraint handoff_desk_of_the_business_or_central
        check (desk_organization_id in (organization_id, '00000000-0000-7000-8000-000000000000')),
    check ((ended_at is null) = (ended_by is null)),
    check (told_at is not null or coalesce(ended_by, '') = 'unreached')
);
create unique index handoff_one_open on handoff (organization_id, conversation_id) where ended_at is null;
create unique index handoff_one_at_a_desk on handoff (desk_organization_id, desk_conversation_id)
    where ended_at is null and desk_conversation_id is not null;
create index handoff_of_conversation on handoff (organization_id, conversation_id, started_at);
create index handoff_waiting_to_be_told on handoff (organization_id, started_at) where told_at is null;
create index handoff_silent on handoff (last_activity_at) where ended_at is null;

-- Signing in -----------------------------------------------------------------------------------------------------------

-- A link that somebody of the staff asked for, and what it opens. Of either only the SHA-256 of its token is kept: whoever reads
-- these rows can open nothing. Who it belongs to is found by the token, before an organization is known.
create table magic_link (
    organization_id uuid not null,
    id              uuid primary key,
    staff_id        uuid not null,
    token_hash      bytea not null unique check (length(token_hash) = 32),
    issued_at       timestamptz not null,
    expires_at      timestamptz not null check (expires_at > issued_at),
    used_at         timestamptz,
    unique (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
create index magic_link_expired on magic_link (expires_at);

create table session (
    organization_id uuid not null,
    id              uuid primary key,
    staff_id        uuid not null,
    token_hash      bytea not null unique check (length(token_hash) = 32),
    opened_at       timestamptz not null,
    expires_at      timestamptz not null check (expires_at > opened_at),
    revoked_at      timestamptz,
    unique (organization_id, id),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
);
create index session_expired on session (expires_at);

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

call protect('number_request', 'setup', 'routing');
call protect('model_use', 'setup');
call protect('model_use_total', 'setup');
call protect('handoff', 'sweeps');
call protect('flow', 'sweeps');
call protect('magic_link', 'routing', 'sweeps');
call protect('session', 'routing', 'sweeps');

drop procedure protect;
