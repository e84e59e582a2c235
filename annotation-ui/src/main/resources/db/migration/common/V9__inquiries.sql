-- What a lead asked an annotator about a pattern in their work, and what was answered, under the annotator's key.
create table inquiry (
    id uuid primary key,
    project_id uuid not null references project (id),
    user_id uuid not null references app_user (id),
    pattern varchar(16) not null check (pattern in ('SHOWN_ORDER', 'DISAGREES', 'FORGETS')),
    share double precision not null,
    n bigint not null,
    asked_by uuid not null references app_user (id),
    asked_at timestamp(3) with time zone not null,
    sealed_answer varchar,
    answered_at timestamp(3) with time zone
);

create index inquiry_of_user on inquiry (user_id, project_id);
create index inquiry_of_project on inquiry (project_id);
create index review_of_judgement on review (judgement_id);
