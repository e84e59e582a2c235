-- The list of items goes through those of one state in the order of their numbers, page by page.
create index item_of_state on item (project_id, state, number);
