-- The purpose too: whoever opens an item sees how their own work on hidden gold fared, without a look at all their other work.
drop index assignment_of_user;
create index assignment_of_user on assignment (user_id, project_id, state, purpose);
