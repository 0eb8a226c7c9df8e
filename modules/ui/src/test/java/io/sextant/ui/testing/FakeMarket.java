package io.sextant.ui.testing;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Depth;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.TapeTrade;
import io.sextant.domain.request.WatchlistState;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One instrument of the fake engine: a price that walks by a seed, a book around it, a tape and bars. */
final class FakeMarket {

    static final int HISTORY_BARS = 3_000;

    private static final int SPARK_POINTS = 60;
    private static final double VOLATILITY_PER_ROOT_SECOND = 0.00018;

    private final Instrument instrument;
    private final RandomGenerator random;
    private final Deque<TapeTrade> tape = new ArrayDeque<>();
    private final Map<Timeframe, BarSeriesBuilder> bars = new EnumMap<>(Timeframe.class);
    private final long seed;
    private final long startNanos;
    private final long dayOpenTicks;
    private long lastTicks;
    private long dayHighTicks;
    private long dayLowTicks;
    private long dayVolumeLots;
    private long trades;
    private Depth depth = Depth.EMPTY;
    private final double[] spark = new double[SPARK_POINTS];

    FakeMarket(Instrument instrument, long seed, long startNanos) {
        this.instrument = instrument;
        this.seed = seed;
        this.startNanos = startNanos;
        random = SeededRandom.stream(seed, 1);
        double start = FakeInstruments.startPrice(instrument.id());
        lastTicks = ticks(start);
        dayOpenTicks = ticks(start * (1 + random.nextGaussian() * 0.012));
        dayHighTicks = Math.max(lastTicks, dayOpenTicks) + ticks(start * 0.004);
        dayLowTicks = Math.min(lastTicks, dayOpenTicks) - ticks(start * 0.004);
        double walk = dayOpenTicks;
        for (int i = 0; i < SPARK_POINTS; i++) {
            walk += (lastTicks - walk) / (SPARK_POINTS - i) + random.nextGaussian() * lastTicks * 0.0009;
            spark[i] = price(Math.round(walk));
        }
        spark[SPARK_POINTS - 1] = start;
        for (int i = 0; i < 40; i++) {
            trade(startNanos - (40 - i) * 700_000_000L);
        }
        requote();
    }

    Instrument instrument() {
        return instrument;
    }

