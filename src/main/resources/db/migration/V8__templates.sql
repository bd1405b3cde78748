-- Templates and contents at providers, messages that are sent again, and what a provider's log still has to tell.

-- Messages of the provider's that it refused after accepting them, and that were sent again: what is told of them later is over.
alter table outbox
    add column refused_message_ids text[] not null default '{}',
    -- When the provider was last asked about a message of which it never told that it arrived.
    add column asked_at timestamptz;
create index outbox_unheard on outbox (channel, sent_at) where status = 'sent';
create index outbox_failed on outbox (created_at) where status = 'failed';

-- What Twilio calls the contents that we made there, each for messages of one shape. Rows of Yume's own organization.
create table twilio_content (
    organization_id uuid not null references organization,
    account         text not null check (length(account) between 1 and 64),
    name            text not null check (length(name) between 1 and 100),
    sid             text not null check (length(sid) between 1 and 64),
    created_at      timestamptz not null,
    primary key (organization_id, account, name),
    check (organization_id = '00000000-0000-7000-8000-000000000000')
);

-- Wanted: to be submitted, by whoever works on its job.
alter table template_approval
    drop constraint template_approval_status_check,
    add constraint template_approval_status_check
        check (status in ('wanted', 'submitted', 'approved', 'rejected', 'paused')),
    alter column submitted_at drop not null,
    add check (status = 'wanted' or submitted_at is not null);

-- Up to when a provider's log of messages was read, so that what it could not deliver to us comes in all the same.
create table reconciliation (
    organization_id uuid not null references organization,
    channel         text not null check (channel in ('twilio', 'meta')),
    account         text not null check (length(account) between 1 and 64),
    read_until      timestamptz not null,
    -- The database's clock: one instance reads at a time.
    lease_until     timestamptz,
    epoch           bigint not null default 0,
    primary key (organization_id, channel, account),
    check (organization_id = '00000000-0000-7000-8000-000000000000')
);

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

call protect('twilio_content');
call protect('reconciliation');

drop procedure protect;
