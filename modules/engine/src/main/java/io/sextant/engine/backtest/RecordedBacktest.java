package io.sextant.engine.backtest;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Money;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.engine.core.CompletedBars;
import io.sextant.engine.core.Outcome;
import io.sextant.engine.core.TradingCore;
import io.sextant.engine.strategy.BarClock;
import io.sextant.engine.strategy.Grid;
import io.sextant.engine.strategy.PriceGuess;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatTerms;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.strategy.Sizing;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.Feed;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs a strategy over a recording in the engine itself: each trade, quote and level as it was, orders filled by the paper venue where they would
 * have stood in the recorded queues, fees of the recorded instruments. The strategy hears bars that are made of those trades.
 */
public final class RecordedBacktest {

    /** As a paper desk has. */
    public static final long LATENCY_NANOS_USUAL = 20_000_000;

    /** How far beyond the best price shown an order may take: further into the book, or after a price that moves while it is on its way. */
    static final double BEYOND_BPS = 20;

    private static final int STEPS_BETWEEN_LOOKS = 4_096;

    private RecordedBacktest() {}

    /** With which terms a run over a recording is told of: its fees are those of the instruments. */
    public static BacktestTerms terms(RecordedMarket recorded, double cash, long latencyNanos) {
        return new BacktestTerms(cash, recorded.highestFeeShare(), true).withFill(FillModel.BOOK_QUEUE, latencyNanos);
    }

    /**
     * @param feed the same recording, at its beginning
     * @param terms as {@link #terms} says
     * @param mayGoOn is run every now and then, and ends the run by throwing
     */
    public static BacktestRun run(
            Feed feed,
            RecordedMarket recorded,
            StrategyKind kind,
            Choice choice,
            BacktestTerms terms,
            SeatWorld world,
            SeatListener listener,
            Runnable mayGoOn) {
        if (terms.fill() != FillModel.BOOK_QUEUE) {
            throw new IllegalArgumentException("orders over a recording are filled in its book");
        }
        BacktestMarket market = recorded.market();
        ChosenFeed chosen = new ChosenFeed(feed, market.catalog());
        long cash = new Grid(market.catalog().get(0)).moneyUnits(terms.cash());
        Sizing sizing = new Sizing(terms.costs().highestCommissionShare(), 1);
        RecordedDay day = new RecordedDay(recorded, listener);
        StrategySeat seat = new StrategySeat(
                new SeatTerms(
                        kind.name(),
                        kind,
                        choice,
                        market.catalog(),
                        IntStream.range(0, market.instruments()).boxed().toList(),
                        cash,
                        Collections.nCopies(market.instruments(), sizing)),
                BarClock.of(recorded.timeframe()),
                PriceGuess.within(BEYOND_BPS),
                world,
                day);
        TradingCore core = new TradingCore(
                new SessionTerms(
                        TradingMode.PAPER,
                        1,
                        recorded.firstNanos(),
                        feed.name(),
                        market.currency(),
                        List.of(),
                        List.of(Money.of(cash, market.currency())),
                        CostBasis.AVERAGE,
                        market.catalog()),
                chosen,
                new PaperVenue(market.instruments(), terms.latencyNanos()),
                List.of(seat),
                CompletedBars.Sink.NOBODY_READS);
        Outcome outcome = core.apply(
                core.marketNanos(), new CommandKey("limits"), EventBacktest.limits(market.catalog(), kind.name()));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("limits of a run over a recording were refused: " + outcome);
        }
        for (long steps = 1; core.nextNanos() != Long.MAX_VALUE; steps++) {
            day.before(core.nextNanos(), core, seat);
            core.step();
            if (steps % STEPS_BETWEEN_LOOKS == 0) {
                mayGoOn.run();
            }
        }
        return day.end(core, seat);
    }
}
