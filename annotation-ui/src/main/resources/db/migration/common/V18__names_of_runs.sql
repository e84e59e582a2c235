-- Whose the files in the folder of runs are: a run's name stays its project's when the job is deleted.
create table run_name (
    name varchar(64) primary key,
    project_id uuid references project (id)
);

insert into run_name (name, project_id) select name, project_id from job;
