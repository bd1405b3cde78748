-- The people of a business on its pages: what is noted about somebody, who was forgotten, who answers in Yume's place from a page.

-- What is already there is moved, whosever it is: without a scope row-level security would leave it where it was, without a word.
select set_config('app.scope', 'setup', true);

-- People ---------------------------------------------------------------------------------------------------------------

-- Their data was erased then: the row stays for the figures of their visits, and says nothing of them.
alter table person add column erased_at timestamptz;

-- What the business remembers about somebody. Without a row, nothing.
create table person_note (
    organization_id uuid not null,
    person_id       uuid not null,
    note            text not null check (length(note) <= 2000),
    version         int not null default 1,
    changed_at      timestamptz not null,
    primary key (organization_id, person_id),
    foreign key (organization_id, person_id) references person (organization_id, id)
);

-- Handoffs -------------------------------------------------------------------------------------------------------------

-- Whoever took one on a page answers there: it has no desk.
alter table handoff
    drop constraint handoff_check,
    add constraint handoff_taken_by_somebody check (num_nonnulls(staff_id, taken_at) in (0, 2)),
    add constraint handoff_desk_whole check (num_nonnulls(desk_organization_id, desk_conversation_id) in (0, 2)),
    add constraint handoff_desk_of_whoever_took_it check (desk_conversation_id is null or staff_id is not null);

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

call protect('person_note', 'setup');

drop procedure protect;
