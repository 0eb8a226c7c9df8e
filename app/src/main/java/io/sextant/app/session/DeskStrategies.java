package io.sextant.app.session;

import io.sextant.engine.hosting.HostKinds;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import java.nio.file.Path;

/** The strategies that a desk can run: those that come with the workstation, and a person's own in {@value #FOLDER} of the data folder. */
public final class DeskStrategies implements HostKinds {

    static final String FOLDER = "strategies";

    private final Path folder;

    public DeskStrategies(Path dataFolder) {
        folder = dataFolder.resolve(FOLDER);
    }

    /** Where a person's own are looked for, unless their whole path is given. */
    public Path folder() {
        return folder;
    }

    @Override
    public StrategyKind kind(String nameOrFile) {
        if (!StrategyFile.isMeant(nameOrFile)) {
            return StrategyCatalog.get(nameOrFile);
        }
        return switch (StrategyFile.load(folder.resolve(nameOrFile).toString())) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken ->
                throw new IllegalArgumentException(
                        nameOrFile + " is no strategy yet. " + broken.text().replace("\n", "; "));
        };
    }
}
