package io.sextant.neural.deeplearning4j;

import io.sextant.neural.LearnerUnavailable;
import java.nio.file.Path;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The library itself: where it unpacks its native code, and that it computes on one thread. */
public final class Deeplearning4j {

    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    private Deeplearning4j() {}

    /**
     * Where its native code goes, some 400 MB, once; without this it would go into the home folder. Only before the first use: then it is
     * loaded.
     */
    public static void unpackInto(Path folder) {
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    }

    /** Does something that needs it. */
    static <T> T with(Work<T> work) {
        try {
            Loaded.require();
            return work.run();
        } catch (LinkageError noLibrary) {
            throw new LearnerUnavailable(
                    "Deeplearning4j is not available here: its native code could not be loaded on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + "; the networks of our own do the same without it.",
                    noLibrary);
        }
    }

    interface Work<T> {
        T run();
    }

    private static final class Loaded {

        static {
            Nd4j.create(1).close();
            // With a thread for each core, as it comes, small networks are several times slower.
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        }

        static void require() {}
    }
}
