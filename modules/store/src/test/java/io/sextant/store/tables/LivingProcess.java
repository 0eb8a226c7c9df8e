package io.sextant.store.tables;

import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.store.SextantStore;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Lives a desk in a whole store until it is killed, and tells after each burst how far the journal is safe. */
final class LivingProcess {

    private LivingProcess() {}

    /** Arguments: folder, seed. */
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[1]);
        @SuppressWarnings("resource")
        DataOutputStream acknowledgements = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        SeededRandom random = new SeededRandom(seed);
        SextantStore store = SextantStore.open(Path.of(arguments[0]), Pause.PARK, random);
        SampleDesk desk = new SampleDesk(store.journal(), seed);
        while (true) {
            desk.live(1 + random.nextInt(500));
            store.journal().flush();
            acknowledgements.writeLong(store.journal().durablePosition());
        }
    }
}
