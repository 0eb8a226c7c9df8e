package io.sextant.ui.chart;

import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.ui.chart.line.ValueLine;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A study on a chart: its values as far as they are computed, what a frame draws of them, and where. */
final class StudyPlot {

    Study study;

    /** Null until the first values are there. */
    @Nullable StudyRun run;

    boolean computing;

    /** Its numbers do not go together, so there is nothing to compute until they are others. */
    boolean failed;

    final ValueScale scale = new ValueScale();
    final PriceTicks ticks = new PriceTicks();

    /** Where its pane stands in the plot; for a study on the prices, without meaning. */
    double top;

    double height;

    private LineFrame[] frames = new LineFrame[0];

    StudyPlot(Study study) {
        this.study = study;
    }

    boolean isBelow() {
        return study.spec().kind().place() == IndicatorKind.Place.BELOW;
    }

    int outputs() {
        return frames.length;
    }

    LineFrame frame(int output) {
        return frames[output];
    }

    /** Outputs on the prices belong together and share a colour; in a pane each has its own. */
    Color colour(ChartPalette palette, int output) {
        return palette.study(isBelow() ? study.colour() + output : study.colour());
    }

    /** NaN where there is none. */
    double value(int output, int index) {
        StudyRun known = run;
        return known == null ? Double.NaN : known.line(output).value(index);
    }

    void compute(CandleFrame candles) {
        StudyRun known = run;
        if (known == null) {
            frames = new LineFrame[0];
            return;
        }
        if (frames.length != known.outputs()) {
            frames = new LineFrame[known.outputs()];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = new LineFrame();
            }
        }
        for (int i = 0; i < frames.length; i++) {
            ValueLine line = known.line(i);
            frames[i].compute(line, candles, 1);
        }
    }

    /** Scales its pane to what is in sight. */
    void place(double paneTop, double paneHeight) {
        top = paneTop;
        height = paneHeight;
        StudyLook look = StudyLook.of(study.spec().kind());
        double low = look.least();
        double high = look.most();
        if (!look.isFixed()) {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (LineFrame frame : frames) {
                low = Math.min(low, frame.lowest);
                high = Math.max(high, frame.highest);
            }
            for (double guide : look.guides()) {
                low = Math.min(low, guide);
                high = Math.max(high, guide);
            }
        }
        if (!(high >= low)) {
            low = 0;
            high = 1;
        }
        double room = high > low ? 0 : Math.max(Math.abs(high), 1) * 1e-6;
        double margin = Math.rint(Math.min(10, paneHeight * 0.12));
        scale.set(low - room, high + room, paneTop + margin, paneTop + paneHeight - margin);
        ticks.compute(scale.value(paneTop + paneHeight), scale.value(paneTop), paneHeight, PriceTicks.ANY_DECIMALS);
    }
}
