package io.sextant.risk.path;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws paths in blocks of a fixed size. A block's chance depends on the seed and on its number only, and each path has its own place,
 * so the answer is the same to the last bit for any number of threads.
 */
public final class PathBlocks {

    public static final int BLOCK = 1_024;

    private PathBlocks() {}

    /** Draws paths {@code from} to {@code to - 1}; runs on several threads at once, each with its own block. */
    @FunctionalInterface
    public interface Work {
        void draw(SeededRandom random, int from, int to);
    }

    /** @throws CancellationException when the thread that waits is interrupted */
    public static void draw(int paths, long seed, int threads, Work work) {
        each(
                count(paths),
                threads,
                block -> work.draw(SeededRandom.stream(seed, block), block * BLOCK, end(block, paths)));
    }

    static int count(int paths) {
        return Math.ceilDiv(paths, BLOCK);
    }

    /** The first path that is no longer of the block. */
    static int end(int block, int paths) {
        int from = block * BLOCK;
        // Not from + BLOCK: the last block of very many paths ends beyond what an int holds.
        return from + Math.min(BLOCK, paths - from);
    }

    /** Does pieces of work that know nothing of each other, on several threads at once. */
    static void each(int pieces, int threads, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        Thread caller = Thread.currentThread();
        Runnable worker = () -> {
            try {
                for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                    if (failed.get() != null || caller.isInterrupted()) {
                        return;
                    }
                    work.accept(piece);
                }
            } catch (RuntimeException | Error problem) {
                failed.compareAndSet(null, problem);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < workers(threads, pieces, Runtime.getRuntime().availableProcessors()); i++) {
            others.add(Thread.ofPlatform().daemon().name("sextant-paths-" + i).start(worker));
        }
        worker.run();
        await(others);
        Throwable problem = failed.get();
        if (problem instanceof Error error) {
            throw error;
        }
        if (problem instanceof RuntimeException bug) {
            throw bug;
        }
        if (caller.isInterrupted()) {
            throw new CancellationException("the paths were not all drawn");
        }
    }

    /** More threads than processors or pieces would only wait for each other. */
    static int workers(int threads, int pieces, int processors) {
        return Math.min(threads, Math.min(pieces, processors));
    }

    private static void await(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stop) {
                    // Nothing is left half drawn: blocks are short, and the interruption is told when all have ended.
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
