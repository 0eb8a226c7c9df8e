package io.sextant.app.session;

import io.sextant.engine.LabStrategies;
import io.sextant.engine.hosting.HostKinds;
import io.sextant.strategy.kind.StrategyKind;
import java.nio.file.Path;
import java.util.Optional;

/** The strategies that a desk can run: those that come with the workstation, and a person's own in {@value #FOLDER} of the data folder. */
public final class DeskStrategies implements HostKinds {

    static final String FOLDER = "strategies";

    private final Path folder;
    private final LabStrategies found;

    public DeskStrategies(Path dataFolder) {
        folder = dataFolder.resolve(FOLDER);
        found = new LabStrategies(Optional.of(folder));
    }

    /** Where a person's own are looked for, unless their whole path is given. */
    public Path folder() {
        return folder;
    }

    /** The same for tests of them. */
    LabStrategies forTests() {
        return found;
    }

    @Override
    public StrategyKind kind(String nameOrFile) {
        return found.kind(nameOrFile);
    }
}
