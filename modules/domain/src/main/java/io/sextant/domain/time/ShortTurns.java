package io.sextant.domain.time;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * For a thread that does little at a time and must not wait for it. Linux lets whoever runs finish a turn of some milliseconds, also when it is a
 * training of low priority; since 6.12 a thread that asked for shorter turns itself takes the processor when it wakes (EEVDF; sched_setattr(2), where
 * sched_runtime of a normal thread is the length of its turn). It gets no more time than before, and no rights are needed. Idle priority for
 * trainings would do as much on a quiet machine, but on a busy one a thread that never runs keeps the whole machine from its next safepoint.
 */
public final class ShortTurns {

    /** The shortest that Linux gives. */
    static final long TURN_NANOS = 100_000;

    private static final System.Logger LOG = System.getLogger(ShortTurns.class.getName());
    /** sched_setattr and sched_getattr have no function of the C library before glibc 2.41: their numbers, by processor. */
    private static final Map<String, long[]> CALLS =
            Map.of("amd64", new long[] {314, 315}, "aarch64", new long[] {274, 275});

    private static final int ATTRIBUTE_BYTES = 48;
    private static final int SIZE_AT = 0;
    private static final int RUNTIME_AT = 24;
    private static final int THIS_THREAD = 0;
    private static final int NO_FLAGS = 0;

    private ShortTurns() {}

    /** Elsewhere than on Linux, or where the system refuses, everything stays as it is. */
    public static void askForThisThread() {
        attributes().ifPresent(now -> {
            if (now.set(TURN_NANOS) != 0) {
                LOG.log(System.Logger.Level.DEBUG, "the system keeps the length of this thread's turns");
            }
        });
    }

    /** Whether a thread that asks for short turns gets them here; asked with a thread of its own, so that the caller's stay as they are. */
    public static boolean areGiven() {
        AtomicBoolean given = new AtomicBoolean();
        Thread asking = Thread.ofPlatform().name("short-turns").start(() -> {
            askForThisThread();
            given.set(turnNanos() == TURN_NANOS);
        });
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return given.get();
    }

    /** How long a turn of this thread is, 0 where the system does not say. */
    static long turnNanos() {
        return attributes().map(now -> now.turnNanos).orElse(0L);
    }

    private static Optional<Attributes> attributes() {
        long[] calls = CALLS.get(System.getProperty("os.arch", ""));
        if (calls == null || !System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        try {
            return Attributes.read(calls);
        } catch (Throwable unsupported) {
            LOG.log(System.Logger.Level.DEBUG, "the length of this thread's turns cannot be set", unsupported);
            return Optional.empty();
        }
    }

    /** What the system says of this thread now, so that its niceness stays when its turns change. */
    private record Attributes(byte[] bytes, long turnNanos, MethodHandle set, long setCall) {

        @SuppressWarnings("restricted")
        static Optional<Attributes> read(long[] calls) throws Throwable {
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> address = linker.defaultLookup().find("syscall");
            if (address.isEmpty()) {
                return Optional.empty();
            }
            MethodHandle get = linker.downcallHandle(
                    address.get(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(1));
            MethodHandle set = linker.downcallHandle(
                    address.get(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT),
                    Linker.Option.firstVariadicArg(1));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment now = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES);
                long failed = (long) get.invokeExact(calls[1], THIS_THREAD, now, ATTRIBUTE_BYTES, NO_FLAGS);
                return failed == 0
                        ? Optional.of(new Attributes(
                                now.toArray(ValueLayout.JAVA_BYTE),
                                now.get(ValueLayout.JAVA_LONG, RUNTIME_AT),
                                set,
                                calls[0]))
                        : Optional.empty();
            }
        }

        long set(long nanos) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment wanted = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES);
                wanted.copyFrom(MemorySegment.ofArray(bytes));
                wanted.set(ValueLayout.JAVA_INT, SIZE_AT, ATTRIBUTE_BYTES);
                wanted.set(ValueLayout.JAVA_LONG, RUNTIME_AT, nanos);
                return (long) set.invokeExact(setCall, THIS_THREAD, wanted, NO_FLAGS);
            } catch (Throwable unsupported) {
                LOG.log(System.Logger.Level.DEBUG, "the length of this thread's turns cannot be set", unsupported);
                return -1;
            }
        }
    }
}
