package io.sextant.app.doctor;

import java.nio.file.Path;
import java.util.List;

/** Looks at everything that Sextant needs from the machine. Changes nothing. */
public final class Doctor {

    private final Path dataFolder;

    public Doctor(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    public List<Finding> examine() {
        return List.of(
                JavaCheck.examine(),
                MemoryCheck.examine(),
                DisplayCheck.examine(),
                NativesCheck.examine(),
                DiskCheck.examine(dataFolder),
                DatabaseCheck.examine(dataFolder),
                ClockCheck.examine(dataFolder));
    }
}
