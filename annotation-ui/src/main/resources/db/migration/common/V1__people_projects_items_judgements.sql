-- People ------------------------------------------------------------------------------------------------------------
create table app_user (
    id uuid primary key,
    login varchar(100) not null unique,
    display_name varchar(200) not null,
    locale varchar(16) not null,
    languages varchar(200) not null,
    status varchar(16) not null check (status in ('ACTIVE', 'DISABLED', 'ERASED')),
    password_hash varchar(255),
    pseudonym varchar(32) not null unique,
    created_at timestamp(3) with time zone not null
);

-- A scope is a project, or the nil UUID for the whole installation.
create table role_grant (
    user_id uuid not null references app_user (id),
    scope uuid not null,
    role varchar(16) not null check (role in ('OWNER', 'ADMIN', 'REVIEWER', 'ANNOTATOR', 'AUDITOR')),
    primary key (user_id, scope, role)
);

create table invitation (
    id uuid primary key,
    token_sha256 varchar(64) not null unique,
    scope uuid not null,
    role varchar(16) not null,
    created_by uuid not null references app_user (id),
    expires_at timestamp(3) with time zone not null,
    accepted_by uuid references app_user (id)
);

-- The one mutable secret of a person: dropping it makes the free text that they wrote unreadable for good.
create table person_key (
    user_id uuid primary key references app_user (id),
    secret varchar(64) not null
);

create table login_failure (
    login varchar(100) primary key,
    failures integer not null,
    last_at timestamp(3) with time zone not null
);

create table setup_code (
    id integer primary key check (id = 1),
    code_sha256 varchar(64)
);

insert into setup_code (id, code_sha256) values (1, null);

-- Projects ----------------------------------------------------------------------------------------------------------
create table project (
    id uuid primary key,
    slug varchar(64) not null unique,
    name varchar(200) not null,
    settings varchar not null,
    archived boolean not null,
    created_at timestamp(3) with time zone not null
);

create table guideline_version (
    id uuid primary key,
    project_id uuid not null references project (id),
    version integer not null,
    content varchar not null,
    content_sha256 varchar(64) not null,
    published_at timestamp(3) with time zone not null,
    unique (project_id, version)
);

create table schema_version (
    id uuid primary key,
    project_id uuid not null references project (id),
    version integer not null,
    content varchar not null,
    content_sha256 varchar(64) not null,
    published_at timestamp(3) with time zone not null,
    unique (project_id, version)
);

-- What is judged ----------------------------------------------------------------------------------------------------
create table import_batch (
    id uuid primary key,
    project_id uuid not null references project (id),
    file_name varchar(500) not null,
    file_sha256 varchar(64) not null,
    items integer not null,
    imported_by uuid not null references app_user (id),
    imported_at timestamp(3) with time zone not null,
    unique (project_id, file_sha256)
);

create table item (
    id uuid primary key,
    project_id uuid not null references project (id),
    import_id uuid references import_batch (id),
    number bigint not null,
    content_sha256 varchar(64) not null,
    prompt varchar not null,
    prompt_key varchar(64) not null,
    attributes varchar not null,
    language varchar(35),
    answers integer not null check (answers between 2 and 9),
    priority integer not null,
    uncertainty double precision,
    overlap_target integer not null check (overlap_target >= 1),
    open_slots integer not null check (open_slots >= 0),
    presented integer not null,
    state varchar(16) not null check (state in ('OPEN', 'FULL', 'HELD', 'IDENTICAL', 'GOLD')),
    hold_reason varchar(1000),
    unique (project_id, number),
    unique (project_id, content_sha256)
);

create index item_queue on item (project_id, state, priority desc, number);

-- The canonical slots, which no annotator ever sees; a duplicate answer is shown once, as the slot in shown_as.
create table item_answer (
    item_id uuid not null references item (id),
    slot integer not null,
    content varchar not null,
    content_sha256 varchar(64) not null,
    shown_as integer not null,
    generator varchar(500),
    extra varchar not null,
    primary key (item_id, slot)
);

create table gold_key (
    item_id uuid primary key references item (id),
    expected varchar not null,
    tolerance double precision not null,
    explanation varchar not null
);

-- Work --------------------------------------------------------------------------------------------------------------
create table assignment (
    id uuid primary key,
    item_id uuid not null references item (id),
    project_id uuid not null references project (id),
    user_id uuid not null references app_user (id),
    purpose varchar(16) not null check (purpose in ('NORMAL', 'GOLD', 'REPEAT', 'ADJUDICATE')),
    state varchar(16) not null check (state in ('LEASED', 'DRAFT', 'SUBMITTED', 'SKIPPED', 'EXPIRED', 'REVOKED')),
    lease_until timestamp(3) with time zone not null,
    taken_at timestamp(3) with time zone not null,
    training boolean not null,
    arm varchar(16) not null check (arm in ('ORDER', 'UNCERTAINTY', 'CONTROL')),
    policy varchar(64) not null,
    propensity double precision not null check (propensity > 0 and propensity <= 1),
    unique (item_id, user_id, purpose)
);

create index assignment_of_user on assignment (user_id, project_id, state);
create index assignment_lease on assignment (state, lease_until);

create table presentation (
    assignment_id uuid primary key references assignment (id),
    slot_order varchar(40) not null,
    square_row integer not null,
    guideline_version_id uuid not null references guideline_version (id),
    schema_version_id uuid not null references schema_version (id),
    build varchar(100) not null,
    presented_at timestamp(3) with time zone not null
);

create table draft (
    assignment_id uuid primary key references assignment (id),
    body varchar not null,
    revision bigint not null,
    saved_at timestamp(3) with time zone not null
);

-- Facts -------------------------------------------------------------------------------------------------------------
create table ledger_event (
    seq bigint primary key,
    happened_at timestamp(3) with time zone not null,
    actor_id uuid,
    kind varchar(32) not null,
    subject varchar(200) not null,
    payload varchar not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null unique
);

create table ledger_head (
    id integer primary key check (id = 1),
    seq bigint not null,
    hash varchar(64) not null
);

insert into ledger_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create table judgement (
    id uuid primary key,
    assignment_id uuid not null references assignment (id),
    project_id uuid not null references project (id),
    item_id uuid not null references item (id),
    user_id uuid not null references app_user (id),
    revision integer not null check (revision >= 1),
    supersedes_id uuid references judgement (id),
    outcome varchar(16) not null check (outcome in ('JUDGED', 'ALL_BAD', 'NOT_RANKABLE', 'SKIP', 'FLAGGED')),
    body varchar not null,
    sealed_text varchar,
    submitted_at timestamp(3) with time zone not null,
    row_hash varchar(64) not null,
    ledger_seq bigint not null unique references ledger_event (seq),
    unique (assignment_id, revision)
);

create index judgement_of_item on judgement (item_id);
create index judgement_of_project on judgement (project_id, ledger_seq);

create table review (
    id uuid primary key,
    judgement_id uuid not null references judgement (id),
    reviewer_id uuid not null references app_user (id),
    verdict varchar(16) not null check (verdict in ('ACCEPTED', 'RETURNED')),
    reason varchar not null,
    reviewed_at timestamp(3) with time zone not null
);

create table export_snapshot (
    id uuid primary key,
    project_id uuid not null references project (id),
    ledger_seq bigint not null,
    ledger_hash varchar(64) not null,
    format varchar(64) not null,
    content_sha256 varchar(64) not null,
    row_count bigint not null,
    manifest varchar not null,
    exported_at timestamp(3) with time zone not null
);
