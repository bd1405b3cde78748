-- As in V7, where its locks are explained, and with each message the trace that it belongs to, or none.
create function accept_arrivals(
    patient boolean, at timestamptz, pause interval, longest_burst interval,
    known_owner uuid[], channel text[], provider_message_id text[], origin text[], business_address text[], person_address text[],
    phone text[], user_id text[], profile text[], kind text[], body text[], choice_id text[], media_url text[], media_type text[],
    raw bytea[], new_message uuid[], new_conversation uuid[], new_person uuid[], traceparent text[])
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
                             profile, kind, body, choice_id, media_url, media_type, raw, new_message, new_conversation, new_person,
                             traceparent)
            as arrival (owner, channel, provider_message_id, origin, business_address, person_address, phone, user_id,
                        profile, kind, body, choice_id, media_url, media_type, raw, message, conversation, person, trace)
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
            set channel = m.channel, business_address = m.business_address, person_address = m.person_address, traceparent = m.trace,
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

-- Without traces, as instances of the version before call it while they are replaced.
create or replace function accept_arrivals(
    patient boolean, at timestamptz, pause interval, longest_burst interval,
    known_owner uuid[], channel text[], provider_message_id text[], origin text[], business_address text[], person_address text[],
    phone text[], user_id text[], profile text[], kind text[], body text[], choice_id text[], media_url text[], media_type text[],
    raw bytea[], new_message uuid[], new_conversation uuid[], new_person uuid[])
returns table (outcome text, owner uuid, conversation uuid, due timestamptz) language plpgsql as $$
begin
    return query select * from accept_arrivals(
        patient, at, pause, longest_burst, known_owner, channel, provider_message_id, origin, business_address, person_address, phone,
        user_id, profile, kind, body, choice_id, media_url, media_type, raw, new_message, new_conversation, new_person, null::text[]);
end $$;
