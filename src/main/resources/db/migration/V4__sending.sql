-- Messages that arrive: outside WhatsApp's window only approved templates do, and nobody is written to at the wrong hour or about
-- what is over.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Conversations --------------------------------------------------------------------------------------------------------

-- Somebody who is told something before they ever wrote: WhatsApp's window has never been open.
alter table conversation alter column last_inbound_at drop not null;

-- The outbox -----------------------------------------------------------------------------------------------------------

alter table outbox
    -- What goes out instead when the window is closed.
    add column template      jsonb,
    add column sent_template boolean not null default false,
    -- The provider said that the window is closed, whatever we thought.
    add column window_closed boolean not null default false,
    -- What it tells is over then: nothing is sent any more.
    add column expires_at    timestamptz,
    -- Whose night it waits for; null for what leaves at any hour.
    add column quiet_zone    text,
    -- Asked for: people who opted out get it all the same.
    add column answers       boolean not null default false,
    -- The appointment that it is about, to be withdrawn with it. Compared, never followed: it may be another tenant's.
    add column subject_id    uuid,
    drop constraint outbox_status_check,
    -- Dropped is no failure: what it would have said was over, withdrawn, or not wanted any more.
    add constraint outbox_status_check
        check (status in ('pending', 'sending', 'sent', 'delivered', 'read', 'failed', 'dropped'));
update outbox set answers = true where turn_id is not null;
create index outbox_about on outbox (organization_id, subject_id)
    where subject_id is not null and status in ('pending', 'sending');

-- The next moment at which a number may send, by the provider's throughput.
create table sending_pace (
    organization_id uuid not null references organization,
    channel         text not null check (channel in ('twilio', 'meta')),
    address         text not null,
    next_at         timestamptz not null,
    primary key (organization_id, channel, address)
);

-- What a provider thinks of our templates, for each of the accounts that send them. Rows of Yume's own organization: an account may
-- serve many businesses.
create table template_approval (
    organization_id uuid not null references organization,
    channel         text not null check (channel in ('twilio', 'meta')),
    account         text not null check (length(account) between 1 and 64),
    name            text not null check (length(name) between 1 and 64),
    -- Of the text that was submitted: a template that was changed since has to be submitted again.
    content_hash    text not null,
    -- What the provider calls it when it is sent: a ContentSid with Twilio.
    provider_id     text,
    status          text not null check (status in ('submitted', 'approved', 'rejected', 'paused')),
    reason          text,
    submitted_at    timestamptz not null,
    checked_at      timestamptz,
    primary key (organization_id, channel, account, name),
    check (organization_id = '00000000-0000-7000-8000-000000000000')
);

-- That somebody opted out is read together with what waits to be sent: of all people, those alone.
drop policy tenant on person;
create policy tenant on person using (
    organization_id = (select nullif(current_setting('app.organization', true), '')::uuid)
    or (select current_setting('app.scope', true)) = 'setup'
    or ((select current_setting('app.scope', true)) = 'claims' and opted_out_at is not null));

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

call protect('sending_pace', 'claims');
call protect('template_approval', 'claims');

drop procedure protect;
