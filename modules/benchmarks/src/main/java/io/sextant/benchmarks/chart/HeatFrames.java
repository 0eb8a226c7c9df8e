package io.sextant.benchmarks.chart;

import io.sextant.ui.chart.heat.HeatHistory;
import io.sextant.ui.chart.heat.HeatMap;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A depth map of 1200 by 700 that takes a new slice of twenty levels and trades every frame, drawn whole each time with software
 * rendering. Argument: frames.
 */
public final class HeatFrames {

    private static final System.Logger LOG = System.getLogger(HeatFrames.class.getName());
    private static final int WARM_UP_FRAMES = 200;
    private static final long SLICE_NANOS = 250_000_000;
    private static final double TICK = 0.5;

    private final HeatHistory history = new HeatHistory(4_096, SLICE_NANOS);
    private final SplittableRandom random = new SplittableRandom(11);
    private double bid = 64_000;
    private long now;

    private HeatFrames() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        for (String[] setting : new String[][] {
            {"glass.platform", "Monocle"},
            {"monocle.platform", "Headless"},
            {"headless.geometry", "1920x1080-32"},
            {"prism.order", "sw"},
            {"javafx.animation.fullspeed", "true"}
        }) {
            System.setProperty(setting[0], System.getProperty(setting[0], setting[1]));
        }
        Platform.startup(() -> {});
        CompletableFuture<FrameTimes> done = new CompletableFuture<>();
        Platform.runLater(() -> new HeatFrames().measure(frames, done));
        FrameTimes times = done.get();
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        Locale.ROOT,
                        "depth map, %d frames: interval p50 %.1f ms, p95 %.1f ms (%.0f frames/s at p95); processor p50 %.1f ms, p95 %.1f ms",
                        times.count(),
                        times.intervalMillis(50),
                        times.intervalMillis(95),
                        1_000 / times.intervalMillis(95),
                        times.processorMillis(50),
                        times.processorMillis(95)));
        Platform.exit();
    }

    private void measure(int frames, CompletableFuture<FrameTimes> done) {
        for (int slice = 0; slice < 1_200; slice++) {
            addSlice();
        }
        HeatMap map = new HeatMap();
        map.show(history, TICK);
        map.setSlicePixels(1);
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(map), 1200, 700));
        stage.show();
        FrameTimes.measure(
                stage.getScene(),
                WARM_UP_FRAMES,
                frames,
                frame -> {
                    addSlice();
                    map.draw();
                },
                done);
    }

    private void addSlice() {
        now += SLICE_NANOS;
        bid += TICK * (random.nextInt(3) - 1);
        history.turnTo(now);
        for (int level = 0; level < HeatHistory.LEVELS; level++) {
            history.addLevel(true, bid - level * TICK, random.nextDouble() * 10);
            history.addLevel(false, bid + (level + 1) * TICK, random.nextDouble() * 10);
        }
        history.addTrade(random.nextBoolean(), bid, random.nextDouble());
    }
}
