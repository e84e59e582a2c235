-- Who a person is elsewhere: the provider of single sign-on and its name for them.
create table external_identity (
    issuer varchar(500) not null,
    subject varchar(300) not null,
    user_id uuid not null references app_user (id),
    created_at timestamp(3) with time zone not null,
    primary key (issuer, subject)
);

create index external_identity_of_user on external_identity (user_id);
