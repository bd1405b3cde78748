-- What the pages of figures and settings ask: all visits of a business that begin in a period, wherever, and those written in one.
create index appointment_beginning on appointment (organization_id, starts_at);
create index appointment_written on appointment (organization_id, created_at);
