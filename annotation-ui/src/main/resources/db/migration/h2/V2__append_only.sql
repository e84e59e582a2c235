-- Facts are written once: any change ends in an exception.
create trigger ledger_event_no_update before update on ledger_event for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger ledger_event_no_delete before delete on ledger_event for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger judgement_no_update before update on judgement for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger judgement_no_delete before delete on judgement for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger presentation_no_update before update on presentation for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger presentation_no_delete before delete on presentation for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger guideline_version_no_update before update on guideline_version for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger guideline_version_no_delete before delete on guideline_version for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger schema_version_no_update before update on schema_version for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger schema_version_no_delete before delete on schema_version for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger item_answer_no_update before update on item_answer for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger item_answer_no_delete before delete on item_answer for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger review_no_update before update on review for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger review_no_delete before delete on review for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger export_snapshot_no_update before update on export_snapshot for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger export_snapshot_no_delete before delete on export_snapshot for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger import_batch_no_update before update on import_batch for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
create trigger import_batch_no_delete before delete on import_batch for each row
    call 'dev.lichen.annotation.store.AppendOnlyTrigger';
