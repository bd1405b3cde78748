-- Pages of a business with years behind it: read by what they show, not by all there is.

-- People ---------------------------------------------------------------------------------------------------------------

-- Small and without accents, as people look for a name: see NameWords.
alter table person
    add column folded_name text generated always as (translate(lower(name), 'áéíóúàèìòùäëïöü', 'aeiouaeiouaeiou')) stored;
-- The list of customers, in its order.
create index person_by_name on person (organization_id, folded_name, id) where erased_at is null;

-- Conversations --------------------------------------------------------------------------------------------------------

-- Those in which something was said last.
create index conversation_heard on conversation (organization_id, last_inbound_at) where last_inbound_at is not null;
create index outbox_lately on outbox (organization_id, created_at);

-- Figures --------------------------------------------------------------------------------------------------------------

-- What was done in a period, by whom.
create index appointment_part_beginning on appointment_part (organization_id, starts_at);
