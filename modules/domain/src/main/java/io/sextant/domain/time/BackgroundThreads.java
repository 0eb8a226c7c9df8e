package io.sextant.domain.time;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for long work that give way to all others. Java's priorities mean nothing to Linux, where a thread that trains for minutes would hold a
 * core for whole slices while the engine waits; so there each asks the system itself (setpriority(2), which on Linux is of one thread, and
 * which its children inherit).
 */
public final class BackgroundThreads {

    /** What others get ten times as much as. */
    static final int NICENESS = 10;

    private static final System.Logger LOG = System.getLogger(BackgroundThreads.class.getName());
    private static final int OF_A_THREAD = 0;
    private static final int THIS_ONE = 0;

    /** Found when the first such thread runs, not when the application starts. */
    private static final class Native {
        static final Optional<MethodHandle> SET_PRIORITY = find();

        private Native() {}

        @SuppressWarnings("restricted")
        private static Optional<MethodHandle> find() {
            if (!System.getProperty("os.name", "").equals("Linux")) {
                return Optional.empty();
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(address -> linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT)));
        }
    }

    private BackgroundThreads() {}

    /** Daemons; {@code prefix} and a number are their names. */
    public static ThreadFactory named(String prefix) {
        ThreadFactory plain = Thread.ofPlatform()
                .name(prefix, 0)
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .factory();
        return work -> plain.newThread(() -> {
            giveWay();
            work.run();
        });
    }

    private static void giveWay() {
        try {
            if (Native.SET_PRIORITY.isPresent()) {
                int failed = (int) Native.SET_PRIORITY.get().invokeExact(OF_A_THREAD, THIS_ONE, NICENESS);
                if (failed != 0) {
                    LOG.log(System.Logger.Level.DEBUG, "the system keeps the priority of this thread");
                }
            }
        } catch (Throwable unsupported) {
            // The work is done all the same, only less quietly.
            LOG.log(System.Logger.Level.DEBUG, "the priority of this thread cannot be set", unsupported);
        }
    }
}
