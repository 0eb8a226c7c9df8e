package io.sextant.ui.panel.chart;

import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.LiveBars;
import io.sextant.domain.request.Query;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.shell.DeskContext;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Has the bars of a chart loaded: the newest, older ones as the reader pans, and those down to a moment far back. */
final class BarLoader {

    private static final System.Logger LOG = System.getLogger(BarLoader.class.getName());
    private static final int BARS_AT_ONCE = 5_000;

    /** So many older bars are asked for at once to reach a moment far back. */
    private static final int BARS_BACK_MAX = 2_000_000;

    private static final int BARS_REFRESHED = 3;
    private static final Duration BETWEEN_REFRESHES = Duration.millis(300);

    private final PauseTransition again = new PauseTransition(BETWEEN_REFRESHES);
    private final DeskContext context;
    private final ChartModel model;
    private final Consumer<ChartModel.Request> loaded;
    private final Runnable olderLoaded;

    /** {@code loaded} is told when the newest bars have come, {@code olderLoaded} when older ones have. */
    BarLoader(DeskContext context, ChartModel model, Consumer<ChartModel.Request> loaded, Runnable olderLoaded) {
        this.context = context;
        this.model = model;
        this.loaded = loaded;
        this.olderLoaded = olderLoaded;
        again.setOnFinished(passed -> refresh());
    }

    void stop() {
        again.stop();
    }

    void load(ChartModel.Request request) {
        int shownNow = model.series().get().size();
        context.engine()
                .ask(query(request, Long.MAX_VALUE, Math.clamp(shownNow, BARS_AT_ONCE, BARS_BACK_MAX)))
                .whenComplete((newest, failure) -> {
                    if (failure == null) {
                        model.loaded(request, newest);
                        loaded.accept(request);
                    } else {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "bars of " + request.instrument() + " did not load",
                                failure);
                        model.failed(request);
                    }
                });
    }

    void reload() {
        model.reload().ifPresent(this::load);
    }

    /** The market tells plain bars; those of another reading are asked for when it moved. */
    void live(LiveBars newest) {
        if (model.live(newest)) {
            reload();
        } else if (!model.reading().equals(BarReading.PLAIN) && again.getStatus() != Animation.Status.RUNNING) {
            again.play();
        }
    }

    private void refresh() {
        model.current()
                .ifPresent(request -> context.engine()
                        .ask(query(request, Long.MAX_VALUE, BARS_REFRESHED))
                        .whenComplete((newest, failure) -> {
                            if (failure != null) {
                                LOG.log(System.Logger.Level.WARNING, "newest bars of " + request.instrument(), failure);
                            } else if (model.refreshed(request, newest)) {
                                reload();
                            }
                        }));
    }

    void loadOlder() {
        loadOlder(BARS_AT_ONCE, () -> {});
    }

    private void loadOlder(int limit, Runnable then) {
        model.olderWanted()
                .ifPresentOrElse(
                        request -> {
                            CandleSeries series = model.series().get();
                            long beforeNanos = series.openTimeNanos(series.firstIndex());
                            context.engine()
                                    .ask(query(request, beforeNanos, limit))
                                    .whenComplete((older, failure) -> {
                                        if (failure == null) {
                                            model.olderLoaded(request, older);
                                            olderLoaded.run();
                                            then.run();
                                        } else {
                                            context.toasts().failed(failure);
                                        }
                                    });
                        },
                        then);
    }

    /** Has the bars down to a moment loaded before it goes on; what is before the first bar there is cannot be. */
    void reach(long timeNanos, Runnable then) {
        CandleSeries series = model.series().get();
        if (series.isEmpty() || series.openTimeNanos(series.firstIndex()) <= timeNanos) {
            then.run();
            return;
        }
        long missing = (series.openTimeNanos(series.firstIndex()) - timeNanos)
                / model.timeframe().get().nominalNanos();
        loadOlder(Math.clamp(missing + BARS_AT_ONCE, BARS_AT_ONCE, BARS_BACK_MAX), then);
    }

    private static Query.Bars query(ChartModel.Request request, long beforeNanos, int limit) {
        return new Query.Bars(request.instrument(), request.timeframe(), beforeNanos, limit, request.reading());
    }
}
