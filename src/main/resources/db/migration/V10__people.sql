-- People: what they agreed to and when, and who they are when WhatsApp tells it anew.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Consent --------------------------------------------------------------------------------------------------------------

-- Everything that somebody ever allowed or refused, with its time: rows are added and never changed, which the policies see to.
create table consent (
    organization_id uuid not null,
    id              uuid primary key,
    person_id       uuid not null,
    -- To be written to unasked, to have the name known elsewhere; that the privacy notice was given.
    what            text not null check (what in ('messages', 'shared_name', 'privacy_notice')),
    given           boolean not null,
    at              timestamptz not null,
    -- The turn in which it was said or told. Compared, never followed: conversations are kept for less long.
    turn_id         uuid not null,
    foreign key (organization_id, person_id) references person (organization_id, id)
);
create index consent_of_person on consent (organization_id, person_id, at);
alter table consent enable row level security;
alter table consent force row level security;
create policy read_by_tenant on consent for select
    using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
create policy added_by_tenant on consent for insert
    with check (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));

-- Whoever was answered before was given the notice with their first answer. Of those who opted out the time is known.
do $$
declare
    tenant uuid;
begin
    for tenant in select organization_id from organization loop
        perform set_config('app.organization', tenant::text, true);
        insert into consent (organization_id, id, person_id, what, given, at, turn_id)
        select distinct on (c.person_id) tenant, gen_random_uuid(), c.person_id, 'privacy_notice', true, o.created_at, o.turn_id
        from conversation c
        join outbox o on o.organization_id = c.organization_id and o.conversation_id = c.id and o.turn_id is not null
        where c.organization_id = tenant
        order by c.person_id, o.sequence;
        insert into consent (organization_id, id, person_id, what, given, at, turn_id)
        select distinct on (p.id) tenant, gen_random_uuid(), p.id, 'messages', false, p.opted_out_at, e.turn_id
        from person p
        join conversation c on c.organization_id = p.organization_id and c.person_id = p.id
        join turn t on t.organization_id = c.organization_id and t.conversation_id = c.id
        join effect e on e.organization_id = t.organization_id and e.turn_id = t.id and e.tool = 'opt_out'
        where p.organization_id = tenant and p.opted_out_at is not null
        order by p.id, e.recorded_at desc;
    end loop;
    perform set_config('app.organization', '', true);
end $$;

-- Identities -----------------------------------------------------------------------------------------------------------

-- The order in which they became somebody's: the newest phone and the newest user id are the ones they have now.
alter table person_identity add column sequence bigint generated always as identity;

-- What WhatsApp told of somebody who goes on under another phone or user id, and two records that turned out to be one person:
-- what they were known by before is read here.
create table identity_change (
    organization_id     uuid not null references organization,
    id                  uuid primary key,
    -- The event that told it, once; null where a message brought a phone and a user id together.
    provider            text check (provider in ('twilio', 'meta', 'simulator')),
    provider_message_id text,
    outcome             text not null check (outcome in ('moved', 'unknown', 'taken', 'two_people', 'joined')),
    -- Who they are; null where nobody here is known so.
    person_id           uuid,
    -- The other one: who has the new phone or user id already, or who was joined to them.
    other_person_id     uuid,
    old_phone           text,
    old_user_id         text,
    new_phone           text,
    new_user_id         text,
    changed_at          timestamptz not null,
    unique (organization_id, provider, provider_message_id),
    foreign key (organization_id, person_id) references person (organization_id, id),
    foreign key (organization_id, other_person_id) references person (organization_id, id),
    check ((provider is null) = (provider_message_id is null))
);
create index identity_change_of_person on identity_change (organization_id, person_id, changed_at);
create unique index identity_change_two_people on identity_change (organization_id, person_id, other_person_id)
    where provider is null;

-- A message came from a phone and a user id that were two people's so far. They are one where nothing speaks against it: a phone
-- that never had a user id, and a user id that never had a phone. Then everything is the phone's person's from now on; else
-- nothing is merged, and the phone says who writes.
create function meet(of_organization uuid, by_phone uuid, by_user_id uuid, change_id uuid, moment timestamptz)
returns void language plpgsql as $$
declare
    one boolean;
