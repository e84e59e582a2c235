-- Who took a file out, which until now stood in the ledger only; nobody knows it of earlier rows without looking there.
alter table export_snapshot add column exported_by uuid references app_user (id);
create index export_snapshot_of_project on export_snapshot (project_id, exported_at);
