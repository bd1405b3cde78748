-- Notices: who wants which, when the business sends them, and what was already sent.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- Preferences ----------------------------------------------------------------------------------------------------------

-- Only what somebody said: without a row it is as usual for their permission.
create table notice_preference (
    organization_id uuid not null,
    staff_id        uuid not null,
    kind            text not null check (kind in ('new_bookings', 'moves', 'cancellations', 'daily_schedule')),
    wanted          boolean not null,
    changed_at      timestamptz not null,
    primary key (organization_id, staff_id, kind),
    foreign key (organization_id, staff_id) references staff_member (organization_id, id)
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

call protect('notice_preference', 'setup');

drop procedure protect;
