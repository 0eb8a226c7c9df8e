package io.sextant.remote.server;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/** The desk in the text form that Prometheus reads. Names and units follow its rules: seconds, bytes, totals. */
final class MetricsPage {

    private static final double NANOS_A_SECOND = 1e9;
    private static final double MILLIS_A_SECOND = 1e3;

    private final StringBuilder text = new StringBuilder();

    private MetricsPage() {}

    static String of(DeskState desk, Map<String, Long> facts, int lines) {
        MetricsPage page = new MetricsPage();
        page.engine(desk.health());
        page.desk(desk);
        page.gauge("sextant_lines_open", "Windows that are connected.", lines);
        page.head(
                "sextant_facts_total", "counter", "Facts that the engine told since this server was started, by kind.");
        facts.forEach((kind, count) -> page.line("sextant_facts_total{kind=\"" + kind + "\"}", (double) count));
        page.machine();
        return page.text.toString();
    }

    private void engine(EngineHealth health) {
        gauge("sextant_engine_running", "1 while the engine handles what comes in.", health.running() ? 1 : 0);
        counter("sextant_events_total", "Inputs that were handled.", (double) health.eventsHandled());
        gauge("sextant_events_per_second", "Inputs handled in the last second.", health.eventsPerSecond());
        head(
                "sextant_handling_seconds",
                "gauge",
                "From an input's arrival to the end of its handling, of the last second.");
        line("sextant_handling_seconds{quantile=\"0.5\"}", health.handlingNanosMedian() / NANOS_A_SECOND);
        line("sextant_handling_seconds{quantile=\"1\"}", health.handlingNanosWorst() / NANOS_A_SECOND);
        counter("sextant_journal_position", "Records in the journal.", (double) health.journalPosition());
        gauge("sextant_journal_undurable_records", "Records that are written and not yet safe.", (double)
                (health.journalPosition() - health.journalDurablePosition()));
        head("sextant_feed_status", "gauge", "1 for what the feed is now.");
        for (FeedStatus status : FeedStatus.values()) {
            line(
                    "sextant_feed_status{status=\"" + status.name().toLowerCase(Locale.ROOT) + "\"}",
                    status == health.feedStatus() ? 1 : 0);
        }
    }

    private void desk(DeskState desk) {
        gauge("sextant_market_time_seconds", "Market time, since 1970 in UTC.", desk.marketNanos() / NANOS_A_SECOND);
        gauge("sextant_paused", "1 while the market stands still.", desk.paused() ? 1 : 0);
        gauge("sextant_kill_switch", "1 while nothing may be sent.", desk.killSwitchEngaged() ? 1 : 0);
        String currency = desk.account().equity().currency().toString();
        head("sextant_equity", "gauge", "What the account is worth.");
        line(
                "sextant_equity{currency=\"" + currency + "\"}",
                desk.account().equity().toDouble());
        head("sextant_profit_today", "gauge", "What the day brought so far.");
        line(
                "sextant_profit_today{currency=\"" + currency + "\"}",
                desk.account().profitToday().toDouble());
        gauge(
                "sextant_positions",
                "Instruments that are held.",
                desk.positions().size());
        gauge(
                "sextant_orders_working",
                "Orders that wait at a venue or here.",
                desk.workingOrders().size());
        gauge(
                "sextant_parents_working",
                "Brackets and algorithms at work.",
                desk.parents().size());
    }

    private void machine() {
        var memory = ManagementFactory.getMemoryMXBean();
        head("jvm_memory_used_bytes", "gauge", "Memory in use.");
        line("jvm_memory_used_bytes{area=\"heap\"}", (double)
                memory.getHeapMemoryUsage().getUsed());
        line("jvm_memory_used_bytes{area=\"nonheap\"}", (double)
                memory.getNonHeapMemoryUsage().getUsed());
        gauge("jvm_memory_max_heap_bytes", "Memory that may be used.", (double)
                memory.getHeapMemoryUsage().getMax());
        gauge(
                "jvm_threads_current",
                "Threads of the system's.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        double collected = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        counter("jvm_gc_pause_seconds_total", "Time in collections of garbage.", collected / MILLIS_A_SECOND);
        gauge(
                "process_uptime_seconds",
                "Since the program was started.",
                ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_A_SECOND);
    }

    private void gauge(String name, String help, double value) {
        head(name, "gauge", help);
        line(name, value);
    }

    private void counter(String name, String help, double value) {
        head(name, "counter", help);
        line(name, value);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, double value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
