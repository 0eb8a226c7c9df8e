package io.sextant.store.journal;

import io.sextant.domain.time.SeededRandom;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Appends until it is killed, and writes every position it was told is safe to its standard output. */
final class AppendingProcess {

    private AppendingProcess() {}

    /** Arguments: folder, seed. */
    public static void main(String[] arguments) {
        SeededRandom random = new SeededRandom(Long.parseLong(arguments[1]));
        @SuppressWarnings("resource")
        DataOutputStream acknowledgements = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        FileJournal journal = FileJournal.open(Path.of(arguments[0]), SampleRecords.options(1 << 16, 100_000));
        journal.onDurable(position -> {
            try {
                acknowledgements.writeLong(position);
            } catch (IOException parentGone) {
                throw new UncheckedIOException(parentGone);
            }
        });
        while (true) {
            SampleRecords.append(journal, 1 + random.nextInt(200));
            if (random.nextInt(4) == 0) {
                journal.flush();
            }
        }
    }
}
