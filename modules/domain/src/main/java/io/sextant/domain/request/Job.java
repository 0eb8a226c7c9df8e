package io.sextant.domain.request;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.dataset.ChainSheet;
import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.dataset.ImportReport;
import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.QualityReport;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.fundamental.CompanyIntake;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.rules.RuleSheet;
import io.sextant.domain.rules.SavedRules;
import io.sextant.domain.source.CompanySource;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Long work with a result of type {@code R}. A job is a value: it says all that decides its result. */
public sealed interface Job<R> {

    /** Bars of a simulated past, from the same regimes as the live simulation. */
    record SimulateHistory(long seed, InstrumentId instrument, Timeframe timeframe, long fromNanos, int days)
            implements Job<BarSeries> {
        public SimulateHistory {
            if (days <= 0) {
                throw new IllegalArgumentException("a history has at least one day, not " + days);
            }
        }
    }

    /**
     * Reads files of prices into the archive, or only looks at them where {@code choices} say so. Paths are of the engine's
     * machine; a folder stands for all files in it. Running it twice stores nothing twice.
     *
     * @param arrivedOnly pass over files that are as they were when they were imported like this before
     */
    record ImportFiles(List<String> files, ImportChoices choices, boolean arrivedOnly) implements Job<ImportReport> {

        public ImportFiles(List<String> files, ImportChoices choices) {
            this(files, choices, false);
        }

        public ImportFiles {
            files = List.copyOf(files);
            if (files.isEmpty()) {
                throw new IllegalArgumentException("an import has at least one file");
            }
        }
    }

    /** Writes archived bars that open in {@code [fromNanos, toNanos)} to a CSV file; the result is how many. */
    record ExportBars(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos, String file)
            implements Job<Long> {}

    /**
     * Asks a venue for the bars of the last days that are not stored; those that are stay as they are.
     *
     * @param source the venue's name
     */
    record BackFill(String source, List<InstrumentId> instruments, Timeframe timeframe, int days)
            implements Job<List<FilledSeries>> {
        public BackFill {
            instruments = List.copyOf(instruments);
            if (instruments.isEmpty() || days <= 0) {
                throw new IllegalArgumentException("a back-fill is of at least one instrument and day");
            }
        }
    }

    /** Looks for everything that is wrong with an archived series. */
    record ExamineQuality(InstrumentId instrument, Timeframe timeframe, QualityChoices choices)
            implements Job<QualityReport> {}

    /**
     * Reads macro series into the archive, or only looks at them in a dry run; what is stored already is not stored twice. Files are
     * of the engine's machine.
     */
    record ReadMacro(List<MacroSource> sources, boolean dryRun) implements Job<List<MacroIntake>> {
        public ReadMacro {
            sources = List.copyOf(sources);
        }
    }

    /** Reads a file of option contracts on the engine's machine; the newest day of it where none is named. */
    record ReadChain(String file, Optional<LocalDate> day) implements Job<ChainSheet> {}

    /** Reads facts of companies into the archive, or only looks at them in a dry run; what is stored already is not stored twice. */
    record ReadCompanies(List<CompanySource> sources, boolean dryRun) implements Job<List<CompanyIntake>> {
        public ReadCompanies {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Trains models of a series and measures them beside the naive forecast.
     *
     * @param models by name; the usual ones where none is named
     */
    record TrainForecasts(InstrumentId instrument, Timeframe timeframe, List<String> models)
            implements Job<ForecastBoard> {
        public TrainForecasts {
            models = List.copyOf(models);
        }
    }

    /**
     * Goes along with a training that the desk began by itself, and is over at once where none runs. Who cancels this cancels the training.
     */
    record FollowTraining(InstrumentId instrument, Timeframe timeframe) implements Job<ForecastBoard> {}

    /** Runs a strategy over bars of the past. */
    record RunBacktest(BacktestSetup setup) implements Job<BacktestReport> {}

    /** Puts a strategy through everything that could explain its profit away. */
    record Examine(VerdictWish wish) implements Job<VerdictReport> {}

    /** Searches among values of a strategy's settings; one that was stopped goes on where it was when it is started again. */
    record RunSweep(SweepWish wish) implements Job<SweepReport> {}

    /**
     * Writes rules to the person's own folder, where they can be tested and run; wrong ones are not written.
     *
     * @param file its name in that folder
     * @param before what stood in it when it was opened; empty for a file that is not to be there yet
     */
    record SaveRules(String file, RuleSheet sheet, Optional<String> before) implements Job<SavedRules> {}

    /** Makes the tables anew from the journal; the result is the number of facts read. */
    record RebuildTables() implements Job<Long> {}
}
