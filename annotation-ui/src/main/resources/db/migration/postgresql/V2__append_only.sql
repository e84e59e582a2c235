-- Facts are written once: any change ends in an exception.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op;
end
$$;

create trigger ledger_event_append_only before update or delete on ledger_event for each row execute function refuse_change();
create trigger ledger_event_no_truncate before truncate on ledger_event for each statement execute function refuse_change();
create trigger judgement_append_only before update or delete on judgement for each row execute function refuse_change();
create trigger judgement_no_truncate before truncate on judgement for each statement execute function refuse_change();
create trigger presentation_append_only before update or delete on presentation for each row execute function refuse_change();
create trigger presentation_no_truncate before truncate on presentation for each statement execute function refuse_change();
create trigger guideline_version_append_only before update or delete on guideline_version for each row execute function refuse_change();
create trigger guideline_version_no_truncate before truncate on guideline_version for each statement execute function refuse_change();
create trigger schema_version_append_only before update or delete on schema_version for each row execute function refuse_change();
create trigger schema_version_no_truncate before truncate on schema_version for each statement execute function refuse_change();
create trigger item_answer_append_only before update or delete on item_answer for each row execute function refuse_change();
create trigger item_answer_no_truncate before truncate on item_answer for each statement execute function refuse_change();
create trigger review_append_only before update or delete on review for each row execute function refuse_change();
create trigger review_no_truncate before truncate on review for each statement execute function refuse_change();
create trigger export_snapshot_append_only before update or delete on export_snapshot for each row execute function refuse_change();
create trigger export_snapshot_no_truncate before truncate on export_snapshot for each statement execute function refuse_change();
create trigger import_batch_append_only before update or delete on import_batch for each row execute function refuse_change();
create trigger import_batch_no_truncate before truncate on import_batch for each statement execute function refuse_change();
