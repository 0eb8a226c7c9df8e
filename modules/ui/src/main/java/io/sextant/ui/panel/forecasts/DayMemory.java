package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.forecast.ForecastFan;
import io.sextant.domain.forecast.ModelForecast;
import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * What champions said while the panel looked, to tell what changed in a day of market time. It remembers nothing that it did not see: no
 * statement of about a day ago, no comparison.
 */
final class DayMemory {

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;
    /** What is older than this is no longer yesterday's. */
    private static final long LATEST_NANOS = 36 * HOUR_NANOS;

    private static final long BETWEEN_NANOS = HOUR_NANOS / 4;

    /**
     * What was forecast once.
     *
     * @param changeBps of the next bar's middle from the last close
     */
    record Said(long originNanos, double origin, String model, Verdict verdict, double changeBps) {}

    private record Series(InstrumentId instrument, Timeframe timeframe) {}

    private final Map<Series, Deque<Said>> remembered = new HashMap<>();

    /** The newest statement, if the board has one. */
    static Optional<Said> of(ForecastBoard board) {
        return board.championForecast().flatMap(champion -> champion.fan().map(fan -> said(champion, fan)));
    }

    private static Said said(ModelForecast champion, ForecastFan fan) {
        return new Said(
                fan.originNanos(),
                fan.origin(),
                champion.card().model(),
                champion.skill().verdict(),
                10_000 * (fan.middle(1) - fan.origin()) / Math.abs(fan.origin()));
    }

    /** Keeps what the board says, and tells what was said a day before it. */
    Optional<Said> see(ForecastBoard board) {
        Optional<Said> now = of(board);
        now.ifPresent(said -> keep(new Series(board.instrument(), board.timeframe()), said));
        return now.flatMap(said -> dayBefore(new Series(board.instrument(), board.timeframe()), said.originNanos()));
    }

    private void keep(Series series, Said said) {
        Deque<Said> all = remembered.computeIfAbsent(series, fresh -> new ArrayDeque<>());
        if (all.isEmpty() || said.originNanos() - all.getLast().originNanos() >= BETWEEN_NANOS) {
            all.addLast(said);
        } else if (said.originNanos() < all.getLast().originNanos()) {
            // The market began anew, as a recording does.
            all.clear();
            all.addLast(said);
        }
        while (said.originNanos() - all.getFirst().originNanos() > LATEST_NANOS) {
            all.removeFirst();
        }
    }

    private Optional<Said> dayBefore(Series series, long nowNanos) {
        Iterator<Said> newestFirst =
                remembered.getOrDefault(series, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            Said said = newestFirst.next();
            if (nowNanos - said.originNanos() >= DAY_NANOS) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
