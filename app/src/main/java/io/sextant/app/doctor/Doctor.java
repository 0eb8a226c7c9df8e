package io.sextant.app.doctor;

import io.sextant.neural.LearnerLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that Sextant needs from the machine. Changes nothing. */
public final class Doctor {

    private final Path dataFolder;

    public Doctor(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(List.of(
                JavaCheck.examine(),
                MemoryCheck.examine(),
                DisplayCheck.examine(),
                NativesCheck.examine(),
                WindowCheck.examine(),
                FontsCheck.examine(),
                TurnsCheck.examine(),
                DiskCheck.examine(dataFolder),
                DatabaseCheck.examine(dataFolder),
                ServerStoreCheck.examine(dataFolder),
                ClockCheck.examine(dataFolder),
                UpdatesCheck.examine(dataFolder)));
        for (LearnerLibrary library : LearnerLibrary.values()) {
            findings.add(LearnersCheck.examine(library));
        }
        findings.addAll(SpeechCheck.examine());
        return List.copyOf(findings);
    }
}
