package io.sextant.benchmarks.chart;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.HdrHistogram.Histogram;

/**
 * What frames take. At full speed a pulse starts as soon as the one before has handed its picture to the render thread and that
 * thread is done with the picture before; so the interval between two pulses is the time of a frame as a person sees it, layout,
 * drawing on the JavaFX thread and rasterising on the render thread included, whichever of the two threads is the slower. The
 * processor time of the two threads between two pulses is the sum of their work, which other programs on the machine hardly change.
 */
final class FrameTimes {

    private final Histogram interval = new Histogram(3);
    private final Histogram layout = new Histogram(3);
    private final Histogram processor = new Histogram(3);

    private FrameTimes() {}

    long count() {
        return interval.getTotalCount();
    }

    double intervalMillis(double percentile) {
        return interval.getValueAtPercentile(percentile) / 1e6;
    }

    /** From the start of a pulse to the end of its layout, in which ChartFX draws: the part of the JavaFX thread. */
    double layoutMillis(double percentile) {
        return layout.getValueAtPercentile(percentile) / 1e6;
    }

    double processorMillis(double percentile) {
        return processor.getValueAtPercentile(percentile) / 1e6;
    }

    /** Changes the picture on each of the next pulses and completes {@code done} when {@code frames} were measured. */
    static void measure(
            Scene scene, int warmUpFrames, int frames, IntConsumer changePicture, CompletableFuture<FrameTimes> done) {
        new Probe(scene, warmUpFrames, frames, changePicture, done).start();
    }

    private static final class Probe extends AnimationTimer {
        private final Clock clock = new SystemClock();
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] drawingThreads;
        private final FrameTimes times = new FrameTimes();
        private final Scene scene;
        private final int warmUpFrames;
        private final int frames;
        private final IntConsumer changePicture;
        private final CompletableFuture<FrameTimes> done;
        private final Runnable layoutEnds = this::layoutEnded;
        private int frame;
        private long startNanos;
        private long startProcessorNanos;

        Probe(
                Scene scene,
                int warmUpFrames,
                int frames,
                IntConsumer changePicture,
                CompletableFuture<FrameTimes> done) {
            this.scene = scene;
            this.warmUpFrames = warmUpFrames;
            this.frames = frames;
            this.changePicture = changePicture;
            this.done = done;
            drawingThreads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("QuantumRenderer")
                            || thread.getName().equals("JavaFX Application Thread"))
                    .mapToLong(Thread::threadId)
                    .toArray();
            scene.addPostLayoutPulseListener(layoutEnds);
        }

        @Override
        public void handle(long pulseNanos) {
            long now = clock.nanos();
            long processorNow = processorNanos();
            if (frame > warmUpFrames) {
                times.interval.recordValue(now - startNanos);
                times.processor.recordValue(Math.max(0, processorNow - startProcessorNanos));
            }
            if (frame == warmUpFrames + frames) {
                stop();
                scene.removePostLayoutPulseListener(layoutEnds);
                done.complete(times);
                return;
            }
            startNanos = now;
            startProcessorNanos = processorNow;
            changePicture.accept(frame);
            frame++;
        }

        private long processorNanos() {
            long sum = 0;
            for (long thread : drawingThreads) {
                sum += threads.getThreadCpuTime(thread);
            }
            return sum;
        }

        private void layoutEnded() {
            if (frame > warmUpFrames) {
                times.layout.recordValue(Math.max(0, clock.nanos() - startNanos));
            }
        }
    }
}
