package io.sextant.app.cli;

import io.sextant.app.forecast.DeskModels;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.past.PastDesk;
import io.sextant.engine.past.PastWorld;
import io.sextant.engine.past.PastWorlds;
import io.sextant.engine.strategy.SeatWorld;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a desk of the past tells a strategy at each bar. */
final class PastOptions {

    private static final int PERCENT = 100;
    private static final int PERCENT_BETWEEN_WORDS = 5;

    @Option(
            names = "--forecasts",
            split = ",",
            paramLabel = "MODEL",
            description = {
                "Models that a desk of then would have trained, measured and crowned on the way; what the champion expected is what",
                "the strategy hears."
            })
    List<String> forecasts = List.of();

    @Option(names = "--regimes", description = "The strategy hears the regimes that a desk of then would have told.")
    boolean regimes;

    @Option(
            names = "--refit",
            paramLabel = "BARS",
            description = "After so many bars both learn anew; 500 if not given, as a desk does.")
    @Nullable Integer refit;

    private @Nullable PastWorld made;

    /** Refuses by an exception that says why: what would wait for ever and earn nothing, and what nobody would hear. */
    void checkFits(StrategyKind kind, Choice choice, boolean hasBook, boolean hasReport) {
        Needs needs = kind.needs(choice);
        if (needs.book() && !hasBook) {
            throw new IllegalArgumentException(
                    kind.name() + " acts on a book, which a --recording has and files of bars have not");
        }
        if (needs.forecast() && forecasts.isEmpty()) {
            throw new IllegalArgumentException(
                    kind.name() + " acts on forecasts; say by which models, as --forecasts ets,theta");
        }
        if (needs.regime() && !regimes) {
            throw new IllegalArgumentException(kind.name() + " acts on regimes; ask for them with --regimes");
        }
        if (!needs.forecast() && !forecasts.isEmpty()) {
            throw new IllegalArgumentException(kind.name() + " does not ask for forecasts");
        }
        if (!needs.regime() && regimes && !hasReport) {
            throw new IllegalArgumentException(kind.name()
                    + " does not ask for regimes; only a report (--html) tells how it fared in each of them");
        }
        if (refit != null && forecasts.isEmpty() && !regimes) {
            throw new IllegalArgumentException("--refit is for --forecasts and --regimes");
        }
    }

    SeatWorld world(BacktestMarket market, PrintWriter errors) {
        if (forecasts.isEmpty() && !regimes) {
            return SeatWorld.EMPTY;
        }
        PastWorld world = PastWorld.of(market, desk(), new Told(errors));
        made = world;
        return world;
    }

    /** What a verdict's runs hear, over these bars and over others that it makes of them. */
    Hearing hearing(BacktestMarket real, PrintWriter errors) {
        return forecasts.isEmpty() && !regimes ? Hearing.NOTHING : new PastWorlds(desk(), real, new Told(errors));
    }

    private PastDesk desk() {
        Integer wanted = refit;
        List<String> names = forecasts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new PastDesk(new DeskModels(), names, regimes, wanted == null ? PastDesk.REFIT_BARS_USUAL : wanted);
    }

    /** By what a desk of then is told from others among trials; empty where none was asked for. */
    String identity(StrategyKind kind, Choice choice) {
        return forecasts.isEmpty() && !regimes ? "" : desk().heardBy(kind.needs(choice));
    }

    /** Null where no desk was asked for. */
    @Nullable PastWorld made() {
        return made;
    }

    /** A word each time that some more percent of the past are behind it. */
    private static final class Told implements Progress {

        private final PrintWriter errors;
        private int told;

        Told(PrintWriter errors) {
            this.errors = errors;
        }

        @Override
        public void done(double share) {
            int percent = (int) (PERCENT * share);
            if (percent >= told + PERCENT_BETWEEN_WORDS) {
                told = percent;
                errors.printf(Locale.ENGLISH, "the desk of then: %d %% of its bars%n", percent);
                errors.flush();
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {
            // Ctrl-C ends the program, and nothing was written yet.
        }
    }
}
