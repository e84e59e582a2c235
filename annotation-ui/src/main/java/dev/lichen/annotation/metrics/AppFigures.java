package dev.lichen.annotation.metrics;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.lang.management.ManagementFactory;

/** Reads the figures of the app at the moment of the call. */
public final class AppFigures {

    private static final double MILLISECONDS = 1000;

    private final Database database;
    private final Ledger ledger;
    private final RequestTimes requests;

    public AppFigures(Database database, Ledger ledger, RequestTimes requests) {
        this.database = database;
        this.ledger = ledger;
        this.requests = requests;
    }

    /** Returns all figures in Prometheus's text format. */
    public String text() {
        PrometheusText text = new PrometheusText();
        counted(
                text.figure("lichen_judgements_total", "counter", "Judgements, corrections and skips included."),
                "lichen_judgements_total",
                "project",
                "select slug as label, (select count(*) from judgement where project_id = project.id) as n from project");
        counted(
                text.figure("lichen_items", "gauge", "Items by state."),
                "lichen_items",
                "state",
                "select state as label, count(*) as n from item group by state");
        counted(
                text.figure("lichen_jobs", "gauge", "Training jobs by state."),
                "lichen_jobs",
                "state",
                "select state as label, count(*) as n from job group by state");
        text.figure("lichen_leases", "gauge", "Items that somebody has open.").value("lichen_leases", leases());
        text.figure("lichen_ledger_head", "counter", "The number of the newest event of the ledger.")
                .value("lichen_ledger_head", ledger.head().seq());
        process(text);
        requests.write(text);
        return text.toString();
    }

    private void counted(PrometheusText text, String name, String label, String sql) {
        database.jdbc().sql(sql).query(row -> {
            text.value(name, row.getLong("n"), label, row.getString("label"));
        });
    }

    private long leases() {
        return database.jdbc()
                .sql("select count(*) from assignment where state in ('LEASED', 'DRAFT') and lease_until > ?")
                .param(Timestamps.column(ledger.now()))
                .query(Long.class)
                .single();
    }

    private static void process(PrometheusText text) {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        text.figure("lichen_heap_used_bytes", "gauge", "Memory in use on the heap.")
                .value("lichen_heap_used_bytes", memory.getUsed());
        text.figure("lichen_threads", "gauge", "Platform threads.")
                .value("lichen_threads", ManagementFactory.getThreadMXBean().getThreadCount());
        text.figure("lichen_uptime_seconds", "gauge", "Seconds since the app was started.")
                .value(
                        "lichen_uptime_seconds",
                        ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS);
    }
}
