package io.sextant.engine;

import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where tests find strategies: those that come with the workstation, and a person's own.
 *
 * @param folder of the person's own; without one there are none
 */
public record LabStrategies(Optional<Path> folder) {

    /** Made anew at each call, as one that fails remembers it; refuses with a sentence by an {@link IllegalArgumentException}. */
    public StrategyKind kind(String nameOrFile) {
        if (!StrategyFile.isMeant(nameOrFile)) {
            return StrategyCatalog.get(nameOrFile);
        }
        return switch (StrategyFile.load(where(nameOrFile))) {
            case Loaded.Ready ready -> ready.kind();
            case Loaded.Broken broken ->
                throw new IllegalArgumentException(
                        nameOrFile + " is no strategy yet. " + broken.text().replace("\n", "; "));
        };
    }

    /** By what runs of it are told from those of others, what stands in a file among it. */
    String identity(String nameOrFile, StrategyKind kind) {
        return StrategyFile.isMeant(nameOrFile) ? StrategyFile.identity(where(nameOrFile), kind) : kind.name();
    }

    private String where(String nameOrFile) {
        return folder.map(own -> own.resolve(nameOrFile).toString()).orElse(nameOrFile);
    }
}
