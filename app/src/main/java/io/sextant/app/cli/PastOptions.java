package io.sextant.app.cli;

import io.sextant.app.forecast.DeskModels;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.past.PastDesk;
import io.sextant.engine.past.PastWorld;
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
    void checkFits(StrategyKind kind, Choice choice, boolean hasBook) {
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
        if (!needs.regime() && regimes) {
            throw new IllegalArgumentException(kind.name() + " does not ask for regimes");
        }
        if (refit != null && forecasts.isEmpty() && !regimes) {
            throw new IllegalArgumentException("--refit is for --forecasts and --regimes");
        }
    }

    SeatWorld world(BacktestMarket market, PrintWriter errors) {
        if (forecasts.isEmpty() && !regimes) {
            return SeatWorld.EMPTY;
        }
        Integer wanted = refit;
        List<String> names = forecasts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        PastDesk desk =
                new PastDesk(new DeskModels(), names, regimes, wanted == null ? PastDesk.REFIT_BARS_USUAL : wanted);
        PastWorld world = PastWorld.of(market, desk, new Told(errors));
        made = world;
        return world;
    }

    /** By what a desk of then is told from others among trials; empty where none was asked for. */
    String identity() {
        if (forecasts.isEmpty() && !regimes) {
            return "";
        }
        Integer wanted = refit;
        return " hearing " + String.join(",", forecasts) + (regimes ? " regimes" : "") + " "
                + (wanted == null ? PastDesk.REFIT_BARS_USUAL : wanted);
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
