-- PostgreSQL, unlike H2, makes no index for a foreign key.
create index judgement_superseded on judgement (supersedes_id);
create index judgement_of_user on judgement (user_id, project_id, ledger_seq);
