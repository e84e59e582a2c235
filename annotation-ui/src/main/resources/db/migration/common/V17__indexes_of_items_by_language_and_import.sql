-- Whoever registers is offered the languages that items are in.
create index item_language on item (language);

-- The ledger vouches for the items of each import; PostgreSQL, unlike H2, makes no index for a foreign key.
create index item_of_import on item (import_id, number);
