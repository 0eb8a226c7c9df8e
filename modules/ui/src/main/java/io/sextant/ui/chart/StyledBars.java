package io.sextant.ui.chart;

import io.sextant.domain.market.Bar;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The bars that are drawn: the market's own, or those that a style makes of them, which for long series are made on the worker.
 * Belongs to the JavaFX thread.
 */
final class StyledBars {

    /** Told when other bars are to be drawn than before. */
    interface Listener {
        void barsReplaced(CandleSeries bars);
    }

    static final int AT_ONCE_BARS = 100_000;

    private final Executor worker;
    private final Executor chartThread;
    private final Listener listener;
    private final Runnable sourceListener = this::sourceChanged;
    private CandleSeries source = CandleSeries.empty();
    private ChartStyle style = ChartStyle.CANDLES;
    private BrickSize brick = BrickSize.USUAL;
    private double tick = 0.01;
    private @Nullable BarMaking making;
    private int asked;
    private boolean waiting;

    StyledBars(Executor worker, Executor chartThread, Listener listener) {
        this.worker = worker;
        this.chartThread = chartThread;
        this.listener = listener;
    }

    /** The market's own bars. */
    CandleSeries source() {
        return source;
    }

    ChartStyle style() {
        return style;
    }

    /** Whether bars are being made on the worker. */
    boolean isWaiting() {
        return waiting;
    }

    void setSource(CandleSeries series) {
        source.removeListener(sourceListener);
        source = series;
        series.addListener(sourceListener);
        restart();
    }

    void setStyle(ChartStyle newStyle, BrickSize newBrick) {
        boolean same = newStyle == style && (newStyle != ChartStyle.RENKO || newBrick.equals(brick));
        boolean redrawOnly = !newStyle.makesBars() && !style.makesBars();
        style = newStyle;
        brick = newBrick;
        if (!same && !redrawOnly) {
            restart();
        }
    }

    void setTick(double smallestStep) {
        if (smallestStep != tick) {
            tick = smallestStep;
            if (style == ChartStyle.RENKO) {
                restart();
            }
        }
    }

    private void restart() {
        asked++;
        waiting = false;
        making = null;
        if (!style.makesBars() || source.isEmpty()) {
            listener.barsReplaced(source);
        } else if (source.size() <= AT_ONCE_BARS) {
            finished(asked, BarMaking.over(source.finished(), newest(), style, brick, tick));
        } else {
            waiting = true;
            listener.barsReplaced(CandleSeries.empty());
            make();
        }
    }

    private void make() {
        int number = asked;
        FinishedBars bars = source.finished();
        Bar last = newest();
        ChartStyle wantedStyle = style;
        BrickSize wantedBrick = brick;
        double wantedTick = tick;
        worker.execute(() -> {
            BarMaking done = BarMaking.over(bars, last, wantedStyle, wantedBrick, wantedTick);
            chartThread.execute(() -> finished(number, done));
        });
    }

    private Bar newest() {
        return source.bar(source.endIndex() - 1);
    }

    private void finished(int number, BarMaking done) {
        if (number != asked) {
            return;
        }
        waiting = false;
        done.follow(source);
        making = done;
        listener.barsReplaced(done.made());
    }

    private void sourceChanged() {
        if (!style.makesBars() || waiting) {
            return;
        }
        BarMaking now = making;
        if (now == null || now.sourceFirst() != source.firstIndex()) {
            restart();
        } else {
            now.follow(source);
        }
    }
}