begin
    select not exists (select 1 from person_identity i where i.organization_id = of_organization
                       and ((i.person_id = by_phone and i.kind = 'user_id') or (i.person_id = by_user_id and i.kind = 'phone')))
        into one;
    insert into identity_change (organization_id, id, outcome, person_id, other_person_id, changed_at)
    values (of_organization, change_id, case when one then 'joined' else 'two_people' end, by_phone, by_user_id, moment)
    on conflict do nothing;
    if not one then
        return;
    end if;
    update person p
    set name = coalesce(p.name, o.name),
        name_confirmed_at = case when p.name is null then o.name_confirmed_at else p.name_confirmed_at end,
        profile_name = coalesce(o.profile_name, p.profile_name),
        -- What either of them refused stays refused.
        opted_out_at = coalesce(p.opted_out_at, o.opted_out_at), version = p.version + 1
    from person o
    where p.organization_id = of_organization and p.id = by_phone
      and o.organization_id = of_organization and o.id = by_user_id;
    update person set name = null, name_confirmed_at = null, version = version + 1
    where organization_id = of_organization and id = by_user_id;
    update person_identity set person_id = by_phone where organization_id = of_organization and person_id = by_user_id;
    update appointment set customer_id = by_phone where organization_id = of_organization and customer_id = by_user_id;
    update series set customer_id = by_phone where organization_id = of_organization and customer_id = by_user_id;
    update waitlist_entry set customer_id = by_phone where organization_id = of_organization and customer_id = by_user_id;
    insert into consent (organization_id, id, person_id, what, given, at, turn_id)
    select organization_id, gen_random_uuid(), by_phone, what, given, at, turn_id from consent
    where organization_id = of_organization and person_id = by_user_id;
    -- The conversation goes on where the phone's person has none.
    update conversation c set person_id = by_phone
    where c.organization_id = of_organization and c.person_id = by_user_id
      and not exists (select 1 from conversation o where o.organization_id = of_organization and o.person_id = by_phone
                      and o.origin = c.origin);
end $$;

-- As in V7, and where the phone and the user id were two people's, these meet.
create or replace function resolve_person(of_organization uuid, phone text, user_id text, profile text, new_person uuid, at timestamptz)
returns uuid language plpgsql as $$
declare
    by_phone   uuid;
    by_user_id uuid;
    person     uuid;
    locked     boolean := false;
begin
    loop
        if phone is not null then
            select i.person_id into by_phone from person_identity i
            where i.organization_id = of_organization and i.provider = 'whatsapp' and i.kind = 'phone' and i.value = phone;
        end if;
        if user_id is not null then
            select i.person_id into by_user_id from person_identity i
            where i.organization_id = of_organization and i.provider = 'whatsapp' and i.kind = 'user_id' and i.value = user_id;
        end if;
        person := coalesce(by_phone, by_user_id);
        exit when person is not null or locked;
        -- Phones before user ids, everywhere: two who know the same person wait for each other once.
        perform pg_advisory_xact_lock(identity_key(of_organization, phone)) where phone is not null;
        perform pg_advisory_xact_lock(identity_key(of_organization, user_id)) where user_id is not null;
        locked := true;
    end loop;
    if person is null then
        person := new_person;
        insert into person (organization_id, id, profile_name, created_at) values (of_organization, person, profile, at);
    end if;
    if phone is not null and by_phone is null then
        insert into person_identity (organization_id, provider, kind, value, person_id)
        values (of_organization, 'whatsapp', 'phone', phone, person) on conflict do nothing;
    end if;
    if user_id is not null and by_user_id is null then
        insert into person_identity (organization_id, provider, kind, value, person_id)
        values (of_organization, 'whatsapp', 'user_id', user_id, person) on conflict do nothing;
    end if;
    if by_phone <> by_user_id then
        perform meet(of_organization, by_phone, by_user_id, gen_random_uuid(), at);
    end if;
    return person;
end $$;

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

call protect('identity_change', 'setup');

drop procedure protect;
