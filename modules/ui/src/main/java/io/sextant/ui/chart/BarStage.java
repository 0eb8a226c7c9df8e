package io.sextant.ui.chart;

import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import java.util.List;
import javafx.application.Platform;

/** Keeps a frame supplied with the bars to draw, whatever style makes them, and with the studies over them. */
final class BarStage {

    private final PlotFrame frame;
    private final Runnable redraw;
    private final StudyBoard studies;
    private final StudyBoard closeLine;
    private final PatternBoard patterns;
    private final StyledBars styled;
    private final Runnable barsListener = this::barsChanged;
    private ChartStyle framedStyle = ChartStyle.CANDLES;
    private boolean startsAnew = true;

    BarStage(PlotFrame frame, Runnable redraw) {
        this.frame = frame;
        this.redraw = redraw;
        studies = new StudyBoard(ChartWorker.SHARED, Platform::runLater, redraw);
        closeLine = new StudyBoard(ChartWorker.SHARED, Platform::runLater, redraw);
        styled = new StyledBars(ChartWorker.SHARED, Platform::runLater, this::barsReplaced);
        patterns = new PatternBoard(ChartWorker.SHARED, Platform::runLater, redraw);
        frame.patterns = patterns;
        frame.studies = studies.plots();
        frame.closeLine = closeLine.plots();
    }

    StyledBars styled() {
        return styled;
    }

    StudyBoard studies() {
        return studies;
    }

    PatternBoard patterns() {
        return patterns;
    }

    void setSeries(CandleSeries series) {
        startsAnew = true;
        styled.setSource(series);
    }

    void setStyle(ChartStyle style, BrickSize brick) {
        frame.style = style;
        closeLine.show(style == ChartStyle.LINE ? List.of(CloseValue.STUDY) : List.of());
        styled.setStyle(style, brick);
        redraw.run();
    }

    /** The bars to draw are others than before: those of another series, or those that a style made of the same. */
    private void barsReplaced(CandleSeries bars) {
        CandleSeries before = frame.bars;
        boolean sameIndexes = !startsAnew
                && !before.isEmpty()
                && !bars.isEmpty()
                && styled.style() != ChartStyle.RENKO
                && framedStyle != ChartStyle.RENKO;
        framedStyle = styled.style();
        boolean live = startsAnew || before.isEmpty() || frame.view.isLive();
        long rightNanos = live ? 0 : before.openTimeNanos(Math.max(before.firstIndex(), frame.view.endVisible() - 1));
        before.removeListener(barsListener);
        frame.bars = bars;
        frame.source = styled.source();
        bars.addListener(barsListener);
        studies.attach(styled.style() == ChartStyle.RENKO ? bars : styled.source());
        closeLine.attach(styled.source());
        patterns.attach(styled.style() == ChartStyle.RENKO ? bars : styled.source());
        if (sameIndexes) {
            frame.view.dataChanged(bars.firstIndex(), bars.endIndex());
        } else {
            frame.view.reset(bars.firstIndex(), bars.endIndex());
            if (!live) {
                frame.view.showUntil(bars.indexAtOrAfter(rightNanos) + 1);
            }
        }
        startsAnew = bars.isEmpty() && startsAnew;
        redraw.run();
    }

    private void barsChanged() {
        studies.seriesChanged();
        closeLine.seriesChanged();
        patterns.seriesChanged();
        frame.view.dataChanged(frame.bars.firstIndex(), frame.bars.endIndex());
        redraw.run();
    }
}
