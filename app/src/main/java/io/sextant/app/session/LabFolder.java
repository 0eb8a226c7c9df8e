package io.sextant.app.session;

import io.sextant.app.forecast.DeskModels;
import io.sextant.engine.LabKeeping;
import io.sextant.engine.past.PastShelf;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.TrialLedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where tests of strategies are noted: one ledger for all desks of a data folder and for the command line, as bars are known by themselves. */
public final class LabFolder {

    private LabFolder() {}

    /** The ledger of a data folder, which is made where there is none. */
    public static TrialLedger trials(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrialLedgerFile(dataFolder.resolve(TrialLedgerFile.NAME));
    }

    /** One core is left to the loop. */
    static LabKeeping of(DeskOptions options, Path sessionFolder) {
        Path dataFolder = options.dataFolder().orElseGet(DataFolder::usual);
        return new LabKeeping(
                trials(dataFolder),
                Optional.of(sessionFolder.resolve("sweeps")),
                Optional.ofNullable(LabFolder.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                new DeskStrategies(dataFolder).forTests(),
                new PastShelf(new DeskModels()));
    }
}
