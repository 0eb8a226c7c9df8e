package io.sextant.engine;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Figures;
import io.sextant.domain.backtest.BacktestReport.Trade;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.StrategyCard;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.BacktestTrade;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.engine.core.FactSink;
import io.sextant.engine.strategy.SeatListener;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.engine.verdict.TrialLedger.Tried;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs strategies over the bars that the desk has stored, and notes each run. Reads bars, so never on the loop's thread. */
final class BacktestLab implements JobWorker {

    /** Fewer after the warm-up say nothing. */
    static final int FEWEST_BARS = 20;

    private static final double READ_SHARE = 0.1;
    private static final double RUN_SHARE = 0.9;

    private final LabBars bars;
    private final LabKeeping keeping;

    BacktestLab(Function<Query.Bars, BarSeries> bars, LabKeeping keeping) {
        this.bars = new LabBars(bars);
        this.keeping = keeping;
    }

    /** Those that ship, then a person's own rules by their files. */
    static List<StrategyCard> cards(LabStrategies strategies) {
        return Stream.concat(
                        StrategyCatalog.all().stream().map(each -> card(each.name(), each)),
                        new RuleShelf(strategies.folder())
                                .ready().stream().map(file -> card(file, strategies.kind(file))))
                .toList();
    }

    private static StrategyCard card(String name, StrategyKind kind) {
        Needs needs = kind.needs(Choice.usual(kind));
        return new StrategyCard(
                name,
                needs.fewestInstruments(),
                needs.mostInstruments(),
                needs.warmUpBars(),
                needs.forecast(),
                needs.regime(),
                kind.parameters().stream().map(BacktestLab::setting).toList());
    }

    private static StrategyCard.Setting setting(Parameter of) {
        StrategyCard.Unit unit = switch (of.unit()) {
            case BARS -> StrategyCard.Unit.BARS;
            case COUNT -> StrategyCard.Unit.COUNT;
            case SHARE -> StrategyCard.Unit.SHARE;
            case NUMBER -> StrategyCard.Unit.NUMBER;
            case YES_OR_NO -> StrategyCard.Unit.YES_OR_NO;
        };
        return new StrategyCard.Setting(of.name(), unit, of.lowest(), of.highest(), of.usual(), of.step());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R work(Job<R> job, JobWorks.Progress progress) {
        return switch (job) {
            case Job.RunBacktest(BacktestSetup setup) -> (R) run(setup, progress);
            case Job.Examine(VerdictWish wish) -> (R) new VerdictWorker(bars, keeping).examine(wish, progress);
            case Job.RunSweep(SweepWish wish) -> (R) new SweepWorker(bars, keeping).sweep(wish, progress);
            default -> throw new IllegalArgumentException("not a test of a strategy: " + job);
        };
    }

    BacktestReport run(BacktestSetup setup, JobWorks.Progress progress) {
        try {
            StrategyKind kind = keeping.strategies().kind(setup.strategy());
            Choice choice = LabBars.choice(kind, setup, Map.of());
            Needs needs = kind.needs(choice);
            List<PricedBars> priced = new ArrayList<>();
            for (InstrumentId instrument : setup.instruments()) {
                progress.checkCancelled();
                BarSeries read = bars.read(setup, instrument);
                if (read.size() < needs.warmUpBars() + FEWEST_BARS) {
                    return new BacktestReport.TooFewBars(
                            setup, instrument, read.size(), needs.warmUpBars() + FEWEST_BARS);
                }
                priced.add(new PricedBars(instrument, read));
            }
            progress.done(READ_SHARE);
            BacktestTerms terms = LabBars.terms(setup);
            BacktestMarket market = BacktestMarket.of(priced, terms);
            Optional<LabPast.Walk> told = keeping.past().walk(setup, market, new Part(progress, READ_SHARE, RUN_SHARE));
            BacktestRun run = EventBacktest.run(
                    market,
                    kind,
                    choice,
                    terms,
                    told.map(walk -> walk.over(market)).orElse(SeatWorld.EMPTY),
                    SeatListener.NOBODY,
                    FactSink.DEAF,
                    progress::checkCancelled);
            progress.done(RUN_SHARE);
            int tries = keeping.trials()
                    .count(Tried.of(
                            keeping.strategies().identity(setup.strategy(), kind)
                                    + keeping.past().heard(setup.past(), needs),
                            choice,
                            run));
            return report(setup, market, run, terms, told, tries);
        } catch (IllegalArgumentException cannotBe) {
            return new BacktestReport.Refused(setup, String.valueOf(cannotBe.getMessage()));
        }
    }

    private static BacktestReport report(
            BacktestSetup setup,
            BacktestMarket market,
            BacktestRun run,
            BacktestTerms terms,
            Optional<LabPast.Walk> walk,
            int tries) {
        double[] holding = holding(market, run.timeNanos(), setup.cash());
        return new BacktestReport.Ran(
                setup,
                figures(BacktestFigures.of(run, terms), holding[holding.length - 1] / setup.cash() - 1),
                run.timeNanos(),
                run.equity(),
                holding,
                run.trades().stream().map(one -> trade(market, one)).toList(),
                run.orderStreamHash(),
                run.refusals().stream().distinct().toList(),
                walk.map(LabPast.Walk::told),
                walk.map(told -> told.regimes(run, holding)).orElse(List.of()),
                tries);
    }

    /** A part of the work, from one share of it to another. */
    private record Part(JobWorks.Progress whole, double from, double to) implements JobWorks.Progress {

        @Override
        public void done(double share) {
            whole.done(from + (to - from) * share);
        }

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }

        @Override
        public void checkCancelled() {
            whole.checkCancelled();
        }
    }

