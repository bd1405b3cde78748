-- Messages come in by groups: everything that arrived while one statement was under way is stored by the next, in one commit.
--
-- A session keeps the plans of its functions. Made while the tables were nearly empty they would read whole tables, and go on doing so
-- when those are full: these functions look up single rows, so they are told to go by the indexes from the beginning.

-- Whose number it is, under the routing scope. The simulator writes to a salon's number whichever provider it belongs to; two
-- statements, since one that said "or" would be planned anew at every call.
create function owner_of_number(of_provider text, at_address text) returns uuid language plpgsql stable
set enable_seqscan = off as $$
declare
    owner uuid;
begin
    if of_provider = 'simulator' then
        select n.organization_id into owner from business_number n where n.address = at_address limit 1;
    else
        select n.organization_id into owner from business_number n where n.provider = of_provider and n.address = at_address;
    end if;
    return owner;
end $$;

-- Two first messages at once of one new person wait for each other under this key.
create function identity_key(of_organization uuid, identity text) returns bigint language sql immutable
    return hashtextextended(of_organization::text || '/' || identity, 0);

-- Null when there is nobody, or no identity to ask for. One table by its whole key: a join, planned while the tables were small, would
-- go through all conversations of the business.
create function person_known_by(of_organization uuid, by_kind text, identity text) returns uuid language plpgsql stable
set enable_seqscan = off as $$
declare
    person uuid;
begin
    if identity is not null then
        select i.person_id into person from person_identity i
        where i.organization_id = of_organization and i.provider = 'whatsapp' and i.kind = by_kind and i.value = identity;
    end if;
    return person;
end $$;

-- The person with this phone or user id, created as new_person when there is none. Both lead to the same person, the phone's if they
-- differ, and whichever is new is remembered.
create function resolve_person(of_organization uuid, phone text, user_id text, profile text, new_person uuid, at timestamptz)
returns uuid language plpgsql
set enable_seqscan = off as $$
declare
    by_phone   uuid;
    by_user_id uuid;
    person     uuid;
    locked     boolean := false;
begin
    loop
        by_phone := person_known_by(of_organization, 'phone', phone);
        by_user_id := person_known_by(of_organization, 'user_id', user_id);
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
    return person;
end $$;

-- Stores messages in their order, each with its receipt, its sender and the conversation that becomes due; says of each what became
-- of it: stored, duplicate, unknown (nobody owns the number), or busy. Each is stored under its own organization, announced first as
-- everywhere.
--
-- A group does not wait for whoever holds one conversation, or that one would hold up everybody's: what somebody else has in hand is
-- busy, and so is everything after it by the same sender. Alone, and patient, a message waits for its turn. What two groups may still
-- wait for (the receipt of one message that came twice, a person new to both) they take in the order of senders; should they wait in
-- a circle all the same, the lock's time-out ends it and each message is tried alone.
create function accept_arrivals(
    patient boolean, at timestamptz, pause interval, longest_burst interval,
    known_owner uuid[], channel text[], provider_message_id text[], origin text[], business_address text[], person_address text[],
    phone text[], user_id text[], profile text[], kind text[], body text[], choice_id text[], media_url text[], media_type text[],
    raw bytea[], new_message uuid[], new_conversation uuid[], new_person uuid[])
returns table (outcome text, owner uuid, conversation uuid, due timestamptz) language plpgsql
set enable_seqscan = off as $$
declare
    m         record;
    busy      text[] := '{}';
    announced uuid;
    sender    text;
    person    uuid;
begin
    perform set_config('lock_timeout', case when patient then '2500ms' else '250ms' end, true);
    for m in
        select * from unnest(known_owner, channel, provider_message_id, origin, business_address, person_address, phone, user_id,
                             profile, kind, body, choice_id, media_url, media_type, raw, new_message, new_conversation, new_person)
            as arrival (owner, channel, provider_message_id, origin, business_address, person_address, phone, user_id,
                        profile, kind, body, choice_id, media_url, media_type, raw, message, conversation, person)
    loop
        owner := m.owner;
        conversation := null;
        due := null;
        sender := m.business_address || ' ' || m.person_address;
        if owner is null then
            perform set_config('app.scope', 'routing', true);
            owner := owner_of_number(m.channel, m.business_address);
            perform set_config('app.scope', '', true);
        end if;
        if owner is null then
            outcome := 'unknown';
            return next;
            continue;
        end if;
        if sender = any (busy) then
            outcome := 'busy';
            return next;
            continue;
        end if;
        if owner is distinct from announced then
            perform set_config('app.organization', owner::text, true);
            announced := owner;
        end if;

        insert into inbound_receipt (organization_id, provider, provider_message_id, received_at)
        values (owner, m.channel, m.provider_message_id, at) on conflict do nothing;
        if not found then
            outcome := 'duplicate';
            return next;
            continue;
        end if;

        -- Of two identities one may be new.
        if m.phone is not null and m.user_id is not null then
            person := resolve_person(owner, m.phone, m.user_id, m.profile, m.person, at);
        else
            person := person_known_by(owner, case when m.phone is null then 'user_id' else 'phone' end, coalesce(m.phone, m.user_id));
        end if;
        loop
            -- Due a pause after this message, a tap at once, but not later than the longest burst allows; once due, it stays.
            update conversation c
            set channel = m.channel, business_address = m.business_address, person_address = m.person_address,
                last_inbound_at = at, pending_since = coalesce(c.pending_since, at),
                due_at = case when c.pending_since is not null and c.due_at <= at then c.due_at
                              else least(at + case when m.kind = 'choice' then interval '0' else pause end,
                                         coalesce(c.pending_since, at) + greatest(longest_burst, pause)) end
            where c.organization_id = owner
              and c.id = (select held.id from conversation held
                          where held.organization_id = owner and held.person_id = person and held.origin = m.origin
                          for update skip locked)
            returning c.id, c.due_at into conversation, due;
            exit when found;
            -- Somebody new, or without a conversation; else it is in somebody else's hands.
            person := resolve_person(owner, m.phone, m.user_id, m.profile, m.person, at);
            insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                      last_inbound_at)
            values (owner, m.conversation, person, m.origin, m.channel, m.business_address, m.person_address, at)
            on conflict do nothing;
            if not found then
                exit when not patient;
                perform from conversation c
                where c.organization_id = owner and c.person_id = person and c.origin = m.origin for update;
            end if;
        end loop;
        if conversation is null then
            delete from inbound_receipt r
            where r.organization_id = owner and r.provider = m.channel and r.provider_message_id = m.provider_message_id;
            busy := busy || sender;
            outcome := 'busy';
            return next;
            continue;
        end if;

        insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body,
                                     choice_id, raw, received_at, media_url, media_type)
        values (owner, m.message, conversation, m.channel, m.provider_message_id, m.origin, m.kind, m.body, m.choice_id, m.raw, at,
                m.media_url, m.media_type);
        outcome := 'stored';
        return next;
    end loop;
end $$;