    /** One step of market time: a few trades, a new book. */
    void step(long timeNanos) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            trade(timeNanos);
        }
        requote();
    }

    /** Sets the last price, for a test that needs a certain one. */
    void setLast(Price price, long timeNanos) {
        lastTicks = instrument.ticksOf(price);
        see(timeNanos, 1);
        requote();
    }

    Price last() {
        return instrument.priceOf(lastTicks);
    }

    Price bestBid() {
        return depth.bids().getFirst().price();
    }

    Price bestAsk() {
        return depth.asks().getFirst().price();
    }

    MarketState state(long timeNanos) {
        return new MarketState(
                instrument.id(),
                timeNanos,
                Optional.of(last()),
                depth,
                List.copyOf(tape),
                Optional.of(instrument.priceOf(dayOpenTicks)),
                Optional.of(instrument.priceOf(dayHighTicks)),
                Optional.of(instrument.priceOf(dayLowTicks)),
                instrument.quantityOf(dayVolumeLots));
    }

    WatchlistState.Row row() {
        return new WatchlistState.Row(
                instrument.id(),
                Optional.of(last()),
                instrument.tradable() ? Optional.of(bestBid()) : Optional.empty(),
                instrument.tradable() ? Optional.of(bestAsk()) : Optional.empty(),
                Optional.of(instrument.priceOf(dayOpenTicks)),
                spark.clone());
    }

    BarSeries bars(Timeframe timeframe, long beforeNanos, int limit) {
        BarSeries all = builder(timeframe).build();
        int to = all.indexAtOrAfter(beforeNanos);
        return all.copyOfRange(Math.max(0, to - limit), to);
    }

    LiveBars liveBars(Timeframe timeframe) {
        return new LiveBars(instrument.id(), timeframe, builder(timeframe).newest(LiveBars.TAIL_LENGTH));
    }

    private void trade(long timeNanos) {
        double drift = random.nextGaussian() * VOLATILITY_PER_ROOT_SECOND * lastTicks;
        lastTicks = Math.max(1, lastTicks + Math.round(drift));
        long lots = 1 + (long) (Math.abs(random.nextGaussian()) * typicalLots());
        Side aggressor = drift >= 0 ? Side.BUY : Side.SELL;
        tape.addFirst(new TapeTrade(++trades, timeNanos, last(), instrument.quantityOf(lots), aggressor, false));
        while (tape.size() > MarketState.TAPE_LENGTH) {
            tape.removeLast();
        }
        see(timeNanos, lots);
    }

    private void see(long timeNanos, long lots) {
        dayHighTicks = Math.max(dayHighTicks, lastTicks);
        dayLowTicks = Math.min(dayLowTicks, lastTicks);
        dayVolumeLots += lots;
        spark[SPARK_POINTS - 1] = price(lastTicks);
        double traded = instrument.quantityOf(lots).toDouble();
        bars.forEach((timeframe, series) -> extend(timeframe, series, timeNanos, traded));
    }

    private void extend(Timeframe timeframe, BarSeriesBuilder series, long timeNanos, double traded) {
        long start = timeframe.startOf(timeNanos);
        double price = price(lastTicks);
        if (start > series.lastTimeNanos()) {
            series.add(start, price, price, price, price, traded);
        } else {
            series.extendLast(price, traded);
        }
    }

    private void requote() {
        if (!instrument.tradable()) {
            return;
        }
        List<DepthLevel> bids = new ArrayList<>();
        List<DepthLevel> asks = new ArrayList<>();
        long gap = Math.max(1, Math.round(lastTicks * 0.00002));
        for (int level = 0; level < Depth.LEVELS; level++) {
            bids.add(level(Math.max(1, lastTicks - gap * (level + 1)), level));
            asks.add(level(lastTicks + gap * (level + 1), level));
        }
        depth = new Depth(bids, asks);
    }

    private DepthLevel level(long ticks, int level) {
        long lots = 1 + (long) ((0.4 + random.nextDouble()) * typicalLots() * (1 + level * 0.35));
        return new DepthLevel(instrument.priceOf(ticks), instrument.quantityOf(lots), Quantity.ZERO);
    }

    /** Lots worth some twenty thousand in the quote currency. */
    private double typicalLots() {
        double lotValue = price(lastTicks) * instrument.rules().lot().toDouble() * instrument.multiplier();
        return Math.max(3, 20_000 / lotValue);
    }

    private BarSeriesBuilder builder(Timeframe timeframe) {
        return bars.computeIfAbsent(timeframe, this::history);
    }

    /** Walked backwards from the first price, so that every timeframe ends where the live price starts. */
    private BarSeriesBuilder history(Timeframe timeframe) {
        RandomGenerator walk = SeededRandom.stream(seed, timeframe.nominalNanos());
        double sigma = VOLATILITY_PER_ROOT_SECOND * Math.sqrt(timeframe.nominalNanos() / 1e9);
        double[] closes = new double[HISTORY_BARS + 1];
        closes[HISTORY_BARS] = price(lastTicks);
        double scale = 1;
        for (int i = HISTORY_BARS; i > 0; i--) {
            scale = Math.clamp(scale * Math.exp(walk.nextGaussian() * 0.08), 0.5, 2.5);
            closes[i - 1] = closes[i] * Math.exp(-Math.min(sigma, 0.03) * scale * walk.nextGaussian());
        }
        long[] starts = new long[HISTORY_BARS];
        long start = timeframe.startOf(startNanos);
        for (int i = HISTORY_BARS - 1; i >= 0; i--) {
            starts[i] = start;
            start = timeframe.startOf(start - 1);
        }
        BarSeriesBuilder series = new BarSeriesBuilder();
        for (int i = 0; i < HISTORY_BARS; i++) {
            double open = closes[i];
            double close = closes[i + 1];
            double reach = Math.abs(close - open) * 0.6 + open * Math.min(sigma, 0.03) * 0.4;
            double high = Math.max(open, close) + walk.nextDouble() * reach;
            double low = Math.min(open, close) - walk.nextDouble() * reach;
            double volume =
                    typicalLots() * instrument.rules().lot().toDouble() * (2 + Math.abs(walk.nextGaussian()) * 6);
            series.add(starts[i], onTick(open), onTick(high), onTick(low), onTick(close), volume);
        }
        return series;
    }

    private double onTick(double price) {
        return price(ticks(price));
    }

    private long ticks(double price) {
        return Math.max(1, Math.round(price / instrument.rules().tick().toDouble()));
    }

    private double price(long ticks) {
        return instrument.priceOf(ticks).toDouble();
    }
}
