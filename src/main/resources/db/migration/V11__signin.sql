-- What people see of their own sessions: on which kind of device, and when it was last used (at most an hour old; null: when it was
-- opened). Nothing else of the browser is kept.
alter table session
    add column device  text not null default '' check (length(device) <= 60),
    add column seen_at timestamptz;
create index session_of on session (organization_id, staff_id) where revoked_at is null;

-- How often a link to sign in was asked for of late. It is Yume's own, whoever asks; a key is the HMAC of a phone or of a network
-- address, so that neither can be read here.
create table sign_in_limit (
    organization_id uuid not null references organization,
    key             bytea not null check (length(key) = 32),
    asked           timestamptz[] not null,
    last_asked_at   timestamptz not null,
    primary key (organization_id, key)
);
create index sign_in_limit_over on sign_in_limit (last_asked_at);

-- By which somebody who signs in elsewhere is known here; in small letters.
alter table staff_member
    add column email text check (length(email) between 3 and 254 and email = lower(email) and email like '%_@_%'),
    add constraint staff_member_email unique (organization_id, email);
create index staff_member_by_email on staff_member (email) where active;

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

call protect('sign_in_limit', 'sweeps');

drop procedure protect;
