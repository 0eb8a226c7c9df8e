package io.sextant.app.cli;

import io.sextant.marketdata.file.FileProblem;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.MayFail;

/** A strategy by name, or from a person's own file. */
final class StrategyChoice {

    private StrategyChoice() {}

    /** Refuses by an exception that says why; of a file, everything that is wrong with it. */
    static StrategyKind kind(String nameOrFile) {
        if (!StrategyFile.isMeant(nameOrFile)) {
            return StrategyCatalog.get(nameOrFile);
        }
        return switch (StrategyFile.load(nameOrFile)) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken ->
                throw new FileProblem(
                        nameOrFile + " is no strategy yet. " + broken.text().replace("\n", "; "));
        };
    }

    /** Refuses what would wait for ever, and earn nothing, where there are bars and nothing else. */
    static void checkBarsAreEnough(StrategyKind kind, Choice choice) {
        Needs needs = kind.needs(choice);
        String missing = needs.forecast() ? "forecasts" : needs.regime() ? "regimes" : needs.book() ? "a book" : "";
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(kind.name() + " acts on " + missing + ", and files of bars have none");
        }
    }

    /** A run that failed half way has figures, and they are not those of its strategy. */
    static void checkItWentThrough(StrategyKind kind) {
        if (kind instanceof MayFail own && own.findFailure().isPresent()) {
            throw new FileProblem(kind.name() + " failed and was stopped, so there are no figures to tell: "
                    + own.findFailure().orElseThrow());
        }
    }

    /** Its name, and of a file of one's own also what stands in it: rules that were changed are another strategy. */
    static String identity(String nameOrFile, StrategyKind kind) {
        if (!StrategyFile.isMeant(nameOrFile)) {
            return kind.name();
        }
        return StrategyFile.identity(nameOrFile, kind);
    }
}
