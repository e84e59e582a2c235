-- An item without answers is a prompt that people answer themselves. The old check on the number of answers has no name
-- that both databases agree on, so the column is made anew.
alter table item add column answer_count integer;
update item set answer_count = answers;
alter table item drop column answers;
alter table item rename column answer_count to answers;
alter table item alter column answers set not null;
alter table item add constraint item_answers_number check (answers = 0 or answers between 2 and 9);
