package io.sextant.reference.news;

import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** When it is a source's turn: by its own rhythm, and less and less often while it cannot be read. */
final class SourceTurns {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** The longest wait of a source that cannot be read, unless its own rhythm is slower. */
    static final long LONGEST_BACK_OFF_NANOS = 60 * MINUTE_NANOS;

    private final NewsSource source;
    private final List<NewsDesk.Fresh> waiting = new ArrayList<>();
    private final ToldItems told;
    private final AtomicBoolean reading = new AtomicBoolean();
    private Optional<SourceResult.Outcome> lastOutcome = Optional.empty();
    private volatile long nextNanos = Long.MIN_VALUE;
    private volatile long heardNanos;
    private int failures;

    SourceTurns(NewsSource source, Map<String, String> settings) {
        this.source = source;
        told = new ToldItems(source, settings);
    }

    NewsSource source() {
        return source;
    }

    /** Read and not taken by the engine yet. */
    List<NewsDesk.Fresh> waiting() {
        return waiting;
    }

    ToldItems told() {
        return told;
    }

    boolean isDue(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    /** Whether a person asked since the last result. A clock ahead of ours asks once, not until ours catches up. */
    boolean isAskedFor(SourceBook.News one) {
        return one.wantedNanos() != heardNanos
                && one.wantedNanos() > one.last().map(SourceResult::atNanos).orElse(0L);
    }

    void heard(long wantedNanos) {
        heardNanos = wantedNanos;
    }

    /** False while it is read already. */
    boolean begin() {
        return reading.compareAndSet(false, true);
    }

    void end() {
        reading.set(false);
    }

    void succeeded(long nowNanos) {
        failures = 0;
        nextNanos = nowNanos + source.everyMinutes() * MINUTE_NANOS;
    }

    void failed(long nowNanos) {
        long own = source.everyMinutes() * MINUTE_NANOS;
        failures = Math.min(failures + 1, 16);
        nextNanos = nowNanos + Math.max(own, Math.min(own << failures, LONGEST_BACK_OFF_NANOS));
    }

    Optional<SourceResult.Outcome> lastOutcome() {
        return lastOutcome;
    }

    void outcome(SourceResult.Outcome outcome) {
        lastOutcome = Optional.of(outcome);
    }
}
