-- How many judgements a day a person wants to make; for their own eyes.
create table own_goal (
    user_id uuid primary key references app_user (id),
    judgements integer not null check (judgements between 1 and 1000)
);

-- What a person judged today, in any project, without a look at all they ever judged.
create index judgement_of_day on judgement (user_id, submitted_at);
