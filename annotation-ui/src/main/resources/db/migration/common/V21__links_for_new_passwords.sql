-- Who forgot a password gets a link from somebody who leads: good once, for a day.
create table password_link (
    token_sha256 varchar(64) primary key,
    user_id uuid not null references app_user (id),
    expires_at timestamp(3) with time zone not null
);

create index password_link_of_user on password_link (user_id);
