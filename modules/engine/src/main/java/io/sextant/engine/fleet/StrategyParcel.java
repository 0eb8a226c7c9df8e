package io.sextant.engine.fleet;

import io.sextant.domain.fleet.FleetProblem;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.StrategyFile;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.own.Loaded;
import io.sextant.strategy.own.MayFail;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A strategy on its way: the name of one that ships, or a person's own file with all that stands in it.
 *
 * @param name as it was asked for; of a file its last part
 * @param file empty where it ships
 */
public record StrategyParcel(String name, byte[] file) {

    /** Refuses a folder with an exception that says why. */
    public static StrategyParcel of(String nameOrFile) {
        if (!StrategyFile.isMeant(nameOrFile)) {
            return new StrategyParcel(nameOrFile, new byte[0]);
        }
        int hash = nameOrFile.lastIndexOf('#');
        Path file = Path.of(hash < 0 ? nameOrFile : nameOrFile.substring(0, hash));
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "a strategy in a folder does not travel to a cluster; give one file or a jar instead of " + file);
        }
        try {
            return new StrategyParcel(
                    file.getFileName() + (hash < 0 ? "" : nameOrFile.substring(hash)), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** As it is here. A file of one's own is written to a folder of the system's for temporary things, which goes with the process. */
    public StrategyKind open() {
        if (file.length == 0) {
            return StrategyCatalog.get(name);
        }
        try {
            Path folder = Files.createTempDirectory("sextant-strategy");
            int hash = name.lastIndexOf('#');
            Path kept = folder.resolve(hash < 0 ? name : name.substring(0, hash));
            Files.write(kept, file);
            folder.toFile().deleteOnExit();
            kept.toFile().deleteOnExit();
            return switch (StrategyFile.load(kept + (hash < 0 ? "" : name.substring(hash)))) {
                case Loaded.Ready ready -> ready.kind();
                case Loaded.Broken broken ->
                    throw new FleetProblem(
                            name + " is no strategy there: " + broken.text().replace("\n", "; ") + ".");
            };
        } catch (IOException full) {
            throw new FleetProblem(name + " could not be kept on the machine that was to run it: " + full + ".", full);
        }
    }

    /** A run that failed half way has figures, and they are not those of its strategy. */
    public static void checkItWentThrough(StrategyKind kind) {
        if (kind instanceof MayFail own && own.findFailure().isPresent()) {
            throw new FleetProblem(kind.name() + " failed and was stopped, so there are no figures to tell: "
                    + own.findFailure().orElseThrow());
        }
    }

    public void write(DataOutput out) throws IOException {
        Columns.write(out, name);
        Columns.write(out, file);
    }

    public static StrategyParcel read(DataInput in) throws IOException {
        return new StrategyParcel(Columns.text(in), Columns.blob(in));
    }
}
