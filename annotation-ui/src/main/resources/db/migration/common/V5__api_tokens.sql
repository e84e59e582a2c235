-- Tokens of programs: the hash only, never the token.
create table api_token (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    project_id uuid references project (id),
    name varchar(200) not null,
    token_sha256 varchar(64) not null unique,
    scopes varchar(500) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    revoked_at timestamp(3) with time zone,
    last_used_at timestamp(3) with time zone
);

create index api_token_of_user on api_token (user_id);

-- What a request with an Idempotency-Key was answered, kept for a week.
create table idempotent_answer (
    token_id uuid not null references api_token (id),
    idempotency_key varchar(200) not null,
    request_sha256 varchar(64) not null,
    status integer not null,
    content_type varchar(100) not null,
    body varchar not null,
    answered_at timestamp(3) with time zone not null,
    primary key (token_id, idempotency_key)
);
