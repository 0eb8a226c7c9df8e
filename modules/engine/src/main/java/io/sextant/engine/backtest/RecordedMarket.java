package io.sextant.engine.backtest;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.FeeSchedule.FeeCurrency;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.strategy.Grid;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.util.Arrays;
import java.util.List;

/**
 * A recording, or several together, that was listened to once: which bars its trades make, of which instruments.
 *
 * @param market the bars, with the instruments as recorded
 */
public record RecordedMarket(BacktestMarket market, Timeframe timeframe, long firstNanos) {

    private static final int FEWEST_BARS = 3;
    private static final double MILLION = 1e6;

    /**
     * Listens to a feed to its end.
     *
     * @throws IllegalArgumentException with a sentence for a person, where there is nothing to trade on
     */
    public static RecordedMarket read(Feed feed, List<InstrumentId> chosen, Timeframe timeframe) {
        List<Instrument> instruments = chosen.stream()
                .map(id -> paidInQuote(feed.instruments().get(known(feed, id))))
                .toList();
        Listening listening = new Listening(instruments, timeframe);
        ChosenFeed some = new ChosenFeed(feed, new InstrumentCatalog(instruments));
        long first = some.nextNanos();
        while (some.nextNanos() != Feed.NOTHING_DUE) {
            some.step(listening);
        }
        List<BarSeries> bars = listening.bars();
        for (int i = 0; i < instruments.size(); i++) {
            InstrumentId id = instruments.get(i).id();
            if (!instruments.get(i).quote().equals(instruments.getFirst().quote())) {
                throw new IllegalArgumentException(id + " is paid in "
                        + instruments.get(i).quote().code() + " and "
                        + instruments.getFirst().id() + " in "
                        + instruments.getFirst().quote().code() + ", and a run has one currency");
            }
            if (!instruments.get(i).tradable()) {
                throw new IllegalArgumentException(id + " can be watched and not traded");
            }
            if (!listening.book[i]) {
                throw new IllegalArgumentException(
                        "the recording has no book of " + id + ", and orders are filled in one");
            }
            if (bars.get(i).size() < FEWEST_BARS) {
                throw new IllegalArgumentException(
                        "the recording has " + bars.get(i).size() + " bars of " + timeframe.label() + " of " + id
                                + ", and at least " + FEWEST_BARS + " are needed");
            }
        }
        return new RecordedMarket(BacktestMarket.recorded(instruments, bars, timeframe::nextStart), timeframe, first);
    }

    private static int known(Feed feed, InstrumentId id) {
        if (!feed.instruments().contains(id)) {
            throw new IllegalArgumentException("the recording does not hold " + id);
        }
        return feed.instruments().indexOf(id);
    }

    /** Fees that a venue would take from what was bought are charged in money: what a strategy holds is then what it bought. */
    private static Instrument paidInQuote(Instrument instrument) {
        return instrument instanceof SpotPair pair && pair.fees().charged() == FeeCurrency.BASE_WHEN_BUYING
                ? new SpotPair(
                        pair.id(),
                        pair.name(),
                        pair.base(),
                        pair.quote(),
                        pair.rules(),
                        new FeeSchedule(
                                pair.fees().makerPartsPerMillion(),
                                pair.fees().takerPartsPerMillion(),
                                0,
                                FeeCurrency.QUOTE))
                : instrument;
    }

    /** What a fill costs at most, as a share of its worth. */
    public double highestFeeShare() {
        return market.catalog().all().stream()
                .mapToDouble(each ->
                        Math.max(each.fees().makerPartsPerMillion(), each.fees().takerPartsPerMillion()) / MILLION)
                .map(share -> Math.max(0, share))
                .max()
                .orElse(0);
    }

    /** Makes bars as a strategy's seat does: of all trades from one start to the next. */
    private static final class Listening implements MarketSink {

        private final Timeframe timeframe;
        private final Grid[] grids;
        private final BarSeriesBuilder[] made;
        private final boolean[] book;
        private final long[] startNanos;
        private final long[] endNanos;
        /** Open, high, low, close. */
        private final long[][] ticks;

        private final long[] lots;

        Listening(List<Instrument> instruments, Timeframe timeframe) {
            this.timeframe = timeframe;
            int count = instruments.size();
            grids = instruments.stream().map(Grid::new).toArray(Grid[]::new);
            made = new BarSeriesBuilder[count];
            Arrays.setAll(made, i -> new BarSeriesBuilder());
            book = new boolean[count];
            startNanos = new long[count];
            endNanos = new long[count];
            Arrays.fill(endNanos, Long.MIN_VALUE);
            ticks = new long[count][4];
            lots = new long[count];
        }

        @Override
        public void onTrade(int i, long timeNanos, long priceTicks, long traded, Side aggressor) {
            if (timeNanos >= endNanos[i]) {
                end(i);
                startNanos[i] = timeframe.startOf(timeNanos);
                endNanos[i] = timeframe.nextStart(startNanos[i]);
                Arrays.fill(ticks[i], priceTicks);
                lots[i] = 0;
            }
            ticks[i][1] = Math.max(ticks[i][1], priceTicks);
            ticks[i][2] = Math.min(ticks[i][2], priceTicks);
            ticks[i][3] = priceTicks;
            lots[i] += traded;
        }

        private void end(int i) {
            if (endNanos[i] != Long.MIN_VALUE) {
                Grid grid = grids[i];
                made[i].add(
                        startNanos[i],
                        grid.price(ticks[i][0]),
                        grid.price(ticks[i][1]),
                        grid.price(ticks[i][2]),
                        grid.price(ticks[i][3]),
                        grid.units(lots[i]));
            }
        }

        List<BarSeries> bars() {
            for (int i = 0; i < made.length; i++) {
                end(i);
            }
            return Arrays.stream(made).map(BarSeriesBuilder::build).toList();
        }

        @Override
        public void onQuote(int i, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            book[i] |= bidLots > 0 && askLots > 0;
        }

        @Override
        public void onLevel(int i, long timeNanos, Side side, long priceTicks, long levelLots) {
            book[i] |= levelLots > 0;
        }

        @Override
        public void onHeadline(Headline headline) {
            // Nobody trades on it here.
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            // A gap has no trades, and so no bars.
        }
    }
}
