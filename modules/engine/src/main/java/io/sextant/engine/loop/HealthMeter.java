package io.sextant.engine.loop;

import io.sextant.domain.journal.Journal;
import io.sextant.domain.request.EngineHealth;
import io.sextant.engine.core.TradingCore;

/** Measures how the loop feels, a second at a time. */
final class HealthMeter {

    private static final long PERIOD_NANOS = 1_000_000_000L;

    private final TradingCore core;
    private final Journal journal;
    private final LatencyMeter latency = new LatencyMeter();
    private String failure = "";
    private long periodStartNanos = Long.MIN_VALUE;
    private long periodStartSequence;
    private double eventsPerSecond;
    private long medianNanos;
    private long worstNanos;

    HealthMeter(TradingCore core, Journal journal) {
        this.core = core;
        this.journal = journal;
    }

    void handled(long nanos) {
        latency.record(nanos);
    }

    void fail(Throwable cause) {
        String message = cause.getMessage();
        failure = cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    void turn(long wallNanos) {
        if (periodStartNanos == Long.MIN_VALUE) {
            begin(wallNanos);
        } else if (wallNanos - periodStartNanos >= PERIOD_NANOS) {
            eventsPerSecond = (core.sequence() - periodStartSequence) * 1e9 / (wallNanos - periodStartNanos);
            medianNanos = latency.median();
            worstNanos = latency.worst();
            begin(wallNanos);
        }
    }

    EngineHealth now() {
        String told = failure.isEmpty() ? journal.failure().orElse("") : failure;
        return new EngineHealth(
                told.isEmpty(),
                told,
                core.feedName(),
                core.feedStatus(),
                core.sequence(),
                eventsPerSecond,
                medianNanos,
                worstNanos,
                journal.lastPosition(),
                journal.durablePosition());
    }

    private void begin(long wallNanos) {
        periodStartNanos = wallNanos;
        periodStartSequence = core.sequence();
        latency.clear();
    }
}
