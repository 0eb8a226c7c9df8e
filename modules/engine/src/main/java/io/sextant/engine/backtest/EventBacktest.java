package io.sextant.engine.backtest;

import io.sextant.domain.command.ChangeRiskLimits;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.strategy.PriceGuess;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatTerms;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.strategy.Sizing;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a strategy over the past in the engine itself: its loop's steps, its gate, its order states and its ledger, with bars as the feed, their
 * prices as the venue and their times as the clock. The limits of the gate are those of an account that may do what it can pay for.
 */
public final class EventBacktest {

    private static final int STEPS_BETWEEN_LOOKS = 4_096;
    private static final int MOST_COLLAR_BPS = 10_000;

    /** How far beyond the last price an order may trade that the market has moved away from while it was on its way. */
    private static final double LATE_BPS = 100;

    private EventBacktest() {}

    public static BacktestRun run(BacktestMarket market, StrategyKind kind, Choice choice, BacktestTerms terms) {
        return run(market, kind, choice, terms, SeatWorld.EMPTY, SeatListener.NOBODY, FactSink.DEAF);
    }

    /**
     * The same with forecasts and regimes.
     *
     * @param listener hears every wish, fill and refusal
     * @param facts hears what the engine would write into its journal
     */
    public static BacktestRun run(
            BacktestMarket market,
            StrategyKind kind,
            Choice choice,
            BacktestTerms terms,
            SeatWorld world,
            SeatListener listener,
            FactSink facts) {
        return run(market, kind, choice, terms, world, listener, facts, () -> {});
    }

    /**
     * The same for somebody who may not want to wait for its end.
     *
     * @param mayGoOn is run every now and then, and ends the run by throwing
     */
    public static BacktestRun run(
            BacktestMarket market,
            StrategyKind kind,
            Choice choice,
            BacktestTerms terms,
            SeatWorld world,
            SeatListener listener,
            FactSink facts,
            Runnable mayGoOn) {
        if (terms.fill() == FillModel.BOOK_QUEUE) {
            throw new IllegalArgumentException("bars have no book to be filled in");
        }
        List<TestedSeries> series = market.series();
        EventDay day = new EventDay(market, terms, listener);
        PriceCosts costs = day.costs();
        BarFeed feed = new BarFeed(market.catalog(), series, terms.fill(), day::heldLots, day);
        TieredFees tiers = terms.costs().tiers().isEmpty() ? null : new TieredFees(terms.costs(), series);
        BarVenue venue = new BarVenue(terms.latencyNanos(), costs, feed, tiers);
        long cash = series.getFirst().grid().moneyUnits(terms.cash());
        StrategySeat seat = new StrategySeat(
                new SeatTerms(
                        kind.name(),
                        kind,
                        choice,
                        market.catalog(),
                        IntStream.range(0, series.size()).boxed().toList(),
                        cash,
                        series.stream().map(each -> sizing(each, terms)).toList()),
                feed,
                guess(costs, terms),
                world,
                day);
        TradingCore core = new TradingCore(
                new SessionTerms(
                        TradingMode.SIMULATED,
                        1,
                        market.timeNanos()[0],
                        feed.name(),
                        market.currency(),
                        List.of(),
                        List.of(Money.of(cash, market.currency())),
                        CostBasis.AVERAGE,
                        market.catalog()),
                feed,
                venue,
                List.of(seat),
                CompletedBars.Sink.NOBODY_READS);
        core.listen(facts);
        Outcome outcome =
                core.apply(core.marketNanos(), new CommandKey("limits"), limits(market.catalog(), kind.name()));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("limits of a run over the past were refused: " + outcome);
        }
        day.begin(core, seat, feed);
        for (long steps = 1; core.nextNanos() != Long.MAX_VALUE; steps++) {
            core.step();
            if (steps % STEPS_BETWEEN_LOOKS == 0) {
                mayGoOn.run();
            }
        }
        return day.end();
    }

    static Sizing sizing(TestedSeries of, BacktestTerms terms) {
        return new Sizing(
                terms.costs().highestCommissionShare(),
                terms.fractional() ? 1 : Math.max(1, of.grid().lots(1)));
    }

    private static PriceGuess guess(PriceCosts costs, BacktestTerms terms) {
        if (terms.latencyNanos() == 0) {
            return costs;
        }
        PriceGuess late = PriceGuess.within(LATE_BPS);
        return new PriceGuess() {
            @Override
            public long ticks(int instrument, Side side, long lots, long lastTicks) {
                return late.ticks(instrument, side, lots, costs.ticks(instrument, side, lots, lastTicks));
            }

            @Override
            public long ticksAtAnyPrice(int instrument, Side side, long lots, long lastTicks) {
                return costs.ticksAtAnyPrice(instrument, side, lots, lastTicks);
            }
        };
    }

    /** Of an account that may do what it can pay for. */
    static ChangeRiskLimits limits(InstrumentCatalog catalog, String strategy) {
        List<InstrumentLimits> byInstrument =
                catalog.all().stream().map(EventBacktest::limits).toList();
        StrategyLimits own = new StrategyLimits(
                strategy, Long.MAX_VALUE, RateLimit.UNBOUNDED, RateLimit.UNBOUNDED, RateLimit.UNBOUNDED);
        return new ChangeRiskLimits(new RiskLimits(byInstrument, AccountLimits.UNBOUNDED, List.of(own)));
    }

    private static InstrumentLimits limits(Instrument instrument) {
        Quantity most = Quantity.of(Long.MAX_VALUE / 4, instrument.rules().lot().scale());
        return new InstrumentLimits(
                instrument.id(), most, Money.of(Long.MAX_VALUE / 4, instrument.quote()), MOST_COLLAR_BPS, most);
    }
}
