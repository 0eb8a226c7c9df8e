package io.sextant.app.cli;

import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.StandingReadings;
import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.FlowReadings;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.bar.TradeBars;
import io.sextant.marketdata.recording.RecordedFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bars of a minute of one recorded instrument, and what its trades and levels said until each was over. */
final class RecordedFlow implements MarketSink {

    private static final BarLength LENGTH = BarLength.parse("1m");

    private final int wanted;
    private final double tick;
    private final double lot;
    private final FlowReadings flow;
    private final BarSeriesBuilder bars = new BarSeriesBuilder();
    private final TradeBars made = new TradeBars(new BarRule.Time(LENGTH), bars::add);
    private final Map<FeatureReading, List<Double>> told = new EnumMap<>(FeatureReading.class);
    private final List<Long> knownNanos = new ArrayList<>();
    private long endNanos = Long.MIN_VALUE;
    private long lastNanos;
    private boolean traded;
    private boolean changed;

    private RecordedFlow(int wanted, Instrument instrument) {
        this.wanted = wanted;
        tick = instrument.rules().tick().units()
                / (double) Decimals.powerOfTen(instrument.rules().tick().scale());
        lot = instrument.rules().lot().units()
                / (double) Decimals.powerOfTen(instrument.rules().lot().scale());
        flow = new FlowReadings(lot);
    }

    static RecordedFlow read(Path file, Optional<InstrumentId> symbol) throws IOException {
        try (RecordedFeed feed = RecordedFeed.open(file)) {
            List<InstrumentId> there =
                    feed.instruments().all().stream().map(Instrument::id).toList();
            if (symbol.isEmpty() ? there.size() != 1 : !there.contains(symbol.get())) {
                throw new RefusedByRule("The recording holds "
                        + there.stream().map(InstrumentId::symbol).collect(Collectors.joining(", "))
                        + "; choose one with --symbol.");
            }
            int wanted = feed.instruments().indexOf(symbol.orElse(there.getFirst()));
            RecordedFlow read = new RecordedFlow(wanted, feed.instruments().get(wanted));
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                read.until(feed.nextNanos());
                feed.step(read);
                read.stepIsOver();
            }
            read.made.finish();
            return read;
        }
    }

    /** The last of them may have gone on. */
    BarSeries bars() {
        return bars.build();
    }

    StandingReadings readings() {
        long[] times = knownNanos.stream().mapToLong(Long::longValue).toArray();
        StandingReadings readings = new StandingReadings();
        told.forEach((reading, values) -> {
            double[] column = values.stream().mapToDouble(Double::doubleValue).toArray();
            readings.put(reading, times, column, Long.MAX_VALUE);
        });
        return readings;
    }

    private void until(long timeNanos) {
        lastNanos = timeNanos;
        if (endNanos == Long.MIN_VALUE) {
            endNanos = LENGTH.nextStart(LENGTH.startOf(timeNanos));
        }
        if (timeNanos < endNanos) {
            return;
        }
        // A minute in which nothing traded has no bar; what was counted in it is told with none.
        boolean hasBar = traded;
        long known = endNanos;
        flow.close(endNanos, (reading, value) -> {
            if (hasBar) {
                told.computeIfAbsent(reading, first -> new ArrayList<>()).add(value);
            }
        });
        if (hasBar) {
            knownNanos.add(known);
            made.finish();
        }
        traded = false;
        endNanos = LENGTH.nextStart(LENGTH.startOf(timeNanos));
    }

    private void stepIsOver() {
        if (changed) {
            flow.whole(lastNanos);
            changed = false;
        }
    }

    @Override
    public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        if (instrument == wanted) {
            traded = true;
            made.trade(timeNanos, priceTicks * tick, lots * lot);
            flow.trade(timeNanos, aggressor == Side.BUY ? BookSide.BID : BookSide.ASK, priceTicks, lots);
        }
    }

    @Override
    public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        if (instrument == wanted) {
            changed = true;
            flow.level(timeNanos, side == Side.BUY ? BookSide.BID : BookSide.ASK, priceTicks, lots);
        }
    }

    @Override
    public void onStatus(FeedStatus status, String detail) {
        if (status == FeedStatus.DISCONNECTED) {
            flow.forgetBook();
        }
    }

    @Override
    public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        // The best levels are among the levels.
    }

    @Override
    public void onHeadline(Headline headline) {
        // A headline is no order flow; --headlines reads them.
    }
}
