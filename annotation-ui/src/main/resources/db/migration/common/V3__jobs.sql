-- Training jobs: what was asked for and which process works on it; the run folder says how far it is.
create table job (
    id uuid primary key,
    project_id uuid references project (id),
    command varchar(16) not null,
    name varchar(64) not null unique,
    device varchar(16) not null,
    arguments varchar not null,
    state varchar(16) not null
        check (state in ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'DONE', 'FAILED', 'KILLED')),
    reason varchar(2000),
    resumed boolean not null,
    process bigint,
    process_started_at timestamp(3) with time zone,
    created_by uuid not null references app_user (id),
    created_at timestamp(3) with time zone not null
);

create index job_state on job (state, created_at);
