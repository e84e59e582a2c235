-- Who is told when an item, a project or a job is done, and what was sent.
create table webhook (
    id uuid primary key,
    project_id uuid not null references project (id),
    address varchar(2000) not null,
    secret varchar(100) not null,
    events varchar(200) not null,
    since_seq bigint not null,
    created_by uuid not null references app_user (id),
    created_at timestamp(3) with time zone not null
);

-- The place is that of the event in the ledger, so that messages go out in the order of what they tell.
create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook (id),
    event varchar(32) not null,
    event_key varchar(200) not null,
    place bigint not null,
    body varchar not null,
    state varchar(16) not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts integer not null,
    next_at timestamp(3) with time zone not null,
    outcome varchar(500),
    created_at timestamp(3) with time zone not null,
    unique (webhook_id, event_key)
);

create index webhook_delivery_due on webhook_delivery (state, next_at);

-- How far the ledger was followed.
create table webhook_cursor (
    id integer primary key check (id = 1),
    seq bigint not null
);

insert into webhook_cursor (id, seq) values (1, 0);
