-- What a reviewer writes is sealed with their key, so that it ends with them; reasons of before stand as they were written.
alter table review add column sealed boolean default false not null;
