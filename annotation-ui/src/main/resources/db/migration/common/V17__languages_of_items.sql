-- Whoever registers is offered the languages that items are in.
create index item_language on item (language);
