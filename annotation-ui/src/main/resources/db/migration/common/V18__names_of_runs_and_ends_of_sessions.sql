-- Whose the files in the folder of runs are: a run's name stays its project's when the job is deleted.
create table run_name (
    name varchar(64) primary key,
    project_id uuid references project (id)
);

insert into run_name (name, project_id) select name, project_id from job;

-- How often all sessions of a person were ended; a session carries the number of its beginning. None is 0.
create table session_epoch (
    user_id uuid primary key references app_user (id),
    epoch integer not null
);
