package io.sextant.ui.panel.chart;

import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Headline;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The newest headlines and fills of all instruments, each once; a chart that is open for weeks holds no more than these. */
final class ChartPast {

    static final int MOST_HEADLINES = 2_000;
    static final int MOST_FILLS = 5_000;

    private record FillKey(long timeNanos, OrderId order, long tradeId) {

        private static final Comparator<FillKey> BY_TIME = Comparator.comparingLong(FillKey::timeNanos)
                .thenComparingLong(key -> key.order().value())
                .thenComparingLong(FillKey::tradeId);
    }

    private final NavigableMap<Long, Headline> headlines = new TreeMap<>();
    private final NavigableMap<FillKey, Fill> fills = new TreeMap<>(FillKey.BY_TIME);

    /** Whether anything was new. */
    boolean addHeadlines(List<HeadlinePublished> published) {
        boolean added = false;
        for (HeadlinePublished one : published) {
            added |= headlines.put(one.position(), one.headline()) == null;
        }
        while (headlines.size() > MOST_HEADLINES) {
            headlines.pollFirstEntry();
        }
        return added;
    }

    /** Whether anything was new. */
    boolean addFills(List<Fill> more) {
        boolean added = false;
        for (Fill one : more) {
            added |= fills.put(new FillKey(one.timeNanos(), one.order(), one.tradeId()), one) == null;
        }
        while (fills.size() > MOST_FILLS) {
            fills.pollFirstEntry();
        }
        return added;
    }

    /** About this instrument, or about none in particular, the oldest first. */
    List<Headline> headlines(Optional<InstrumentId> shown) {
        return headlines.values().stream()
                .filter(headline -> headline.instruments().isEmpty()
                        || shown.filter(headline.instruments()::contains).isPresent())
                .toList();
    }

    /** In this instrument, the oldest first. */
    List<Fill> fills(Optional<InstrumentId> shown) {
        return fills.values().stream()
                .filter(fill -> shown.filter(fill.instrument()::equals).isPresent())
                .toList();
    }
}
