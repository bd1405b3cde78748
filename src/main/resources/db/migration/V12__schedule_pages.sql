-- Forms of the schedule that were sent: a booking and the key of the form that asked for it commit together, so the form that is
-- sent twice books once.

create table submission (
    organization_id uuid not null references organization,
    -- Made anew for each form that is shown.
    key             uuid not null,
    appointment_id  uuid not null,
    submitted_at    timestamptz not null,
    primary key (organization_id, key),
    foreign key (organization_id, appointment_id) references appointment (organization_id, id)
);
create index submission_by_age on submission (organization_id, submitted_at);

alter table submission enable row level security;
alter table submission force row level security;
create policy tenant on submission using (
    organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
