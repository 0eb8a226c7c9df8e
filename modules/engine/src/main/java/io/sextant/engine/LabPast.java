package io.sextant.engine;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.Hearing;
import io.sextant.strategy.kind.Needs;
import java.util.List;
import java.util.Optional;

/** The desk of the past beside tests of strategies. What cannot be is refused with a sentence by an {@link IllegalArgumentException}. */
public interface LabPast {

    /** By what runs that hear something are told from others among trials; empty where nothing is heard. */
    String heard(BacktestSetup.Past past, Needs needs);

    /** Goes with a desk through these bars; empty where nothing is to be told. */
    Optional<Walk> walk(BacktestSetup setup, BacktestMarket market, JobWorks.Progress progress);

    /** What a walk through the past told, and tells of other bars. */
    interface Walk extends Hearing {

        BacktestReport.Told told();

        /** How a run fared in each regime that was told; empty where none was to be told. */
        List<BacktestReport.InRegime> regimes(BacktestRun run, double[] holding);
    }

    /** The walk where the strategy hears it. */
    default Hearing hearing(BacktestSetup setup, Needs needs, BacktestMarket market, JobWorks.Progress progress) {
        return needs.forecast() || needs.regime()
                ? walk(setup, market, progress).<Hearing>map(walk -> walk).orElse(Hearing.NOTHING)
                : Hearing.NOTHING;
    }

    /** There is none, and whoever wants one is refused. */
    LabPast NONE = new LabPast() {
        @Override
        public String heard(BacktestSetup.Past past, Needs needs) {
            return "";
        }

        @Override
        public Optional<Walk> walk(BacktestSetup setup, BacktestMarket market, JobWorks.Progress progress) {
            if (!setup.past().tellsNothing()) {
                throw new IllegalArgumentException("forecasts and regimes of the past are not told here");
            }
            return Optional.empty();
        }
    };
}