    private static Figures figures(BacktestFigures of, double holdingReturn) {
        return new Figures(
                of.trades(),
                of.finalEquity(),
                of.returnShare(),
                of.annualReturn(),
                of.annualVolatility(),
                of.sharpe(),
                of.sortino(),
                of.calmar(),
                of.maxDrawdown(),
                of.winRate(),
                of.profitFactor(),
                of.exposure(),
                of.fees(),
                holdingReturn);
    }

    /** Equal parts, bought at each instrument's first close and never touched; what has no bar yet is cash. */
    private static double[] holding(BacktestMarket market, long[] times, double cash) {
        double[] worth = new double[times.length];
        double part = cash / market.instruments();
        for (int i = 0; i < market.instruments(); i++) {
            BarSeries of = market.bars(i);
            int at = -1;
            for (int t = 0; t < times.length; t++) {
                while (at + 1 < of.size() && of.openTimeNanos()[at + 1] <= times[t]) {
                    at++;
                }
                worth[t] += at < 0 ? part : part * of.close()[at] / of.close()[0];
            }
        }
        return worth;
    }

    private static Trade trade(BacktestMarket market, BacktestTrade of) {
        BarSeries series = market.bars(of.instrument());
        double lowest = Math.min(of.entryPrice(), of.exitPrice());
        double highest = Math.max(of.entryPrice(), of.exitPrice());
        // The bar it ended in had opened already when it ended at that open, so its extremes are not its own.
        for (int i = of.entryBar(); i < of.exitBar(); i++) {
            lowest = Math.min(lowest, series.low()[i]);
            highest = Math.max(highest, series.high()[i]);
        }
        double down = lowest / of.entryPrice() - 1;
        double up = highest / of.entryPrice() - 1;
        boolean isLong = of.units() > 0;
        return new Trade(
                market.id(of.instrument()),
                of.units(),
                series.openTimeNanos()[of.entryBar()],
                series.openTimeNanos()[of.exitBar()],
                of.entryPrice(),
                of.exitPrice(),
                of.commission(),
                of.profit(),
                of.returnShare(),
                isLong ? down : -up,
                isLong ? up : -down,
                of.entryReason(),
                of.exitReason());
    }
}
